import { guidKey } from '../../common/sysmon/process_guid';
import { renderDocument, SHAPE_NAMES } from '../../test/worlds/render_document';
import { WORD_SPAWNS_POWERSHELL, wordSpawnsPowershell } from '../../test/worlds/word_spawns_powershell';
import { asFields } from '../testing/as_fields';
import { tabSubject } from './tab_subject';

const { events, facts } = wordSpawnsPowershell();
const POWERSHELL = guidKey(facts.powershell) ?? '';
const START = events.find(({ eventId, fields }) => eventId === 1 && fields.Image?.endsWith('powershell.exe'));
if (!START) throw new Error('the world has no start of powershell.exe');
const ADDRESS = { index: 'winlogbeat-7', id: 'd1' };

describe.each(SHAPE_NAMES)('a document of shape %s', (shape) => {
  const source = renderDocument(START, shape);
  const host = shape === 'eqllib' ? '' : WORD_SPAWNS_POWERSHELL.host; // those data name no host

  test.each([
    ['with _source', { source }],
    ['without _source', { fields: asFields(source) }],
  ])('%s is asked for by its address, and tells its event', (_, parts) => {
    const { question, event } = tabSubject({ ...ADDRESS, ...parts });
    expect(question).toEqual(ADDRESS);
    expect(event).toMatchObject({ ref: ADDRESS, eventId: 1, host });
    expect(event?.fields.Image).toMatch(/powershell\.exe$/);
  });

  test('as a row without an address it is asked for by its process', () => {
    expect(tabSubject({ fields: asFields(source) }).question).toEqual({ guid: POWERSHELL });
  });
});

test.each([
  'winlog.event_data.ProcessGuid',
  'process.entity_id',
  'process.entity_id.keyword',
  'event_data.SourceProcessGUID',
])('a row of the column %s alone is enough', (path) => {
  const fields = { [path]: [`{${POWERSHELL.toUpperCase()}}`] };
  const { question, event } = tabSubject({ fields });
  expect(question).toEqual({ guid: POWERSHELL });
  expect(event).toBeUndefined();
});

test.each([
  [{}],
  [{ fields: {} }],
  [{ fields: { count: [3] } }],
  [{ fields: { 'process.entity_id': ['{00000000-0000-0000-0000-000000000000}'] } }],
  [{ fields: { 'process.entity_id': [{ a: 1 }, null, '-'] } }],
  [{ id: 'only-an-id' }],
])('without address and process there is no question: %j', (hit) => {
  expect(tabSubject(hit).question).toBeUndefined();
});

test('different documents have different keys, equal ones equal keys', () => {
  const key = (id: string) => tabSubject({ ...ADDRESS, id, source: {} }).key;
  expect(key('a')).toBe(key('a'));
  expect(key('a')).not.toBe(key('b'));
});
