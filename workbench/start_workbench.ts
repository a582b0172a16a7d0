import type { EventStore, Logger } from '../server/ports';
import { createApp } from '../server/app';
import { memoryEventStore } from '../server/memory/memory_event_store';
import { mailToTempncf88 } from '../test/worlds/mail_to_tempncf88';
import { wordSpawnsPowershell } from '../test/worlds/word_spawns_powershell';
import { listen } from './http/http_host';
import { bundleApp } from './page/bundle_app';
import { APP_PATH } from './page/index_page';
import { pageFiles } from './page/page_files';

export interface WorkbenchOptions {
  /** 0 = any free one. */
  readonly port?: number;
  readonly watch?: boolean;
  readonly log?: Logger;
}

export interface Workbench {
  /** Of the app's first page. */
  readonly url: string;
  stop(): Promise<void>;
}

const CONSOLE: Logger = {
  info: (m) => console.log(m),
  warn: (m) => console.warn(m),
  error: (m) => console.error(m),
};

export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { port = 0, watch = false, log = CONSOLE } = options;
  const bundle = await bundleApp({
    watch,
    onBuilt: ({ errors, ms }) => log.info(`app built in ${(ms / 1000).toFixed(1)} s, ${errors} errors`),
  });
  const store = memoryStore();
  const host = await listen({
    port,
    page: pageFiles(bundle),
    api: {
      routes: createApp().routes,
      log,
      services: ({ signal }) => ({ events: store, clock: { now: () => Date.now() }, log, signal }),
    },
  });
  return {
    url: `${host.url}${APP_PATH}/`,
    stop: async () => void (await Promise.all([host.close(), bundle.stop()])),
  };
}

/** Until the Elasticsearch store exists. */
function memoryStore(): EventStore {
  const worlds = [mailToTempncf88(Date.now() - 3 * 3_600_000), wordSpawnsPowershell(Date.now() - 3_600_000)];
  const events = worlds.flatMap((world) =>
    world.events.map(({ eventId, host, utc, recordId, fields }) => ({
      ref: { index: `winlogbeat-sample-${world.name}`, id: `${host}-${recordId}` },
      eventId,
      host,
      recordId: String(recordId),
      fields,
      schema: 'winlogbeat_6',
      time: { ms: utc, source: 'UtcTime' as const, timestamp: utc },
    })),
  );
  return memoryEventStore(events);
}
