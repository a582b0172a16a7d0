import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore, Logger } from '../server/ports';
import type { AnyRoute } from '../server/http/route';
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
  const store = await memoryStore();
  const host = await listen({
    port,
    page: pageFiles(bundle),
    api: {
      routes: await appRoutes(log),
      log,
      services: ({ signal }) => ({ events: store, clock: { now: () => Date.now() }, log, signal }),
    },
  });
  return {
    url: `${host.url}${APP_PATH}/`,
    stop: async () => void (await Promise.all([host.close(), bundle.stop()])),
  };
}

/** Until all routes exist. */
async function appRoutes(log: Logger): Promise<readonly AnyRoute[]> {
  try {
    const { createApp } = (await import(join(__dirname, '../server/app'))) as {
      createApp: () => { routes: readonly AnyRoute[] };
    };
    return createApp().routes;
  } catch (error) {
    log.warn(`no routes yet: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`);
    return [];
  }
}

/** Until the Elasticsearch store exists. */
async function memoryStore(): Promise<EventStore> {
  const file = join(__dirname, '../server/memory/memory_event_store.ts');
  const worlds = [mailToTempncf88(Date.now() - 3 * 3_600_000), wordSpawnsPowershell(Date.now() - 3_600_000)];
  const events = worlds.flatMap((world) =>
    world.events.map(({ eventId, host, utc, recordId, fields }) => ({
      ref: { index: `sample-${world.name}`, id: `${host}-${recordId}` },
      eventId,
      host,
      recordId: String(recordId),
      fields,
      schema: 'winlogbeat_6',
      time: { ms: utc, source: 'UtcTime' as const, timestamp: utc },
    })),
  );
  if (!existsSync(file))
    return {
      patterns: [],
      ask: () => Promise.reject(new Error('no store yet')),
      get: () => Promise.resolve([]),
      scan: () => {
        throw new Error('no store yet');
      },
    };
  const module = (await import(file)) as Record<string, unknown>;
  const make = Object.values(module).find((member) => typeof member === 'function');
  return (make as (options: unknown) => EventStore)(events);
}
