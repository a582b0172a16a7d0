/** What the host (Kibana or workbench) gives the app. Everything else the app brings itself. */
export interface HttpPort {
  /** `path` starts with /api/sysmon_trail/; the host adds base path, space and headers. Rejects only when there is no answer at all. */
  request(request: {
    readonly method: 'GET' | 'POST';
    readonly path: string;
    readonly query?: Readonly<Record<string, string | number | undefined>>;
    readonly body?: unknown;
    readonly signal?: AbortSignal;
  }): Promise<{ readonly status: number; readonly body: unknown }>;
}

/** The part of the `history` package that the app uses; pathname is relative to the app. */
export interface HistoryPort {
  readonly location: { readonly pathname: string; readonly search: string };
  push(path: string): void;
  replace(path: string): void;
  listen(listener: () => void): () => void;
  createHref(location: { readonly pathname: string; readonly search?: string }): string;
}

export interface HostServices {
  readonly http: HttpPort;
  readonly history: HistoryPort;
  readonly locale: 'en' | 'ja';
  /** The zone of the host's settings: "Browser" or an IANA name. */
  readonly dateFormatTz: string;
  /** Sets the document title and, in Kibana, the breadcrumbs. */
  setTitle(parts: readonly string[]): void;
  readonly rights: { readonly read: boolean; readonly write: boolean };
  /** Default range of a new page, ISO or date math ("now-24h"). */
  readonly defaultRange: { readonly from: string; readonly to: string };
  /** Address in Discover for a document; absent outside Kibana. */
  discoverUrl?(ref: { readonly index: string; readonly id: string }): string | undefined;
}
