import { createApp } from '../server/app';
import type { Logger } from '../server/ports';
import { openCluster } from './cluster';
import { listen } from './http/http_host';
import { loadData } from './load_data';
import { bundleApp } from './page/bundle_app';
import type { AppBundle } from './page/bundle_app';
import { APP_PATH } from './page/index_page';
import { pageFiles } from './page/page_files';
import { servicesOn } from './services';
import type { RequestHere, ServicesHere } from './services';

export interface WorkbenchOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** False leaves the sample estate out. */
  readonly sample?: boolean;
  /** Files to import, each into an index of its own. */
  readonly data?: readonly string[];
  /** Absent = ELASTICSEARCH_URL, else the embedded engine. */
  readonly elasticsearch_url?: string;
  /** Builds the app again whenever a source changes. */
  readonly watch?: boolean;
  /** End of the sample estate's two days, ms; absent = now. */
  readonly now?: number;
  readonly log?: Logger;
  /** Stops a start that is still under way. */
  readonly signal?: AbortSignal;
}

export interface Workbench {
  /** Of the app's first page, with a slash at the end. */
  readonly url: string;
  /** Ends everything that was started; may be called twice. */
  stop(): Promise<void>;
}

const CONSOLE: Logger = {
  info: (m) => console.log(m),
  warn: (m) => console.warn(m),
  error: (m) => console.error(m),
};

/** Starts engine, data, page and API. @throws Error when one of them does not start; nothing is left running then */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const url = await start({ log: CONSOLE, ...options }, stops);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Starting = WorkbenchOptions & { readonly log: Logger };

async function start(options: Starting, stops: (() => Promise<void>)[]): Promise<string> {
  const { log, signal, port = 0 } = options;
  const bundle = await bundleOf(options);
  stops.push(() => bundle.stop());
  let open: (services: ServicesHere) => void = () => undefined;
  const services = new Promise<ServicesHere>((resolve) => (open = resolve)); // requests wait until the data is there
  const api = {
    routes: createApp().routes,
    log,
    services: async (request: RequestHere) => (await services)(request),
  };
  const host = await listen({ port, page: pageFiles(bundle), api }); // first, so that a taken port is told at once
  stops.push(() => host.close());
  log.info('elasticsearch: starting ...');
  const onEnded = (warnings: string) => log.error(`elasticsearch: ended by itself\n${warnings}`);
  const cluster = await openCluster({ ...options, onEnded });
  stops.push(() => cluster.stop());
  signal?.throwIfAborted();
  log.info(`elasticsearch: ${cluster.title} answers`);
  await loadData({ ...options, client: cluster.client, now: options.now ?? Date.now() });
  signal?.throwIfAborted();
  open(await servicesOn(cluster.client, log));
  await bundle.built;
  return `${host.url}${APP_PATH}/`;
}

function bundleOf({ log, watch }: Starting): Promise<AppBundle> {
  const failed = (errors: number) => (errors > 0 ? `, ${errors} errors; the page shows them` : '');
  return bundleApp({
    watch,
    onBuilt: ({ errors, ms }) => log.info(`app: built in ${(ms / 1000).toFixed(1)} s${failed(errors)}`),
  });
}
