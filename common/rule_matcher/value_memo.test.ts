import { MemoRoom, ValueMemo } from './value_memo';

describe('memory of values', () => {
  it('remembers what was put in', () => {
    const memo = new ValueMemo<number>(new MemoRoom(10_000));
    memo.set('a', 1);
    expect([memo.get('a'), memo.get('b')]).toEqual([1, undefined]);
  });

  it('drops what was not used for two generations, and keeps what was', () => {
    const memo = new ValueMemo<number>(new MemoRoom(1_000));
    memo.set('often', 1);
    memo.set('once', 2);
    for (let index = 0; index < 40; index += 1) {
      memo.set(`filler ${index}`, index);
      expect(memo.get('often')).toBe(1);
    }
    expect(memo.get('once')).toBeUndefined();
  });

  it('shares its room between fields', () => {
    const room = new MemoRoom(1_000);
    const [first, second] = [new ValueMemo<number>(room), new ValueMemo<number>(room)];
    first.set('a', 1);
    for (let index = 0; index < 20; index += 1) second.set(`filler ${index}`, index);
    expect(first.get('a')).toBeUndefined();
  });

  it('does not keep very long values', () => {
    const memo = new ValueMemo<number>(new MemoRoom(1_000_000));
    memo.set('x'.repeat(9_000), 1);
    expect(memo.get('x'.repeat(9_000))).toBeUndefined();
  });
});
