/** What an import did. Every record of every file is in exactly one of created, already_there, refused, bad. */
export interface ImportReport {
  readonly files: readonly FileReport[];
  /** Sysmon events that are in the index now, new or from before; over all files. */
  readonly sysmon: SysmonCounts;
  /** Loaded records of other channels, or of no known shape. */
  readonly others: number;
  readonly created: number;
  readonly already_there: number;
  readonly refused: number;
  readonly bad: number;
  /** Field paths whose values no index can hold, with how many records had them; they stay readable in trail_import.misfits. */
  readonly misfits: ReadonlyMap<string, number>;
  /** Such values at further paths than the first 1,000. */
  readonly misfits_not_listed: number;
  readonly cancelled: boolean;
}

export interface SysmonCounts {
  readonly total: number;
  readonly by_event_id: ReadonlyMap<number, number>;
  readonly by_host: ReadonlyMap<string, number>;
  /** Sysmon documents that are loaded but cannot be read as events. */
  readonly unreadable: number;
}

export interface FileReport {
  readonly file: string;
  readonly records: number;
  readonly sysmon: number;
  /** Texts in archives that were left out, and why. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  /** Bad and refused records: the first 100, `problems_total` counts all. */
  readonly problems: readonly Problem[];
  readonly problems_total: number;
  /** The file could not be read to its end. */
  readonly broken?: string;
}

export interface Problem {
  readonly text: string;
  readonly position: number;
  readonly reason: string;
  readonly excerpt?: string;
}

const LISTED = 100;
const MISFITS_LISTED = 1000;

/** Collects an ImportReport while records come in. */
export class ImportTally {
  private readonly files: FileTally[] = [];
  private readonly by_event_id = new Map<number, number>();
  private readonly by_host = new Map<string, number>();
  private readonly misfits = new Map<string, number>();
  private misfits_not_listed = 0;
  private readonly counts = {
    created: 0,
    already_there: 0,
    refused: 0,
    bad: 0,
    others: 0,
    sysmon: 0,
    unreadable: 0,
  };
  cancelled = false;

  file(file: string): FileTally {
    const tally = new FileTally(file);
    this.files.push(tally);
    return tally;
  }

  bad(file: FileTally, problem: Problem): void {
    this.counts.bad += 1;
    file.records += 1;
    file.problem(problem);
  }

  refused(file: FileTally, problem: Problem): void {
    this.counts.refused += 1;
    file.records += 1;
    file.problem(problem);
  }

  loaded(file: FileTally, { result, event, unreadable, misfits }: Loaded): void {
    this.counts[result] += 1;
    file.records += 1;
    for (const path of misfits) this.misfit(path);
    if (unreadable) this.counts.unreadable += 1;
    if (!event) return void (this.counts.others += 1);
    this.counts.sysmon += 1;
    file.sysmon += 1;
    add(this.by_event_id, event.eventId);
    add(this.by_host, event.host);
  }

  private misfit(path: string): void {
    if (this.misfits.has(path) || this.misfits.size < MISFITS_LISTED) add(this.misfits, path);
    else this.misfits_not_listed += 1;
  }

  get records(): number {
    return this.files.reduce((sum, { records }) => sum + records, 0);
  }

  report(): ImportReport {
    const { sysmon, unreadable, ...counts } = this.counts;
    return {
      ...counts,
      files: this.files.map((file) => file.report()),
      sysmon: { total: sysmon, by_event_id: this.by_event_id, by_host: this.by_host, unreadable },
      misfits: this.misfits,
      misfits_not_listed: this.misfits_not_listed,
      cancelled: this.cancelled,
    };
  }
}

export interface Loaded {
  readonly result: 'created' | 'already_there';
  readonly event?: { readonly eventId: number; readonly host: string };
  readonly unreadable: boolean;
  readonly misfits: readonly string[];
}

export class FileTally {
  records = 0;
  sysmon = 0;
  broken: string | undefined;
  readonly skipped: { name: string; reason: string }[] = [];
  private readonly problems: Problem[] = [];
  private problems_total = 0;

  constructor(readonly file: string) {}

  problem(problem: Problem): void {
    this.problems_total += 1;
    if (this.problems.length < LISTED) this.problems.push(problem);
  }

  report(): FileReport {
    const { file, records, sysmon, skipped, problems, problems_total, broken } = this;
    return {
      file,
      records,
      sysmon,
      skipped,
      problems,
      problems_total,
      ...(broken !== undefined && { broken }),
    };
  }
}

const add = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
