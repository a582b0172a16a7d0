import { createTranslate } from '../messages/translate';
import { activityWords } from './activity_words';

const words = (counts: Record<number, number>) => activityWords(counts, createTranslate('en'));

test('what says most comes first, start and end last, and the parts add up', () => {
  expect(words({ 1: 1, 3: 12, 5: 1, 22: 3, 8: 1 })).toBe(
    '18 events: 1 Remote thread, 12 Network connection, 3 DNS query, 1 Process create, 1 Process end',
  );
});

test('event types of later versions stand under their number', () => {
  expect(words({ 1: 1, 99: 2 })).toBe('3 events: 1 Process create, 2 99');
});

test('nothing is said as nothing', () => expect(words({})).toBe('no events in this range'));
