import { readdirSync, readFileSync } from 'node:fs';
import { eventReader } from '../../common/field_schemas/read_event';
import { readLogFile } from './read_log_file';
import { describeOnSharedData, sharedFile } from './shared_data';

interface FileCounts {
  readonly sysmon: number;
  readonly events: number;
  readonly hist: Readonly<Record<string, number>>;
  readonly hosts: Readonly<Record<string, number>>;
  readonly guid_events: number;
}

const bump = (counts: Record<string, number>, key: string | number) => {
  counts[key] = (counts[key] ?? 0) + 1;
};

async function countFile(file: string) {
  const read = eventReader();
  const counts = {
    kinds: {} as Record<string, number>,
    hist: {} as Record<string, number>,
    hosts: {} as Record<string, number>,
    guids: 0,
    lines: 0,
  };
  for await (const source of readLogFile(sharedFile('data', file))) {
    const found = read({ _index: 'winlogbeat-real', _id: String(counts.lines++), _source: source });
    bump(counts.kinds, found.kind);
    if (found.kind !== 'event') continue;
    const { eventId, host, fields } = found.event;
    bump(counts.hist, eventId);
    bump(counts.hosts, host === '' ? '(none)' : host);
    if (fields.ProcessGuid ?? fields.SourceProcessGuid ?? fields.SourceProcessGUID) counts.guids++;
  }
  return counts;
}

describeOnSharedData('reading every real file', () => {
  const data = sharedFile('data');
  const truth = JSON.parse(readFileSync(sharedFile('data', 'counts.json'), 'utf8')) as Record<
    string,
    FileCounts
  >;
  const files = readdirSync(data).filter((file) => /^0[1-8]_/.test(file));

  it('knows eight files', () => expect(files).toHaveLength(8));

  it.each(files)(
    '%s: the event ids and hosts counted elsewhere, none unreadable',
    async (file) => {
      const counts = await countFile(file);
      const known = truth[file];
      expect(counts.lines).toBe(known?.events);
      expect(counts.kinds['unreadable'] ?? 0).toBe(0);
      expect(counts.kinds['event']).toBe(known?.sysmon);
      expect(counts.hist).toEqual(known?.hist);
      expect(counts.hosts).toEqual(known?.hosts);
      expect(counts.guids).toBe(known?.guid_events);
    },
    120_000,
  );
});
