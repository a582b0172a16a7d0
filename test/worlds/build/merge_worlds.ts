import type { WorldEvent } from '../world';
import type { WorldHost } from './world_host';

/** Events of several hosts, in the order in which their logs took them. */
export const eventsOf = (...hosts: readonly WorldHost[]): readonly WorldEvent[] =>
  hosts.flatMap((host) => host.events()).sort((a, b) => a.logged - b.logged);
