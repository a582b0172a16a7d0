import { tallyActivity, sumOf } from './tally_activity';

const KEY = '3f2c91aa-df11-65e6-0000-000000000001';
const ZERO = '00000000-0000-0000-0000-000000000000';

it('puts every event into exactly one place', () => {
  const tally = tallyActivity({
    counts: [
      { value: KEY, events: { 1: 1, 3: 4 }, first: 10, last: 20 },
      { value: `{${KEY.toUpperCase()}}`, events: { 3: 2 }, first: 5, last: 15 },
      { value: ZERO, events: { 22: 3 } },
      { value: '-', events: { 5: 1 } },
    ],
    without: { 3: 1, 4: 2, 6: 1, 16: 1, 19: 1, 20: 1, 21: 1, 255: 1 },
  });
  expect([...tally.processes]).toEqual([[KEY, { counts: { 1: 1, 3: 6 }, first: 5, last: 20 }]]);
  expect(tally.hostEvents).toEqual({ 4: 2, 6: 1, 16: 1, 19: 1, 20: 1, 21: 1, 255: 1 });
  expect(tally.noProcess).toEqual({ 3: 1, 5: 1, 22: 3 });
  expect(sumOf(tally.hostEvents)).toBe(8);
});

it('takes events with an id that Sysmon does not have yet for host events', () => {
  expect(tallyActivity({ counts: [], without: { 30: 2 } }).hostEvents).toEqual({ 30: 2 });
});
