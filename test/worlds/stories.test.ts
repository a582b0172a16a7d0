import { guidKey, startOfGuid } from '../../common/sysmon/process_guid';
import { MAIL_TO_TEMPNCF88, mailToTempncf88 } from './mail_to_tempncf88';
import { WORD_SPAWNS_POWERSHELL, wordSpawnsPowershell } from './word_spawns_powershell';
import { baseName } from './build/file_facts';
import { utc } from './build/time_text';
import { countById } from './world_facts';
import type { WorldEvent } from './world';

/** Images from the oldest recorded ancestor to the process. */
function chainOf(events: readonly WorldEvent[], guid: string): string[] {
  const created = events.find((event) => event.eventId === 1 && event.fields.ProcessGuid === guid);
  if (!created) return [];
  return [...chainOf(events, created.fields.ParentProcessGuid ?? ''), baseName(created.fields.Image ?? '')];
}

const actsOf = (events: readonly WorldEvent[], guid: string, ids: readonly number[]) =>
  events.filter(({ eventId, fields }) => ids.includes(eventId) && fields.ProcessGuid === guid);

test('Word spawns PowerShell', () => {
  const { events, facts } = wordSpawnsPowershell();
  expect(chainOf(events, facts.payload)).toEqual(WORD_SPAWNS_POWERSHELL.chain);
  expect(countById(events.filter((event) => event.fields.ProcessGuid === facts.powershell))).toEqual(
    WORD_SPAWNS_POWERSHELL.powershell_counts,
  );
  expect(events).toHaveLength(WORD_SPAWNS_POWERSHELL.total);
});

describe('mail to TempNcF88.eXe', () => {
  const { events, facts } = mailToTempncf88();

  test.each(facts)('$host: explorer, script, cmd, PowerShell, cmd, TempNcF88.eXe', (infection) => {
    expect(chainOf(events, infection.tempncf88)).toEqual(MAIL_TO_TEMPNCF88.chain);
    expect(infection.rundll32.map((guid) => chainOf(events, guid).length)).toEqual([7, 7, 7]);
    expect(chainOf(events, infection.browser)).toEqual(['explorer.exe', 'OUTLOOK.EXE', 'iexplore.exe']);
  });

  test.each(facts)(
    '$host: the browser writes the ZIP, Explorer the script, PowerShell the program; each then runs',
    ({ written, wscript, ...guids }) => {
      const [zip, script, program] = written;
      const created = (guid: string) =>
        events.find(({ eventId, fields }) => eventId === 1 && fields.ProcessGuid === guid)?.fields;
      expect(written.map(({ by }) => by)).toEqual([guids.browser, guids.explorer, guids.powershell]);
      for (const { by, file } of written)
        expect(actsOf(events, by, [11]).map(({ fields }) => fields.TargetFilename)).toContain(file);
      expect(zip?.file).toMatch(/\.zip$/);
      expect(created(wscript)?.CommandLine).toContain(script?.file);
      expect(created(guids.tempncf88)?.Image).toBe(program?.file);
    },
  );

  test.each(facts)(
    '$host: web traffic goes to the proxy, the download address is in the command line only',
    ({ powershell }) => {
      expect(actsOf(events, powershell, [3]).map(({ fields }) => fields.DestinationIp)).toEqual([
        MAIL_TO_TEMPNCF88.proxy,
      ]);
      expect(actsOf(events, powershell, [1])[0]?.fields.CommandLine).toContain(MAIL_TO_TEMPNCF88.domain);
      expect(
        events.filter(({ fields }) =>
          JSON.stringify({ ...fields, CommandLine: '', ParentCommandLine: '' }).includes(
            MAIL_TO_TEMPNCF88.domain,
          ),
        ),
      ).toEqual([]);
    },
  );

  test('is about two hosts and Sysmon 7, which knows no events above 21', () => {
    expect([...new Set(events.map(({ host }) => host))]).toEqual(MAIL_TO_TEMPNCF88.hosts);
    expect(Math.max(...events.map(({ eventId }) => eventId))).toBeLessThanOrEqual(21);
  });

  test('told at another time it keeps its distances, and its GUIDs follow', () => {
    const at = utc('2025-11-20 10:00:00.282');
    const moved = mailToTempncf88(at);
    const distance = at - utc(MAIL_TO_TEMPNCF88.started);
    expect(moved.events.map((event) => event.utc - distance)).toEqual(events.map((event) => event.utc));
    expect(startOfGuid(guidKey(moved.facts[0].tempncf88) ?? '')).toBe(utc('2025-11-20 10:00:00.000'));
  });
});

test.each([wordSpawnsPowershell(), mailToTempncf88()])(
  '$name: every GUID carries the start second of its process',
  ({ events }) => {
    for (const { utc: ms, fields } of events.filter(({ eventId }) => eventId === 1))
      expect(startOfGuid(guidKey(fields.ProcessGuid) ?? '')).toBe(Math.floor(ms / 1000) * 1000);
  },
);
