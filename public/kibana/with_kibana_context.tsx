import React from 'react';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import type { CoreStart, KibanaGlobals, ThemeService } from './kibana_types';

type Provider = ComponentType<Record<string, unknown> & { children?: ReactNode }>;

const globals = (): KibanaGlobals => globalThis as KibanaGlobals;

/**
 * Puts an element under Kibana's theme, styles and messages, by what this Kibana has:
 * a rendering service (9.1), a shared provider (8.18, 9.0), or the kibanaReact plugin's (8.12).
 */
export function withKibanaContext(core: CoreStart, element: ReactElement): ReactElement {
  if (typeof core.rendering?.addContext === 'function') return core.rendering.addContext(element);
  const Shared = member(
    globals().__kbnSharedDeps__?.KbnReactKibanaContextRender,
    'KibanaRenderContextProvider',
  );
  if (Shared) return <Shared {...core}>{element}</Shared>;
  return <core.i18n.Context>{withTheme(core.theme, element)}</core.i18n.Context>;
}

function withTheme(theme: ThemeService, element: ReactElement): ReactElement {
  const bundle = 'plugin/kibanaReact/public';
  const bundles = globals().__kbnBundles__;
  const Theme = bundles?.has(bundle) ? member(bundles.get(bundle), 'KibanaThemeProvider') : undefined;
  if (!Theme) return element;
  return (
    <Theme theme$={theme.theme$} theme={theme}>
      {element}
    </Theme>
  );
}

function member(module: unknown, name: string): Provider | undefined {
  if (typeof module !== 'object' || module === null) return undefined;
  return (module as Readonly<Record<string, Provider | undefined>>)[name];
}
