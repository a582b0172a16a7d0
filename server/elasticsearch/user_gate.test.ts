import { userGate } from './user_gate';

/** Work that ends when it is told to. */
function works(count: number) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (at: number) => () => {
    begun.push(at);
    return new Promise<number>((resolve) => (ends[at] = () => resolve(at)));
  };
  return {
    begun,
    end: (at: number) => ends[at]?.(),
    all: Array.from({ length: count }, (_, at) => work(at)),
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a third request of a user waits until one of two ends, in order', async () => {
  const gate = userGate(2);
  const { begun, end, all } = works(4);
  const results = all.map((work) => gate.run('a', work));
  await settled();
  expect(begun).toEqual([0, 1]);
  end(1);
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  for (const at of [0, 2]) end(at);
  await settled();
  end(3);
  expect(await Promise.all(results)).toEqual([0, 1, 2, 3]);
});

test('users do not wait for each other', async () => {
  const gate = userGate(1);
  const { begun, end, all } = works(2);
  const results = all.map((work, at) => gate.run(`user ${at}`, work));
  await settled();
  expect(begun).toEqual([0, 1]);
  end(0);
  end(1);
  await Promise.all(results);
});

test('a request that is aborted while it waits leaves the line', async () => {
  const gate = userGate(1);
  const { begun, end, all } = works(3);
  const cancel = new AbortController();
  const first = gate.run('a', all[0] ?? fail);
  const second = gate.run('a', all[1] ?? fail, cancel.signal);
  const third = gate.run('a', all[2] ?? fail);
  cancel.abort(new Error('gone'));
  await expect(second).rejects.toThrow('gone');
  end(0);
  await first;
  await settled();
  expect(begun).toEqual([0, 2]);
  end(2);
  await third;
});

test('failed work gives its place back', async () => {
  const gate = userGate(1);
  await expect(gate.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await gate.run('a', () => Promise.resolve(7))).toBe(7);
});

const fail = (): Promise<number> => Promise.reject(new Error('no such work'));
