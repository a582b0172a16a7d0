import { askedRange, contains, rangeOfLife, widestRangeOfLife } from './choose_range';

const HOUR = 3_600_000;
const START = Date.UTC(2024, 2, 5, 9, 0, 0, 250);

describe('the range that was asked for', () => {
  it('is taken as it is', () => {
    expect(askedRange({ from: 5, to: 9 })).toEqual({ from: 5, to: 9, chosen: 'asked' });
    expect(askedRange({})).toBeUndefined();
  });

  it('is 24 hours long where one end is open, and says so', () => {
    const cut = { chosen: 'asked', cut_to_hours: 24 };
    expect(askedRange({ from: START })).toEqual({ from: START, to: START + 24 * HOUR, ...cut });
    expect(askedRange({ to: START })).toEqual({ from: START - 24 * HOUR, to: START, ...cut });
  });
});

describe('the life of a process', () => {
  const from = START - HOUR;

  it('ends an hour after the start when no end, or an earlier one, is recorded', () => {
    const life = { from, to: START + HOUR, chosen: 'life_of_process' };
    expect(rangeOfLife({ start: START })).toEqual(life);
    expect(rangeOfLife({ start: START, end: START + 50 })).toEqual(life);
  });

  it('includes its end and the event asked for', () => {
    expect(rangeOfLife({ start: START, end: START + 5 * HOUR }).to).toBe(START + 5 * HOUR + 1);
    expect(rangeOfLife({ start: START, at: START + 3 * HOUR }).to).toBe(START + 4 * HOUR);
  });

  it('is cut to 24 hours: the first ones, or those around the event asked for', () => {
    const end = START + 90 * HOUR;
    expect(rangeOfLife({ start: START, end })).toEqual({
      from,
      to: from + 24 * HOUR,
      chosen: 'life_of_process',
      cut_to_hours: 24,
    });
    const at = START + 60 * HOUR;
    expect(rangeOfLife({ start: START, end, at })).toMatchObject({ from: at - 23 * HOUR, to: at + HOUR });
  });

  it.each([undefined, START, START + 2 * HOUR, START + 23 * HOUR, START + 70 * HOUR])(
    'fits into the range read before the end is known (event at %p)',
    (at) => {
      const second = Math.floor(START / 1000) * 1000;
      for (const end of [undefined, START + 1, START + 22.9 * HOUR, START + 24 * HOUR, START + 400 * HOUR]) {
        expect(
          contains(widestRangeOfLife({ start: second, at }), rangeOfLife({ start: START, end, at })),
        ).toBe(true);
      }
    },
  );
});
