import { memoryEventStore } from '../memory/memory_event_store';
import type { EventStore } from '../ports';
import { gatedEventStore } from './gated_event_store';
import { userGate } from './user_gate';

const HOSTS = [{ kind: 'count_by', where: { kind: 'all' }, field: 'Computer', max: 10 }] as const;

test('a third question of one user waits until one of two is answered, another user does not', async () => {
  let asked = 0;
  const answers: (() => void)[] = [];
  const inner = memoryEventStore([]);
  const slow: EventStore = {
    ...inner,
    ask: async (questions) => {
      asked += 1;
      await new Promise<void>((resolve) => answers.push(resolve));
      return inner.ask(questions);
    },
  };
  const gate = userGate(2);
  const mine = gatedEventStore(slow, { gate, user: 'analyst' });
  const running = [mine.ask(HOSTS), mine.ask(HOSTS), mine.ask(HOSTS)];
  await Promise.resolve();
  expect(asked).toBe(2);
  const other = gatedEventStore(slow, { gate, user: 'another' }).ask(HOSTS);
  expect(asked).toBe(3);
  answers[0]?.();
  await running[0];
  expect(asked).toBe(4);
  answers.forEach((answer) => answer());
  await Promise.all([...running, other]);
});
