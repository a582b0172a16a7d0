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
    /** With base path and space. */
    getUrlForApp(app: string, options: { readonly path: string }): string;
    navigateToApp(app: string, options: { readonly path: string }): Promise<void>;
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

/** A locator: parameters -> an address of the app. As run on 8.12.2. */
export interface LocatorDefinition<P> {
  readonly id: string;
  getLocation(params: P): Promise<{ readonly app: string; readonly path: string; readonly state: object }>;
}

/** What Discover gives a tab of a document; the same from 8.12 to 9.x as far as we use it. */
export interface DocViewerProps {
  readonly hit: {
    /** Of a document: _index, _id, and `fields` or `_source`. Of a row of ES|QL: its columns. */
    readonly raw: Readonly<Record<string, unknown>>;
    /** Path -> value or values. */
    readonly flattened?: Readonly<Record<string, unknown>>;
  };
  readonly dataView?: {
    getIndexPattern?(): string;
    /** Fields that the data view keeps out of every document. */
    getSourceFiltering?(): { readonly excludes?: readonly string[] } | undefined;
  };
}

/** A tab of a document. `render` is asked before `component` where both are there. */
export interface DocViewerTab {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly enabled: boolean;
  readonly component?: ComponentType<DocViewerProps>;
  readonly render?: (props: DocViewerProps) => ReactElement;
}

export interface SetupPlugins {
  readonly share?: {
    readonly url: { readonly locators: { create<P>(definition: LocatorDefinition<P>): unknown } };
  };
  readonly unifiedDocViewer?: {
    /** 8.12. */
    addDocView?(tab: DocViewerTab): void;
    /** From 8.13; throws on an id that is taken. */
    readonly registry?: { add?(tab: DocViewerTab): void };
  };
}

/** What Kibana says about itself when it makes a plugin. */
export interface PluginContext {
  readonly env?: { readonly packageInfo?: { readonly version?: string } };
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
      /** Pages that Kibana's global search finds. */
      readonly deepLinks?: readonly { readonly id: string; readonly title: string; readonly path: string }[];
      mount(params: AppMountParameters): Promise<() => void>;
    }): void;
  };
}

/** Set by Kibana's bootstrap script on every page, 8.12 to 9.x. */
export interface KibanaGlobals {
  readonly __kbnSharedDeps__?: Readonly<Record<string, unknown>>;
  readonly __kbnBundles__?: { has(key: string): boolean; get(key: string): unknown };
}
