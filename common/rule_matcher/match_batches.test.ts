import { equals } from '../predicate/predicate';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { matchBatches } from './match_batches';
import { RuleMatcher } from './rule_matcher';

const event = (Image: string): SysmonEvent => ({
  ref: { index: 'i', id: Image },
  eventId: 1,
  host: 'ws01',
  time: { ms: 0, source: 'UtcTime' },
  schema: 'flat',
  fields: { Image },
});
const matcher = new RuleMatcher([
  { id: 'a', predicate: equals('Image', 'a') },
  { id: 'b', predicate: equals('Image', 'b') },
]);
const batches = [
  [event('a'), event('x'), event('b')],
  [event('x')],
  Array.from({ length: 1_000 }, () => event('b')),
];

async function run(signal: AbortSignal, pause: () => Promise<void>) {
  const answers = [];
  for await (const answer of matchBatches({ matcher, batches, signal, pause })) answers.push(answer);
  return answers;
}

describe('matching batches', () => {
  it('answers each batch with its hits', async () => {
    const answers = await run(new AbortController().signal, async () => undefined);
    expect(answers.map(({ events, hits }) => [events, hits.length])).toEqual([
      [3, 2],
      [1, 0],
      [1_000, 1_000],
    ]);
    expect(answers[0]?.hits.map((hit) => [hit.event.ref.id, hit.rules])).toEqual([
      ['a', [0]],
      ['b', [1]],
    ]);
  });

  it('gives others their turn within a large batch, and stops there when it is aborted', async () => {
    const controller = new AbortController();
    let pauses = 0;
    const answers = await run(controller.signal, async () => {
      pauses += 1;
      if (pauses === 4) controller.abort();
    });
    expect(answers).toHaveLength(2);
    expect(pauses).toBe(4);
  });

  it('answers nothing when it was aborted before', async () =>
    expect(await run(AbortSignal.abort(), async () => undefined)).toEqual([]));
});
