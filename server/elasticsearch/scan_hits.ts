import { StoreProblem } from '../ports';
import { checkedAnswer, thrownAsProblem } from './checked_answer';
import type { SearchTarget } from './search_target';
import type { SearchAnswer, SearchHit } from './search_client';

const KEEP_ALIVE = '2m';

export interface Scanning {
  readonly body: Readonly<Record<string, unknown>>;
  readonly page: number;
}

/** Every hit of a query exactly once, by point in time, which is closed whatever happens. */
export async function* scanHits(
  target: SearchTarget,
  { body, page }: Scanning,
): AsyncGenerator<readonly SearchHit[]> {
  const { client, index, options } = target;
  let id = await openPointInTime(target);
  try {
    let after: readonly unknown[] | undefined;
    for (;;) {
      const params = {
        ...body,
        size: page,
        pit: { id, keep_alive: KEEP_ALIVE },
        sort: [{ _shard_doc: 'asc' }],
        track_total_hits: false,
        ...(after && { search_after: after }),
      };
      const answer = checkedAnswer(
        (await thrownAsProblem(() => client.search(params, options), index)) as SearchAnswer,
        target,
      );
      id = answer.pit_id ?? id;
      const hits = answer.hits?.hits ?? [];
      if (hits.length > 0) yield hits;
      after = hits.at(-1)?.sort;
      if (hits.length < page || !after) return;
    }
  } finally {
    await closeQuietly(target, id);
  }
}

async function openPointInTime({ client, index, options }: SearchTarget): Promise<string> {
  const opened = await thrownAsProblem(
    () => client.openPointInTime({ index, keep_alive: KEEP_ALIVE }, options),
    index,
  );
  const { id } = opened as { id?: string };
  if (!id) throw new StoreProblem('rejected', index, 'no point in time');
  return id;
}

/** Without the signal: also an aborted scan gives its point in time back. If that fails, it expires by itself. */
async function closeQuietly({ client, options }: SearchTarget, id: string): Promise<void> {
  const { signal: _aborted, ...rest } = options;
  await client.closePointInTime({ id }, { ...rest, maxRetries: 0 }).catch(() => undefined);
}
