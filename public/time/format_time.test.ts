import { formatDuration, formatOffset, formatTime } from './format_time';

const MOMENT = Date.UTC(2019, 0, 8, 2, 21, 52, 282);

describe('formatTime', () => {
  it('shows milliseconds in UTC', () => expect(formatTime(MOMENT, 'UTC')).toBe('2019-01-08 02:21:52.282'));
  it('shows another zone', () => expect(formatTime(MOMENT, 'Asia/Tokyo')).toBe('2019-01-08 11:21:52.282'));
  it('has midnight as 00', () =>
    expect(formatTime(Date.UTC(2019, 0, 7, 15), 'Asia/Tokyo')).toBe('2019-01-08 00:00:00.000'));
  it('shows times before 1970 with their milliseconds', () =>
    expect(formatTime(-1, 'Asia/Tokyo')).toBe('1970-01-01 08:59:59.999'));
  it('does not fail on a time beyond the calendar', () =>
    expect(formatTime(8_640_000_000_000_000, 'Asia/Tokyo')).toBe('—'));
});

it.each([
  [18, '18 ms'],
  [2449, '2.4 s'],
  [184_000, '3 min 4 s'],
  [10_140_000, '2 h 49 min'],
  [266_400_000, '3 d 2 h'],
])('formatDuration %d -> %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

it.each([
  [4113, '+00:04.113'],
  [-4113, '-00:04.113'],
  [0, '+00:00.000'],
  [3_724_113, '+1:02:04.113'],
  [-266_651_000, '-3 d 02:04:11'],
])('formatOffset %d -> %s', (ms, text) => expect(formatOffset(ms)).toBe(text));
