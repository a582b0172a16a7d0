import { eventKind, type SysmonField } from '../../../common/sysmon/event_kinds';
import type { SysmonFields } from '../../../common/sysmon/sysmon_event';
import type { WorldEvent } from '../world';
import type { Account } from './account';
import type { EventLog, HostEvent, HostOptions } from './event_log';
import { GuidMaker } from './guid_maker';
import { PidPool } from './pid_pool';
import { seededRandom, type SeededRandom } from './seeded_random';
import { SYSMON_VERSIONS, logsEvent, writesField } from './sysmon_version';
import { sysmonTime } from './time_text';
import { WorldProcess, type ProcessStart } from './world_process';

/** How long the log waits for an event, ms: Sysmon resolves names for 3 and collects answers for 22 before it writes. */
const LOG_DELAY_MS: Readonly<Record<number, number>> = { 3: 1500, 22: 900, 8: 5 };

/** A Windows host that runs Sysmon. Tell the story in any order; `events()` puts it into the order of the log. */
export class WorldHost implements EventLog {
  readonly random: SeededRandom;
  readonly guids: GuidMaker;
  readonly pids: PidPool;
  private readonly told: (HostEvent & { readonly logged: number })[] = [];

  constructor(readonly options: HostOptions) {
    this.random = seededRandom(`${options.seed}/${options.name}`);
    this.guids = new GuidMaker(options, this.random.fork('guids'));
    this.pids = new PidPool(this.random.fork('pids'));
  }

  /** A process that starts; see WorldProcess for what it can do. */
  process(start: ProcessStart): WorldProcess {
    return new WorldProcess(this, start);
  }

  /** Any event; one that this version of Sysmon does not know is not logged, nor are fields that it does not write. */
  event({ id, at, fields }: HostEvent): this {
    if (!logsEvent(this.options.sysmon, id)) return this;
    const delay = (LOG_DELAY_MS[id] ?? 0) + this.random.between(0, 40);
    this.told.push({ id, at, fields: this.written(id, at, fields), logged: at + delay });
    return this;
  }

  /** Sysmon itself: 4 and 16. */
  sysmonStarts(at: number): this {
    const { schema } = SYSMON_VERSIONS[this.options.sysmon];
    const version = this.options.sysmon;
    this.event({ id: 4, at, fields: { State: 'Started', Version: version, SchemaVersion: schema } });
    const fields = {
      Configuration: 'C:\\Windows\\sysmon.xml',
      ConfigurationFileHash: `SHA256=${this.random.hex(64).toUpperCase()}`,
    };
    return this.event({ id: 16, at: at + 12, fields });
  }

  /** WMI persistence as Sysmon writes it: quoted, with a leading blank and doubled backslashes (sysmon-data, source 000). */
  wmi({ at, user }: { at: number; user: Account }, what: WmiRegistration): this {
    const common = { Operation: what.operation ?? 'Created', User: user.user };
    return this.event({
      id: WMI_IDS[what.EventType],
      at,
      fields: { ...common, ...what.fields, EventType: what.EventType },
    });
  }

  /** How many events were told so far. */
  get told_events(): number {
    return this.told.length;
  }

  /** All that was told, in log order, with record ids. */
  events(): readonly WorldEvent[] {
    const first = this.options.first_record_id ?? 1;
    const in_order = [...this.told].sort((a, b) => a.logged - b.logged || a.at - b.at);
    return in_order.map(({ id, at, fields, logged }, i) => ({
      eventId: id,
      host: this.options.name,
      utc: at,
      logged,
      recordId: first + i,
      fields,
    }));
  }

  private written(id: number, at: number, fields: SysmonFields): SysmonFields {
    const { no_rule } = SYSMON_VERSIONS[this.options.sysmon];
    const all: SysmonFields = { RuleName: no_rule, UtcTime: sysmonTime(at), ...fields };
    const order: readonly string[] = ['RuleName', 'EventType', 'UtcTime', ...(eventKind(id)?.fields ?? [])];
    const names = (Object.keys(all) as SysmonField[]).filter((field) =>
      writesField(this.options.sysmon, id, field),
    );
    names.sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return Object.fromEntries(names.map((field) => [field, all[field]]));
  }
}

const WMI_IDS = { WmiFilterEvent: 19, WmiConsumerEvent: 20, WmiBindingEvent: 21 } as const;

export interface WmiRegistration {
  readonly EventType: keyof typeof WMI_IDS;
  readonly operation?: 'Created' | 'Modified' | 'Deleted';
  readonly fields: SysmonFields;
}
