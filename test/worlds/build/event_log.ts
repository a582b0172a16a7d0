import type { SysmonFields } from '../../../common/sysmon/sysmon_event';
import type { GuidMaker } from './guid_maker';
import type { PidPool } from './pid_pool';
import type { SeededRandom } from './seeded_random';
import type { SysmonVersion } from './sysmon_version';

export interface HostOptions {
  readonly name: string;
  /** First eight hex digits of all its GUIDs. */
  readonly machine: string;
  readonly ip: string;
  readonly sysmon: SysmonVersion;
  readonly seed: string;
  readonly first_record_id?: number;
  /** Name in DNS; absent = the computer name. */
  readonly dnsName?: string;
}

export interface HostEvent {
  readonly id: number;
  /** UtcTime, ms. */
  readonly at: number;
  readonly fields: SysmonFields;
}

/** What a process needs of its host. */
export interface EventLog {
  readonly options: HostOptions;
  readonly random: SeededRandom;
  readonly guids: GuidMaker;
  readonly pids: PidPool;
  event(event: HostEvent): unknown;
}
