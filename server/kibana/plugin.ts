import { createApp } from '../app';
import type { SysmonTrailConfig } from './config';
import type { CoreSetup, KibanaLogger, KibanaRequest, PluginContext, SetupPlugins } from './kibana_types';
import { registerFeature } from './register_feature';
import { registerRoutes } from './register_routes';
import { requestServices } from './request_services';
import { userOf } from './user_of';

/** Hands the program to Kibana's server: its routes and its privileges. */
export class SysmonTrailPlugin {
  readonly #log: KibanaLogger;
  readonly #config: SysmonTrailConfig;

  constructor({ logger, config }: PluginContext) {
    this.#log = logger.get();
    this.#config = config.get();
  }

  setup(core: CoreSetup, { features }: SetupPlugins): void {
    registerFeature(features);
    const host = {
      router: core.http.createRouter(),
      log: this.#log,
      servicesOf: requestServices({ patterns: this.#config.index_patterns, log: this.#log }),
      userOf: (request: KibanaRequest) => userOf(core, request),
    };
    registerRoutes(host, createApp().routes);
  }

  start(): void {}
  stop(): void {}
}
