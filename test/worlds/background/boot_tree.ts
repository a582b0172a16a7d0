import { LOCAL_SERVICE, NETWORK_SERVICE, SYSTEM, type Account } from '../build/account';
import type { WorldHost } from '../build/world_host';
import type { WorldProcess } from '../build/world_process';

/** The processes of a running Windows that others come from. */
export interface BootTree {
  readonly services: WorldProcess;
  readonly lsass: WorldProcess;
  readonly csrss: WorldProcess;
  readonly winlogon: WorldProcess;
  readonly explorer: WorldProcess;
  readonly outlook: WorldProcess;
  readonly chrome: WorldProcess;
  readonly defender: WorldProcess;
  readonly indexer: WorldProcess;
  readonly spooler: WorldProcess;
  /** By service group: `svchost.exe -k GROUP`. */
  readonly svchost: Readonly<Record<ServiceGroup, WorldProcess>>;
}

export type ServiceGroup =
  | 'DcomLaunch'
  | 'RPCSS'
  | 'netsvcs'
  | 'LocalService'
  | 'NetworkService'
  | 'LocalServiceNetworkRestricted'
  | 'UnistackSvcGroup';

const SYSTEM32 = 'C:\\Windows\\System32';
const GROUPS: Readonly<Record<ServiceGroup, Account>> = {
  DcomLaunch: SYSTEM,
  RPCSS: NETWORK_SERVICE,
  netsvcs: SYSTEM,
  LocalService: LOCAL_SERVICE,
  NetworkService: NETWORK_SERVICE,
  LocalServiceNetworkRestricted: LOCAL_SERVICE,
  UnistackSvcGroup: SYSTEM,
};
const DRIVERS = [
  'tcpip.sys',
  'ntfs.sys',
  'dxgkrnl.sys',
  'bthport.sys',
  'e1d65x64.sys',
  'storport.sys',
  'rdbss.sys',
  'WdFilter.sys',
];

/** Starts Windows at `at`, and the user's programs two minutes later. */
export function bootTree(host: WorldHost, { at, account }: { at: number; account: Account }): BootTree {
  DRIVERS.forEach((driver, i) => loadDriver(host, { at: at + i * 90, driver }));
  const smss = host.process({
    at: at + 400,
    image: `${SYSTEM32}\\smss.exe`,
    commandLine: '\\SystemRoot\\System32\\smss.exe',
    recorded: false,
  });
  const first = smss.child({
    at: at + 2_100,
    image: `${SYSTEM32}\\smss.exe`,
    commandLine: '\\SystemRoot\\System32\\smss.exe 000000d8 00000084',
  });
  const csrss = first.child({
    at: at + 2_300,
    image: `${SYSTEM32}\\csrss.exe`,
    commandLine: '%SystemRoot%\\system32\\csrss.exe ObjectDirectory=\\Windows SharedSection=1024,20480,768',
  });
  const wininit = first.child({
    at: at + 2_900,
    image: `${SYSTEM32}\\wininit.exe`,
    commandLine: 'wininit.exe',
  });
  const second = smss.child({
    at: at + 3_000,
    image: `${SYSTEM32}\\smss.exe`,
    commandLine: '\\SystemRoot\\System32\\smss.exe 000000dc 00000084',
  });
  const winlogon = second.child({
    at: at + 3_400,
    image: `${SYSTEM32}\\winlogon.exe`,
    commandLine: 'winlogon.exe',
  });
  first.ends(at + 3_600);
  second.ends(at + 3_700);
  const services = wininit.child({
    at: at + 3_500,
    image: `${SYSTEM32}\\services.exe`,
    commandLine: `${SYSTEM32}\\services.exe`,
  });
  const lsass = wininit.child({
    at: at + 3_550,
    image: `${SYSTEM32}\\lsass.exe`,
    commandLine: `${SYSTEM32}\\lsass.exe`,
  });
  winlogon.child({ at: at + 4_300, image: `${SYSTEM32}\\dwm.exe`, commandLine: '"dwm.exe"' });
  host.sysmonStarts(at + 8_000);
  return {
    services,
    lsass,
    csrss,
    winlogon,
    ...servicePrograms(services, at),
    ...userPrograms(winlogon, { at: at + 120_000, account }),
  };
}

function loadDriver(host: WorldHost, { at, driver }: { at: number; driver: string }): void {
  const fields = {
    ImageLoaded: `${SYSTEM32}\\drivers\\${driver}`,
    Hashes: `SHA256=${host.random.hex(64).toUpperCase()}`,
    Signed: 'true',
    Signature: 'Microsoft Windows',
    SignatureStatus: 'Valid',
  };
  host.event({ id: 6, at, fields });
}

function servicePrograms(services: WorldProcess, at: number) {
  const start = (image: string, commandLine: string, delay: number) =>
    services.child({ at: at + delay, image, commandLine });
  const groups = (Object.keys(GROUPS) as ServiceGroup[]).map((group, i) => {
    const commandLine = `C:\\Windows\\system32\\svchost.exe -k ${group} -p`;
    return [
      group,
      services.child({
        at: at + 4_000 + i * 310,
        image: `${SYSTEM32}\\svchost.exe`,
        commandLine,
        account: GROUPS[group],
      }),
    ] as const;
  });
  return {
    svchost: Object.fromEntries(groups) as Record<ServiceGroup, WorldProcess>,
    spooler: start(`${SYSTEM32}\\spoolsv.exe`, `${SYSTEM32}\\spoolsv.exe`, 9_000),
    defender: start(
      'C:\\Program Files\\Windows Defender\\MsMpEng.exe',
      '"C:\\Program Files\\Windows Defender\\MsMpEng.exe"',
      9_400,
    ),
    indexer: start(`${SYSTEM32}\\SearchIndexer.exe`, `${SYSTEM32}\\SearchIndexer.exe /Embedding`, 61_000),
  };
}

function userPrograms(winlogon: WorldProcess, { at, account }: { at: number; account: Account }) {
  const userinit = winlogon.child({
    at,
    image: `${SYSTEM32}\\userinit.exe`,
    commandLine: `${SYSTEM32}\\userinit.exe`,
    account,
  });
  const explorer = userinit.child({
    at: at + 900,
    image: 'C:\\Windows\\explorer.exe',
    commandLine: 'C:\\Windows\\Explorer.EXE',
  });
  userinit.ends(at + 31_000);
  const outlook = explorer.child({
    at: at + 64_000,
    image: 'C:\\Program Files\\Microsoft Office\\Office16\\OUTLOOK.EXE',
  });
  const chrome = explorer.child({
    at: at + 95_000,
    image: 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    commandLine:
      '"C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe" --profile-directory="Default"',
  });
  return { explorer, outlook, chrome };
}
