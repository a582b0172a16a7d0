import { useMemo, useState } from 'react';
import type { ForestAnswer, LineageAnswer } from '../../../common/api/lineage';
import { useApp } from '../../app_context';
import { useRange } from '../../use_range';
import { useRequest, type Request } from '../../use_request';

/** What the URL asks for. */
export type Subject = 'process' | 'document' | 'host' | 'nothing';

export interface GraphRequest {
  readonly subject: Subject;
  readonly request: Request<LineageAnswer | ForestAnswer>;
  /** All pages of a forest as one answer. */
  readonly answer: LineageAnswer | ForestAnswer | undefined;
  readonly loadRest: ((after: string) => void) | undefined;
}

type FoundForest = Extract<ForestAnswer, { kind: 'found' }>;

/** `guid` (and host), else `ix` and `id`, else `host` alone. Without a range a process gets its own life; a host gets the range on the screen. */
export function useGraphAnswer(): GraphRequest {
  const { api, url, refreshes } = useApp();
  const { text, ...range } = useRange();
  const host = url.host?.[0];
  const subject = url.guid ? 'process' : url.ix && url.id ? 'document' : host ? 'host' : 'nothing';
  const asked = url.from || url.to ? range : {};
  const question =
    subject === 'process'
      ? { guid: url.guid, host, ...asked }
      : subject === 'document'
        ? { index: url.ix, id: url.id, ...asked }
        : { forest: host, ...range };
  // The range by its words: "the last 24 hours" stays the same question while time goes on.
  const words = JSON.stringify({
    ...question,
    from: undefined,
    to: undefined,
    text: url.from || url.to || subject === 'host' ? text : '',
  });
  const of = `${words} ${refreshes}`;
  const [rest, setRest] = useState<{
    readonly of: string;
    readonly pages: readonly FoundForest[];
    readonly after: string;
  }>();
  const more = rest?.of === of ? rest : undefined;
  const key = subject === 'nothing' ? undefined : `${words} ${more?.after ?? ''}`;
  const request = useRequest<LineageAnswer | ForestAnswer>({ key, round: refreshes }, (signal) =>
    'forest' in question
      ? api.forest({ host: question.forest ?? '', ...range, ...(more && { after: more.after }) }, signal)
      : api.lineage(definedOnly(question), signal),
  );
  const pages = more?.pages;
  const answer = useMemo(() => joinPages(pages ?? [], request.data), [pages, request.data]);
  const loadRest =
    subject === 'host' && answer?.kind === 'found'
      ? (after: string) => setRest({ of, pages: [answer], after })
      : undefined;
  return { subject, request, answer, loadRest };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const definedOnly = <T extends object>(values: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >;

/** Later pages of a forest bring more processes; what they say about the whole is newer. */
function joinPages(
  before: readonly FoundForest[],
  now: LineageAnswer | ForestAnswer | undefined,
): LineageAnswer | ForestAnswer | undefined {
  const first = before[0];
  if (!first) return now;
  if (now?.kind !== 'found') return now ?? first;
  const seen = new Set(first.nodes.map(({ id }) => id));
  const nodes = [...first.nodes, ...now.nodes.filter(({ id }) => !seen.has(id))];
  return { ...now, nodes, roots: [...new Set([...first.roots, ...now.roots])] };
}
