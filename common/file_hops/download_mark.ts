import type { Download } from '../api/file_hops';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { CLOCK_TOLERANCE_MS } from '../lineage/clock_tolerance';

/** Where a file came from, as known at `ms`. Browsers write the stream several times; the last one with an address tells most. */
export function downloadOf(marks: readonly SysmonEvent[], ms: number): Download | undefined {
  const before = marks.filter(({ time }) => time.ms <= ms + CLOCK_TOLERANCE_MS).map(readMark);
  return before.filter(({ url }) => url !== undefined).at(-1) ?? before.at(-1);
}

/** Contents of a Zone.Identifier stream: an INI file whose line ends Sysmon writes as two spaces. */
function readMark({ ref, time, fields }: SysmonEvent): Download {
  const value = (name: string) => new RegExp(`\\b${name}=(\\S+)`, 'i').exec(fields.Contents ?? '')?.[1];
  const [url, referrer, zone] = [value('HostUrl'), value('ReferrerUrl'), value('ZoneId')];
  return {
    event: ref,
    time,
    ...(url !== undefined && { url }),
    ...(referrer !== undefined && { referrer }),
    ...(zone !== undefined && { zone }),
  };
}
