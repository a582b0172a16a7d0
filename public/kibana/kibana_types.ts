import type { ComponentType, ReactElement, ReactNode } from 'react';
import type { HistoryPort } from '../host_services';

/** The slice of Kibana's browser side that we use, structurally. As run on 8.12.2; what later versions add is optional. */
export interface HttpFetch {
  (
    path: string,
    options: {
      readonly method: string;
      readonly query?: Readonly<Record<string, string | number | undefined>>;
      readonly body?: string;
      readonly signal?: AbortSignal;
      readonly asResponse: true;
    },
  ): Promise<{ readonly response?: { readonly status: number }; readonly body?: unknown }>;
}

export interface ThemeService {
  readonly theme$: object;
}

export interface CoreStart {
  readonly http: { readonly fetch: HttpFetch };
  readonly application: {
    readonly capabilities: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  };
  readonly chrome: {
    setBreadcrumbs(crumbs: readonly { readonly text: string; readonly href?: string }[]): void;
    readonly docTitle: { change(title: string | readonly string[]): void };
  };
  readonly uiSettings: { get(key: string): unknown };
  readonly theme: ThemeService;
  readonly i18n: { readonly Context: ComponentType<{ children?: ReactNode }> };
  /** From 9.1. */
  readonly rendering?: { addContext(element: ReactElement): ReactElement };
}

export interface StartPlugins {
  readonly share?: {
    readonly url: {
      readonly locators: {
        get(id: string): { getRedirectUrl(params: Readonly<Record<string, unknown>>): string } | undefined;
      };
    };
  };
}

export interface AppMountParameters {
  readonly element: HTMLElement;
  /** Scoped to the app; `location.pathname` is '' at its root. */
  readonly history: HistoryPort;
}

export interface CoreSetup {
  getStartServices(): Promise<readonly [CoreStart, StartPlugins, ...unknown[]]>;
  readonly application: {
    register(app: {
      readonly id: string;
      readonly title: string;
      readonly category: { readonly id: string; readonly label: string; readonly order: number };
      readonly euiIconType: string;
      readonly order: number;
      mount(params: AppMountParameters): Promise<() => void>;
    }): void;
  };
}

/** Set by Kibana's bootstrap script on every page, 8.12 to 9.x. */
export interface KibanaGlobals {
  readonly __kbnSharedDeps__?: Readonly<Record<string, unknown>>;
  readonly __kbnBundles__?: { has(key: string): boolean; get(key: string): unknown };
}
