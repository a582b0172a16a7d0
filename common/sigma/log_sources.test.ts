import { compilePredicate } from '../predicate/compile_predicate';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { selectEvents } from './log_sources';

const event = (eventId: number, EventType?: string): SysmonEvent => ({
  ref: { index: 'i', id: '1' },
  eventId,
  host: 'ws01',
  time: { ms: 0, source: 'UtcTime' },
  schema: 'flat',
  fields: EventType === undefined ? {} : { EventType },
});

const sees = (category: string, seen: SysmonEvent) => {
  const selected = selectEvents({ category, product: 'windows' });
  return selected.kind === 'events' && compilePredicate(selected.where)(seen);
};

describe('log sources', () => {
  it.each([
    ['process_creation', [1]],
    ['file_change', [2]],
    ['network_connection', [3]],
    ['process_termination', [5]],
    ['driver_load', [6]],
    ['image_load', [7]],
    ['create_remote_thread', [8]],
    ['raw_access_thread', [9]],
    ['process_access', [10]],
    ['file_event', [11]],
    ['registry_add', [12]],
    ['registry_delete', [12]],
    ['registry_set', [13]],
    ['registry_rename', [14]],
    ['registry_event', [12, 13, 14]],
    ['create_stream_hash', [15]],
    ['pipe_created', [17, 18]],
    ['wmi_event', [19, 20, 21]],
    ['dns_query', [22]],
    ['file_delete', [23]],
    ['clipboard_capture', [24]],
    ['clipboard_change', [24]],
    ['process_tampering', [25]],
    ['file_delete_detected', [26]],
    ['file_block_executable', [27]],
    ['file_block_shredding', [28]],
    ['file_executable_detected', [29]],
    ['sysmon_error', [255]],
    ['sysmon_status', [4, 16]],
  ])('%s is event %j', (category, ids) =>
    expect(selectEvents({ category, product: 'windows' })).toMatchObject({ kind: 'events', ids }),
  );

  it('asks the event type where the id alone says too much', () => {
    expect(sees('registry_add', event(12, 'CreateKey'))).toBe(true);
    expect(sees('registry_add', event(12, 'DeleteKey'))).toBe(false);
    expect(sees('registry_delete', event(12, 'DeleteValue'))).toBe(true);
    expect(sees('registry_delete', event(12, 'CreateKey'))).toBe(false);
    expect(sees('registry_delete', event(12))).toBe(false);
    expect(sees('registry_event', event(12))).toBe(true);
  });

  it('takes the service sysmon as all events', () => {
    expect(selectEvents({ product: 'windows', service: 'sysmon' })).toMatchObject({
      kind: 'events',
      where: { kind: 'all' },
    });
  });

  it.each([
    { product: 'linux', category: 'process_creation' },
    { product: 'windows', service: 'security' },
    { product: 'windows', category: 'ps_script' },
    { product: 'windows', category: 'constructor' },
    { product: 'windows' },
    {},
  ])('%j is not of Sysmon', (source) => expect(selectEvents(source).kind).toBe('not_sysmon'));
});
