import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import IntlMessageFormat from 'intl-messageformat';
import { ENGLISH } from './english';
import { createTranslate } from './translate';

const PUBLIC = join(__dirname, '..');
const sources = readdirSync(PUBLIC, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/\.test\.tsx?$/.test(file) &&
      !file.startsWith('messages') &&
      !file.startsWith('kibana'),
  )
  .map((file) => ({ file, text: readFileSync(join(PUBLIC, file), 'utf8') }));
const used = new Set(sources.flatMap(({ text }) => text.match(/sysmonTrail\.[a-z]+\.[A-Za-z0-9]+/g) ?? []));

describe('messages', () => {
  it('exist for every id that is used', () =>
    expect([...used].filter((id) => !Object.hasOwn(ENGLISH, id))).toEqual([]));
  it('are all used', () => expect(Object.keys(ENGLISH).filter((id) => !used.has(id))).toEqual([]));
  it('are valid ICU', () => {
    for (const text of Object.values(ENGLISH))
      expect(() => new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true })).not.toThrow();
  });
  it.each([
    'alert',
    'threat',
    'malicious',
    'attacker',
    'suspicious',
    'victim',
    'endpoint',
    'machine',
    'device',
    'kill',
    'invalid',
    'oops',
    'please',
    '!',
  ])('never say %p', (word) =>
    expect(
      Object.values(ENGLISH).filter((text) => new RegExp(word === '!' ? '!' : `\\b${word}`, 'i').test(text)),
    ).toEqual([]),
  );
  it('stand alone: no English text lies in the sources', () => {
    const loose = sources
      .filter(({ text }) => />\s*[A-Z][a-z]+ [a-z]+[^<{}=]*<\//.test(text))
      .map(({ file }) => file);
    expect(loose).toEqual([]);
  });
});

describe('translate', () => {
  const t = createTranslate('en');
  it('formats plurals and numbers', () => {
    expect(t('sysmonTrail.graph.nodeChildren', { count: 0 })).toBe('no children');
    expect(t('sysmonTrail.graph.nodeChildren', { count: 1 })).toBe('1 child');
    expect(t('sysmonTrail.shared.exactly', { count: 8412 })).toBe('8,412');
  });
  it('takes hostile values as text', () =>
    expect(t('sysmonTrail.find.title', { value: '<b>{x}</b>' })).toBe('Events with <b>{x}</b>'));
  it('falls back to English where a language lacks a text', () =>
    expect(createTranslate('ja')('sysmonTrail.start.host')).toBe('Host'));
});
