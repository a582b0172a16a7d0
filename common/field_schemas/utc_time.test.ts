import fc from 'fast-check';
import { formatUtcTime, parseUtcTime } from './utc_time';

describe('parseUtcTime', () => {
  const moment = Date.UTC(2020, 9, 27, 20, 0, 14, 320);
  it.each<[unknown, string]>([
    ['2020-10-27 20:00:14.320', 'as Sysmon writes it'],
    ['2020-10-27T20:00:14.320Z', 'as an ingest pipeline writes it'],
    ['2020-10-27T20:00:14.3202341Z', 'seven digits, as Winlogbeat 8 writes @timestamp'],
    ['2020-10-28T05:00:14.320+09:00', 'an offset'],
    ['2020-10-27T20:00:14,320', 'a comma'],
    [moment, 'epoch milliseconds'],
  ])('%s: %s', (text) => expect(parseUtcTime(text)).toBe(moment));

  it('takes whole seconds', () => expect(parseUtcTime('2020-10-27T20:00:14Z')).toBe(moment - 320));

  it.each([
    '1601-01-01 00:00:00.000',
    '2023-02-29 10:00:00.000',
    '2023-02-30 10:00:00.000',
    '2023-13-01 10:00:00.000',
    '2023-04-31 10:00:00.000',
    '2023-01-01 24:00:00.000',
    '2023-01-01 23:60:00.000',
    '2023-00-10 10:00:00.000',
    '0000-00-00 00:00:00.000',
    '-',
    '',
    'now',
    '10/27/2020 20:00',
    '2020-10-27 20:00:14.32a',
    '2020_10-27 20:00:14.320',
    NaN,
    Infinity,
    -1,
    null,
    undefined,
    {},
    [],
    `${'2'.repeat(1_000_000)}`,
  ])('no time: %.40s', (value) => expect(parseUtcTime(value)).toBeUndefined());

  it('knows leap years', () => expect(parseUtcTime('2024-02-29 00:00:00.000')).toBe(Date.UTC(2024, 1, 29)));

  it('gives back every millisecond that it formats', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4_000_000_000_000 }),
        (ms) => parseUtcTime(formatUtcTime(ms)) === ms,
      ),
    );
  });
});
