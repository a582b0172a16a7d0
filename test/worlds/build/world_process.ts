import type { SysmonFields } from '../../../common/sysmon/sysmon_event';
import { SYSTEM, type Account } from './account';
import { fileFacts, hashesOf } from './file_facts';
import { sysmonTime } from './time_text';
import type { EventLog } from './event_log';

export interface ProcessStart {
  /** Start, ms since 1970. */
  readonly at: number;
  readonly image: string;
  /** Absent = the image in quotes. */
  readonly commandLine?: string;
  /** Absent = the parent's, else SYSTEM. */
  readonly account?: Account;
  readonly cwd?: string;
  readonly parent?: WorldProcess;
  readonly pid?: number;
  /** Last two groups of the GUID where a source gives them. */
  readonly tail?: string;
  /** False = its event 1 is not in the log: it started before Sysmon, or was filtered. */
  readonly recorded?: boolean;
  readonly hashes?: string;
  /** Values that differ from what the builder would write. */
  readonly fields?: SysmonFields;
}

/** A process as others see it: what events need to name it. */
export interface Named {
  readonly guid: string;
  readonly pid: number;
  readonly image: string;
  readonly account: Account;
}

export interface Connection {
  readonly at: number;
  readonly ip: string;
  readonly port: number;
  readonly name?: string;
  readonly portName?: string;
  readonly sourcePort?: number;
  readonly sourceIp?: string;
  readonly sourceName?: string;
  readonly protocol?: 'tcp' | 'udp';
  /** False = the other side called; source and destination stay as Sysmon sees them. */
  readonly initiated?: boolean;
}

const NO_PROCESS = '{00000000-0000-0000-0000-000000000000}';

/** One process of a story. Every act returns the process, so that a world reads from top to bottom. */
export class WorldProcess implements Named {
  readonly guid: string;
  readonly pid: number;
  readonly image: string;
  readonly commandLine: string;
  readonly account: Account;
  readonly at: number;

  constructor(
    readonly host: EventLog,
    start: ProcessStart,
  ) {
    this.at = start.at;
    this.image = start.image;
    this.commandLine = start.commandLine ?? `"${start.image}"`;
    this.account = start.account ?? start.parent?.account ?? SYSTEM;
    this.guid = host.guids.of(start.at, start.tail);
    this.pid = start.pid === undefined ? host.pids.take(start.at) : host.pids.hold(start.pid);
    if (start.recorded !== false) this.act(1, start.at, { ...this.created(start), ...start.fields });
  }

  /** A process that this one starts. */
  child(start: Omit<ProcessStart, 'parent'>): WorldProcess {
    return new WorldProcess(this.host, { ...start, parent: this });
  }

  connects(to: Connection): this {
    const source = {
      SourceIp: to.sourceIp ?? this.host.options.ip,
      SourceHostname: to.sourceName ?? this.host.options.dnsName ?? this.host.options.name,
    };
    const ipv6 = String(to.ip.includes(':'));
    return this.act(3, to.at, {
      Protocol: to.protocol ?? 'tcp',
      Initiated: String(to.initiated ?? true),
      SourceIsIpv6: ipv6,
      ...source,
      SourcePort: String(to.sourcePort ?? this.host.random.between(49_152, 65_000)),
      SourcePortName: '',
      DestinationIsIpv6: ipv6,
      DestinationIp: to.ip,
      DestinationHostname: to.name ?? '',
      DestinationPort: String(to.port),
      DestinationPortName: to.portName ?? '',
    });
  }

  /** Event 11; where the version knows it and the file is a program, event 29 too. */
  writes({ at, file, hashes }: { at: number; file: string; hashes?: string }): this {
    this.act(11, at, { TargetFilename: file, CreationUtcTime: sysmonTime(at) });
    if (!/\.(exe|dll|sys|scr)$/i.test(file)) return this;
    return this.act(29, at + 3, { TargetFilename: file, Hashes: hashes ?? hashesOf(file) });
  }

  /** Event 15: the mark of the web that a browser or archive program puts on a file. */
  marksDownload({ at, file, contents }: { at: number; file: string; contents: string }): this {
    const fields = {
      TargetFilename: `${file}:Zone.Identifier`,
      CreationUtcTime: sysmonTime(at),
      Hash: hashesOf(`${file}.zone`),
      Contents: contents,
    };
    return this.act(15, at, fields);
  }

  setsValue({ at, key, details }: { at: number; key: string; details: string }): this {
    return this.act(13, at, { EventType: 'SetValue', TargetObject: key, Details: details });
  }

