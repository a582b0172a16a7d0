import { z } from 'zod';
import type { Remark, Total } from '../remark';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { timeText } from './time_text';
import { predicateSchema } from './predicate_schema';

export const PROCESS_EVENTS_PATH = '/api/sysmon_trail/processes/{guid}/events';
export const FIND_EVENTS_PATH = '/api/sysmon_trail/events/find';
export const DOCUMENT_PATH = '/api/sysmon_trail/documents';
export const HOSTS_PATH = '/api/sysmon_trail/hosts';

const page = {
  limit: z.coerce.number().int().min(1).max(10_000).default(100),
  sort: z.enum(['oldest', 'newest']).default('oldest'),
  after: z.string().max(8192).optional(),
};

/**
 * `ids`: event ids, comma separated. `text`: contained in any field. `received`: also the remote threads (8) and process
 * accesses (10) whose target the process is; without it the list is what the node's counts count.
 */
export const processEventsRequest = z
  .object({
    host: z.string().min(1).max(255).optional(),
    from: timeText.optional(),
    to: timeText.optional(),
    ids: z
      .string()
      .regex(/^\d+(,\d+)*$/)
      .max(200)
      .optional(),
    text: z.string().max(1000).optional(),
    received: z.enum(['true', 'false']).default('false'),
    ...page,
  })
  .strict();

export const findEventsRequest = z
  .object({ where: predicateSchema, from: timeText.optional(), to: timeText.optional(), ...page })
  .strict();

export const documentRequest = z
  .object({ index: z.string().min(1).max(512), id: z.string().min(1).max(512) })
  .strict();

export const hostsRequest = z
  .object({
    from: timeText.optional(),
    to: timeText.optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(10),
  })
  .strict();

/** A page of events; `next` is handed back as `after` until it is absent. Each event comes exactly once. */
export type EventsAnswer =
  | {
      readonly kind: 'found';
      readonly events: readonly SysmonEvent[];
      readonly total: Total;
      readonly next?: string;
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

export type DocumentAnswer =
  | {
      readonly kind: 'found';
      readonly index: string;
      readonly id: string;
      readonly source: Readonly<Record<string, unknown>>;
      readonly event?: SysmonEvent;
      readonly reason?: string;
    }
  | { readonly kind: 'not_found'; readonly what: 'document'; readonly looked_in: readonly string[] };

export interface HostCount {
  readonly host: string;
  readonly events: number;
  /** Processes started (event 1). */
  readonly processes: number;
  readonly first?: number;
  readonly last?: number;
}

/** Busiest hosts first. `newest`: time of the newest event at all, to tell "nothing in this range" from "nothing". */
export interface HostsAnswer {
  readonly kind: 'found';
  readonly hosts: readonly HostCount[];
  readonly total_hosts: Total;
  readonly events: Total;
  readonly newest?: number;
  readonly patterns: readonly string[];
  readonly remarks: readonly Remark[];
}
