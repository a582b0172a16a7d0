import fc from 'fast-check';
import { patchUrl, readUrl, writeUrl, type UrlState } from './url_state';

const GUID = '9f32b55f-7c4e-5f98-0000-0010d8a55b01';

describe('url state', () => {
  it('reads what it writes', () => {
    const state: UrlState = {
      from: 'now-24h',
      to: '2019-01-08T00:00:00Z',
      tz: 'Asia/Tokyo',
      host: ['A', 'B.example.com'],
      guid: GUID,
      ix: 'remote:winlogbeat-6',
      id: 'a!b&c',
      q: 'TempNcF88.eXe "a" & b=1',
      sort: 'newest',
      ev: { index: 'winlogbeat-6', id: 'x!y' },
      sel: GUID,
      find: '情報',
      view: 'both',
      tab: 'activity',
      types: ['1', '255'],
      exp: [`${GUID}.40`, 'roots.90'],
      z: { x: -12, y: 400, scale: 0.75 },
    };
    expect(readUrl(writeUrl(state))).toEqual({ state, unreadable: [] });
  });

  it('takes a GUID with braces and in capitals', () => {
    expect(readUrl(`?guid={${GUID.toUpperCase()}}`).state.guid).toBe(GUID);
  });

  it('names the key that it cannot read and keeps the rest', () => {
    expect(readUrl('?guid=nonsense&host=A&z=1,2&from=yesterday&view=cube&tz=Nowhere/X&ev=abc')).toEqual({
      state: { host: ['A'] },
      unreadable: ['from', 'tz', 'guid', 'ev', 'view', 'z'],
    });
  });

  it('ignores unknown keys and empty values', () =>
    expect(readUrl('?x=1&guid=&_g=()')).toEqual({ state: {}, unreadable: [] }));

  it('patches: sets, keeps and removes', () => {
    expect(patchUrl('?from=now-1h&to=now&sel=bad', { to: undefined, q: 'x' })).toBe('?from=now-1h&q=x');
    expect(patchUrl('', {})).toBe('');
  });

  it('survives any query string', () => {
    fc.assert(fc.property(fc.string(), (text) => writeUrl(readUrl(`?${text}`).state).length >= 0));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('z', 'exp', 'ev', 'types', 'host', 'tz', 'from'), fc.string()),
        (query) => {
          const once = writeUrl(readUrl(`?${new URLSearchParams(query).toString()}`).state);
          expect(writeUrl(readUrl(once).state)).toBe(once);
        },
      ),
    );
  });
});
