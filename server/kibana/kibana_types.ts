import type { SearchClient } from '../elasticsearch/search_client';
import type { SysmonTrailConfig } from './config';

/** The slice of Kibana's server that we use, structurally. As run on 8.12.2; what later versions add is optional. */
export interface KibanaLogger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface PluginContext {
  readonly logger: { get(): KibanaLogger };
  readonly config: { get(): SysmonTrailConfig };
}

export interface KibanaRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly events: {
    readonly aborted$: { subscribe(next: () => void): { unsubscribe(): void } };
  };
}

export interface RequestContext {
  readonly core: Promise<{
    readonly elasticsearch: { readonly client: { readonly asCurrentUser: SearchClient } };
  }>;
}

/** Whatever a factory method returns; only Kibana looks inside. */
export type KibanaResponse = object;

export interface ResponseFactory {
  /** `bypassErrorFormat` keeps our own body for an error status; without it only `message` would arrive. */
  custom(options: {
    readonly statusCode: number;
    readonly body: unknown;
    readonly bypassErrorFormat: boolean;
  }): KibanaResponse;
}

export type RequestHandler = (
  context: RequestContext,
  request: KibanaRequest,
  response: ResponseFactory,
) => Promise<KibanaResponse>;

/** A validation function; the only form besides @kbn/config-schema that every version accepts. */
export type RouteValidation = (data: unknown, result: { ok(value: unknown): unknown }) => unknown;

export interface RouteConfig {
  readonly path: string;
  readonly validate: {
    readonly params: RouteValidation;
    readonly query: RouteValidation;
    readonly body?: RouteValidation;
  };
  readonly options: { readonly access: 'public'; readonly tags: readonly string[] };
  readonly security: { readonly authz: { readonly requiredPrivileges: readonly string[] } };
}

export interface Router {
  get(config: RouteConfig, handler: RequestHandler): void;
  post(config: RouteConfig, handler: RequestHandler): void;
}

export interface FeaturePrivilege {
  readonly app: readonly string[];
  readonly catalogue: readonly string[];
  readonly api: readonly string[];
  readonly savedObject: { readonly all: readonly string[]; readonly read: readonly string[] };
  readonly ui: readonly string[];
}

export interface KibanaFeature {
  readonly id: string;
  readonly name: string;
  readonly category: {
    readonly id: string;
    readonly label: string;
    readonly order: number;
    readonly euiIconType: string;
  };
  readonly app: readonly string[];
  readonly catalogue: readonly string[];
  readonly privileges: { readonly all: FeaturePrivilege; readonly read: FeaturePrivilege };
}

export interface AuthenticatedUser {
  readonly username: string;
  readonly authentication_realm?: { readonly name: string };
}

export interface CoreStart {
  readonly http: {
    /** 8.12: `state` is the user of the request, absent where security is off. */
    readonly auth?: { get(request: KibanaRequest): { readonly state?: unknown; readonly status?: string } };
  };
  /** From 8.15. */
  readonly security?: {
    readonly authc: { getCurrentUser(request: KibanaRequest): AuthenticatedUser | null };
  };
}

export interface CoreSetup {
  readonly http: { createRouter(): Router };
  getStartServices(): Promise<readonly [CoreStart, ...unknown[]]>;
}

export interface SetupPlugins {
  readonly features: { registerKibanaFeature(feature: KibanaFeature): void };
}