  createsKey({ at, key }: { at: number; key: string }): this {
    return this.act(12, at, { EventType: 'CreateKey', TargetObject: key });
  }

  loads({ at, file, signed = true }: { at: number; file: string; signed?: boolean }): this {
    const trust = signed
      ? { Signed: 'true', Signature: 'Microsoft Windows', SignatureStatus: 'Valid' }
      : { Signed: 'false', Signature: '-', SignatureStatus: 'Unavailable' };
    return this.act(7, at, { ImageLoaded: file, ...resource(file), Hashes: hashesOf(file), ...trust });
  }

  /** Event 22; `status` 0 = answered. */
  asksName(question: { at: number; name: string; results: string; status?: number }): this {
    const { at, name, results, status = 0 } = question;
    return this.act(22, at, { QueryName: name, QueryStatus: String(status), QueryResults: results });
  }

  opens(target: Named, { at, access, trace }: { at: number; access: string; trace?: string }): this {
    this.host.event({
      id: 10,
      at,
      fields: {
        SourceProcessGUID: this.guid,
        SourceProcessId: String(this.pid),
        SourceThreadId: String(this.pid + 8),
        SourceImage: this.image,
        TargetProcessGUID: target.guid,
        TargetProcessId: String(target.pid),
        TargetImage: target.image,
        GrantedAccess: access,
        CallTrace:
          trace ?? 'C:\\Windows\\SYSTEM32\\ntdll.dll+9c524|C:\\Windows\\System32\\KERNELBASE.dll+2fd5d',
        SourceUser: this.account.user,
        TargetUser: target.account.user,
      },
    });
    return this;
  }

  injects(
    target: Named,
    { at, address, module = '-' }: { at: number; address: string; module?: string },
  ): this {
    this.host.event({
      id: 8,
      at,
      fields: {
        SourceProcessGuid: this.guid,
        SourceProcessId: String(this.pid),
        SourceImage: this.image,
        TargetProcessGuid: target.guid,
        TargetProcessId: String(target.pid),
        TargetImage: target.image,
        NewThreadId: String(target.pid + 400),
        StartAddress: address,
        StartModule: module,
        StartFunction: '-',
        SourceUser: this.account.user,
        TargetUser: target.account.user,
      },
    });
    return this;
  }

  pipe({ at, name, how }: { at: number; name: string; how: 'creates' | 'connects' }): this {
    const created = how === 'creates';
    return this.act(created ? 17 : 18, at, {
      EventType: created ? 'CreatePipe' : 'ConnectPipe',
      PipeName: name,
    });
  }

  ends(at: number): this {
    this.host.pids.release(this.pid, at);
    return this.act(5, at, {});
  }

  /** Any event of this process. */
  act(id: number, at: number, fields: SysmonFields): this {
    const actor = {
      ProcessGuid: this.guid,
      ProcessId: String(this.pid),
      Image: this.image,
      User: this.account.user,
    };
    this.host.event({ id, at, fields: { ...actor, ...fields } });
    return this;
  }

  private created({ image, cwd, parent, hashes }: ProcessStart): SysmonFields {
    return {
      ...resource(image),
      CommandLine: this.commandLine,
      CurrentDirectory: cwd ?? 'C:\\Windows\\system32\\',
      LogonGuid: this.host.guids.ofLogon(this.account.logonId, this.at),
      LogonId: this.account.logonId,
      TerminalSessionId: String(this.account.session),
      IntegrityLevel: this.account.integrity,
      Hashes: hashes ?? hashesOf(image),
      ...parentFields(parent),
    };
  }
}

function resource(file: string): SysmonFields {
  const { version, description, product, company, original } = fileFacts(file);
  return {
    FileVersion: version,
    Description: description,
    Product: product,
    Company: company,
    OriginalFileName: original,
  };
}

/** Without a parent Sysmon writes the zero GUID and a dash. */
function parentFields(parent: WorldProcess | undefined): SysmonFields {
  if (!parent)
    return {
      ParentProcessGuid: NO_PROCESS,
      ParentProcessId: '0',
      ParentImage: '-',
      ParentCommandLine: '-',
      ParentUser: '-',
    };
  return {
    ParentProcessGuid: parent.guid,
    ParentProcessId: String(parent.pid),
    ParentImage: parent.image,
    ParentCommandLine: parent.commandLine,
    ParentUser: parent.account.user,
  };
}
