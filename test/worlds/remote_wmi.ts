import { NETWORK_SERVICE, SYSTEM, elevated, person } from './build/account';
import { eventsOf } from './build/merge_worlds';
import { storyClock } from './build/time_text';
import { WorldHost } from './build/world_host';
import type { World } from './world';

/**
 * Processes and a registry key made through WMI, and a query to a second host (source 000). From the source: times, GUIDs, PIDs,
 * ports, addresses and command lines of the first host. Constructed: the second host's own log of the two connections
 * (the source shows only the calling side; a host that records event 3 logs them with Initiated false).
 */
export const REMOTE_WMI = {
  host: 'DESKTOP-XXXXXXXX',
  target: { name: 'WIN-V6BHBTO1QK6', ip: '192.168.0.135' },
  source_ip: '192.168.0.134',
  /** svchost.exe -k RPCSS, which starts 2 h 49 min before it connects. */
  rpcss: '{22052e76-de1f-5e4b-0000-0010811b0100}',
  rpcss_started: '2020-02-18 12:52:47.088',
  services: '{22052e76-de1e-5e4b-0000-001079b60000}',
  powershell: '{22052e76-de8a-5e4b-0000-001063791000}',
  epmap: { at: '2020-02-18 15:42:27.575', source_port: 56_319, port: 135 },
  dynamic: { at: '2020-02-18 15:42:27.593', source_port: 56_321, port: 49_154 },
  wmi_notepad: '{22052e76-f31a-5e4b-0000-0010a0b74900}',
  wmi_notepad_parent: '{22052e76-de23-5e4b-0000-0010ee1c0300}',
  wmi_registry: {
    process: '{22052e76-eab7-5e4b-0000-0010d7e53b00}',
    key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\foo',
  },
  counts: { 1: 2, 3: 2, 12: 1 },
  constructed_host: 'WIN-V6BHBTO1QK6',
} as const;

/** @param at when the port mapper is asked, ms; absent = the source's own time */
export function remoteWmi(at?: number): World<typeof REMOTE_WMI> {
  const facts = REMOTE_WMI;
  const t = storyClock(facts.epmap.at, at);
  const host = new WorldHost({
    name: facts.host,
    machine: '22052e76',
    ip: facts.source_ip,
    dnsName: 'DESKTOP-XXXXXXXX.localdomain',
    sysmon: '10.42',
    seed: 'rpc',
    first_record_id: 324_590,
  });
  const user = elevated(person('DESKTOP-XXXXXXXX\\foo', '0x576ca'));
  const there = { ip: facts.target.ip, name: facts.target.name };

  const services = host.process({
    at: t('2020-02-18 12:52:46.000'),
    tail: '0000-001079b60000',
    image: 'C:\\Windows\\System32\\services.exe',
    commandLine: 'C:\\WINDOWS\\system32\\services.exe',
    pid: 604,
    recorded: false,
  });
  services
    .child({
      at: t(facts.rpcss_started),
      tail: '0000-0010811b0100',
      image: 'C:\\Windows\\System32\\svchost.exe',
      commandLine: 'C:\\WINDOWS\\system32\\svchost.exe -k RPCSS -p',
      account: NETWORK_SERVICE,
      pid: 872,
      cwd: 'C:\\WINDOWS\\system32\\',
      hashes:
        'MD5=8A0A29438052FAED8A2532DA50455756,SHA256=7FD065BAC18C5278777AE44908101CDFED72D26FA741367F0AD4D02020787AB6',
    })
    .connects({
      at: t(facts.epmap.at),
      ...there,
      port: facts.epmap.port,
      portName: 'epmap',
      sourcePort: facts.epmap.source_port,
    });
  host
    .process({
      at: t('2020-02-18 12:54:34.000'),
      tail: '0000-001063791000',
      image: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      account: user,
      pid: 7492,
      recorded: false,
    })
    .connects({
      at: t(facts.dynamic.at),
      ...there,
      port: facts.dynamic.port,
      sourcePort: facts.dynamic.source_port,
    });
  host
    .process({
      at: t('2020-02-18 12:52:51.000'),
      tail: '0000-0010ee1c0300',
      image: 'C:\\Windows\\System32\\wbem\\WmiPrvSE.exe',
      commandLine: 'C:\\WINDOWS\\system32\\wbem\\wmiprvse.exe -secured -Embedding',
      pid: 3508,
      recorded: false,
    })
    .child({
      at: t('2020-02-18 14:22:18.171'),
      tail: '0000-0010a0b74900',
      image: 'C:\\Windows\\System32\\notepad.exe',
      commandLine: 'notepad.exe',
      account: user,
      pid: 8208,
      cwd: 'C:\\WINDOWS\\system32\\',
      hashes:
        'MD5=0E61079D3283687D2E279272966AE99D,SHA256=A92056D772260B39A876D01552496B2F8B4610A0B1E084952FE1176784E2CE77',
    });
  host
    .process({
      at: t('2020-02-18 13:46:31.000'),
      tail: '0000-0010d7e53b00',
      image: 'C:\\WINDOWS\\system32\\wbem\\wmiprvse.exe',
      pid: 2224,
      recorded: false,
      account: SYSTEM,
    })
    .createsKey({ at: t('2020-02-18 13:46:31.970'), key: facts.wmi_registry.key });
  return { name: 'remote_wmi', events: eventsOf(host, calledHost(t)), facts };
}

function calledHost(t: (text: string) => number): WorldHost {
  const { target, source_ip, epmap, dynamic } = REMOTE_WMI;
  const host = new WorldHost({
    name: target.name,
    machine: 'c1e07a3d',
    ip: target.ip,
    sysmon: '10.42',
    seed: 'rpc',
    first_record_id: 70_112,
  });
  const from = {
    initiated: false,
    sourceIp: source_ip,
    sourceName: 'DESKTOP-XXXXXXXX',
    ip: target.ip,
    name: target.name,
  };
  const services = host.process({
    at: t('2020-02-18 09:11:02.000'),
    image: 'C:\\Windows\\System32\\services.exe',
    commandLine: 'C:\\Windows\\system32\\services.exe',
    recorded: false,
  });
  const svchost = (commandLine: string, account = NETWORK_SERVICE) =>
    services.child({
      at: t('2020-02-18 09:11:04.318'),
      image: 'C:\\Windows\\System32\\svchost.exe',
      commandLine,
      account,
    });
  svchost('C:\\Windows\\system32\\svchost.exe -k RPCSS').connects({
    at: t(epmap.at) + 4,
    ...from,
    port: epmap.port,
    portName: 'epmap',
    sourcePort: epmap.source_port,
  });
  svchost('C:\\Windows\\system32\\svchost.exe -k netsvcs', SYSTEM).connects({
    at: t(dynamic.at) + 4,
    ...from,
    port: dynamic.port,
    sourcePort: dynamic.source_port,
  });
  return host;
}
