import { equals } from '../../common/predicate/predicate';
import { made, startOf } from '../../test/lineage/made_events';
import { memoryEventStore } from '../memory/memory_event_store';
import { findEvents } from './find_events';
import { getDocument } from './get_document';

const lookup = made({
  id: 22,
  at: startOf(1),
  actor: 1,
  fields: { QueryName: 'fgyt.shadidphotography.com' },
});
const other = {
  ref: { index: 'logs', id: '4624' },
  source: { event: { code: 4624 } },
  reason: 'no known shape',
};
const store = memoryEventStore([lookup, made({ id: 3, at: startOf(2), actor: 1 })], [other]);
const page = { limit: 10, sort: 'oldest' } as const;

describe('findEvents', () => {
  it('finds by predicate, with the exact total', async () => {
    expect(
      await findEvents(store, { where: equals('QueryName', 'FGYT.shadidphotography.com'), ...page }),
    ).toEqual({
      kind: 'found',
      events: [lookup],
      total: { value: 1, exact: true },
      remarks: [],
    });
  });

  it('says what a predicate cannot mean', async () => {
    const where = { kind: 'regex', field: 'Image', value: '(' } as const;
    expect(await findEvents(store, { where, ...page })).toMatchObject({
      kind: 'invalid',
      problems: [expect.stringContaining('Image')],
    });
  });

  it('takes half-open ranges and refuses empty ones', async () => {
    const where = { kind: 'all' } as const;
    expect(await findEvents(store, { where, ...page, from: startOf(2) })).toMatchObject({
      total: { value: 1 },
    });
    expect(await findEvents(store, { where, ...page, to: startOf(2) })).toMatchObject({ events: [lookup] });
    expect(await findEvents(store, { where, ...page, from: 5, to: 5 })).toMatchObject({ kind: 'invalid' });
  });
});

describe('getDocument', () => {
  it('gives a Sysmon document with its event', async () => {
    expect(await getDocument(store, lookup.ref)).toMatchObject({
      kind: 'found',
      ...lookup.ref,
      event: lookup,
    });
  });

  it('gives any other document with the reason why it is none', async () => {
    expect(await getDocument(store, other.ref)).toEqual({
      kind: 'found',
      ...other.ref,
      source: other.source,
      event: undefined,
      reason: 'no known shape',
    });
  });

  it('says where it looked for a missing one', async () => {
    expect(await getDocument(store, { index: 'logs', id: 'x' })).toEqual({
      kind: 'not_found',
      what: 'document',
      looked_in: ['logs'],
    });
  });
});
