import { isTimeText, resolveTime } from './resolve_time';
import { fromWallClock, localZone, toWallClock } from './zone';

const now = Date.UTC(2019, 0, 8, 20, 30);
const utc = (text: string, roundUp = false) => resolveTime(text, { now, zone: 'UTC', roundUp });
const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

describe('resolveTime', () => {
  it.each([
    ['now', '2019-01-08T20:30:00.000Z'],
    ['now-24h', '2019-01-07T20:30:00.000Z'],
    ['now-1d/d', '2019-01-07T00:00:00.000Z'],
    ['now-1M', '2018-12-08T20:30:00.000Z'],
    ['now/w', '2019-01-06T00:00:00.000Z'],
    ['now/y', '2019-01-01T00:00:00.000Z'],
    ['2019-01-08T02:21:52.282Z', '2019-01-08T02:21:52.282Z'],
    ['2019-01-08 02:21:52.282', '2019-01-08T02:21:52.282Z'],
    ['2019-01-08', '2019-01-08T00:00:00.000Z'],
    ['2019-01-08T02:21:52+09:00', '2019-01-07T17:21:52.000Z'],
  ])('%s', (text, expected) => expect(iso(utc(text))).toBe(expected));

  it('rounds the end of a range up', () => expect(iso(utc('now/d', true))).toBe('2019-01-09T00:00:00.000Z'));
  it('takes the days of the shown zone', () => {
    expect(iso(resolveTime('now/d', { now, zone: 'Asia/Tokyo' }))).toBe('2019-01-08T15:00:00.000Z');
  });
  it.each(['', 'yesterday', 'now-', 'now-1x', '2019', 'javascript:1', '2019-13-45'])('refuses %p', (text) =>
    expect(isTimeText(text)).toBe(false),
  );
});

describe('wall clock', () => {
  it('goes there and back over the change to summer time', () => {
    for (let hour = 0; hour < 48; hour += 1) {
      const ms = Date.UTC(2019, 2, 30, 12 + hour, 17);
      expect(fromWallClock(toWallClock(ms, 'Europe/Berlin'), 'Europe/Berlin')).toBe(ms);
    }
  });
  it('takes the browser for an unknown zone', () => expect(localZone('No/Such')).toBe(localZone('Browser')));
});
