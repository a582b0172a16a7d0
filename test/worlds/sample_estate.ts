import { background } from './background';
import { dnsLookups } from './dns_lookups';
import { exeDetected } from './exe_detected';
import { mailToTempncf88 } from './mail_to_tempncf88';
import { remoteWmi } from './remote_wmi';
import { wmiPersistence } from './wmi_persistence';
import { wordSpawnsPowershell } from './word_spawns_powershell';
import type { World, WorldEvent } from './world';

const HOUR = 3_600_000;
const MINUTE = 60_000;

export interface EstateOptions {
  /** End of the two days, ms. */
  readonly now: number;
  readonly seed?: string;
}

export interface EstateFacts {
  readonly worlds: readonly World[];
}

/** Every story at its place in the last two days, with ordinary life around it. */
export function sampleEstate({ now, seed = 'estate' }: EstateOptions): World<EstateFacts> {
  const worlds = [
    background({ seed, now }),
    dnsLookups(now - 27 * HOUR),
    exeDetected(now - 9 * HOUR),
    mailToTempncf88(now - 5 * HOUR),
    remoteWmi(now - 2 * HOUR),
    wmiPersistence(now - 73 * MINUTE),
    wordSpawnsPowershell(now - 41 * MINUTE),
  ];
  const events = renumbered(worlds.flatMap((world) => world.events));
  return { name: 'sample_estate', events, facts: { worlds } };
}

/** One log for each host: record ids count up in its order, whatever the stories had. */
function renumbered(events: readonly WorldEvent[]): readonly WorldEvent[] {
  const last = new Map<string, number>();
  return [...events]
    .sort((a, b) => a.logged - b.logged || a.utc - b.utc)
    .map((event) => {
      const recordId = (last.get(event.host) ?? 100_000) + 1;
      last.set(event.host, recordId);
      return { ...event, recordId };
    });
}
