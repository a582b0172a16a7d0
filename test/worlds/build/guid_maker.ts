import { SYSMON_VERSIONS, type SysmonVersion } from './sysmon_version';
import type { SeededRandom } from './seeded_random';

/** Makes ProcessGuids in Sysmon's form: machine, start second (low half before high half), and a number within it. */
export class GuidMaker {
  private counter = 10;
  private readonly logons = new Map<string, string>();
  private readonly modern: boolean;

  constructor(
    private readonly host: { readonly machine: string; readonly sysmon: SysmonVersion },
    private readonly random: SeededRandom,
  ) {
    this.modern = SYSMON_VERSIONS[host.sysmon].users;
  }

  /** GUID of a process that starts at this time (ms). `tail`, its last two groups, is fixed where a source gives it. */
  of(start: number, tail = this.nextTail()): string {
    const seconds = Math.floor(start / 1000)
      .toString(16)
      .padStart(8, '0');
    return `{${this.host.machine}-${seconds.slice(4)}-${seconds.slice(0, 4)}-${tail}}`;
  }

  /** Before version 11 the tail is a logon-session token, since then a running number and the boot's number. */
  /** GUID of a logon; constant while it lasts. */
  ofLogon(logonId: string, first_seen: number): string {
    const known =
      this.logons.get(logonId) ?? this.of(first_seen, `0000-0020${logonId.slice(2).padStart(8, '0')}`);
    this.logons.set(logonId, known);
    return known;
  }

  private nextTail(): string {
    this.counter += 1;
    if (this.modern) return `${littleEndian(this.counter, 2)}-000000000c00`;
    return `0000-0010${littleEndian(this.counter * 4099 + this.random.between(1, 4000), 4)}`;
  }
}

function littleEndian(value: number, bytes: number): string {
  const hex = value
    .toString(16)
    .padStart(bytes * 2, '0')
    .slice(-bytes * 2);
  return (hex.match(/../g) ?? []).reverse().join('');
}
