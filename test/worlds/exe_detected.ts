import { person } from './build/account';
import { hashesOf } from './build/file_facts';
import { eventsOf } from './build/merge_worlds';
import { storyClock } from './build/time_text';
import { WorldHost } from './build/world_host';
import type { World } from './world';

/**
 * Sysmon 15's new event 29 (source 004, June 2023): executables written below C:\ProgramData and C:\Users are reported, with the fields
 * of the manifest shown there, MD5 and SHA256, and, as its tests saw, under a temporary name. The programs are made up.
 */
export const EXE_DETECTED = {
  host: 'PC-SALES-07',
  started: '2023-06-28 01:12:44.310',
  fields: ['RuleName', 'UtcTime', 'ProcessGuid', 'ProcessId', 'Image', 'TargetFilename', 'Hashes', 'User'],
  folders: ['C:\\ProgramData', 'C:\\Users'],
  detected: ['C:\\Users\\yokohama.minato\\Downloads\\6b1d2f0e-77aa.tmp', 'C:\\ProgramData\\~setup4412.tmp'],
} as const;

export interface ExeFacts {
  readonly browser: string;
  readonly installer: string;
}

/** @param at when the browser starts, ms; absent = the story's own time */
export function exeDetected(at?: number): World<ExeFacts> {
  const { host: name, started, detected } = EXE_DETECTED;
  const t = storyClock(started, at);
  const host = new WorldHost({
    name,
    machine: '3f2c91aa',
    ip: '192.168.1.57',
    sysmon: '15.15',
    seed: 'exe',
    first_record_id: 40_020,
  });
  const hashes = hashesOf('tool_setup.exe');
  const explorer = host.process({
    at: t('2023-06-28 00:58:01.000'),
    image: 'C:\\Windows\\explorer.exe',
    account: person('EX\\yokohama.minato', '0x5a3f1'),
    recorded: false,
  });
  const browser = explorer
    .child({ at: t(started), image: 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe' })
    .act(11, t('2023-06-28 01:13:20.118'), {
      TargetFilename: detected[0],
      CreationUtcTime: '2023-06-28 01:13:20.118',
    })
    .act(29, t('2023-06-28 01:13:24.902'), { TargetFilename: detected[0], Hashes: hashes })
    .marksDownload({
      at: t('2023-06-28 01:13:25.011'),
      file: 'C:\\Users\\yokohama.minato\\Downloads\\tool_setup.exe',
      contents: '[ZoneTransfer]  ZoneId=3',
    });
  const installer = explorer
    .child({
      at: t('2023-06-28 01:14:02.774'),
      image: 'C:\\Users\\yokohama.minato\\Downloads\\tool_setup.exe',
      hashes,
    })
    .act(29, t('2023-06-28 01:14:05.300'), { TargetFilename: detected[1], Hashes: hashesOf('tool.exe') })
    .ends(t('2023-06-28 01:14:31.004'));
  return {
    name: 'exe_detected',
    events: eventsOf(host),
    facts: { browser: browser.guid, installer: installer.guid },
  };
}
