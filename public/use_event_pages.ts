import { useState } from 'react';
import type { EventsAnswer } from '../common/api/events';
import type { Remark, Total } from '../common/remark';
import type { SysmonEvent } from '../common/sysmon/sysmon_event';
import { useRequest, type Request } from './use_request';

type FoundPage = Extract<EventsAnswer, { kind: 'found' }>;

export interface EventPages {
  readonly request: Request<EventsAnswer>;
  /** All pages so far, one after the other. */
  readonly events: readonly SysmonEvent[];
  readonly total: Total | undefined;
  readonly remarks: readonly Remark[];
  readonly problems: readonly string[];
  /** Absent when everything has arrived or is on its way. */
  readonly loadMore: (() => void) | undefined;
}

interface Options {
  readonly key: string | undefined;
  readonly round: number;
}

interface Before {
  readonly of: string;
  readonly pages: readonly FoundPage[];
}

/** A list that grows page by page; a new key or round starts it again. */
export function useEventPages(
  { key, round }: Options,
  ask: (after: string | undefined, signal: AbortSignal) => Promise<EventsAnswer>,
): EventPages {
  const of = `${key} ${round}`;
  const [kept, setKept] = useState<Before>({ of, pages: [] });
  const before = kept.of === of ? kept.pages : [];
  const after = before.at(-1)?.next;
  const request = useRequest({ key: key && `${of} ${after ?? ''}`, round: 0 }, (signal) =>
    ask(after, signal),
  );
  const page = request.data?.kind === 'found' ? request.data : undefined;
  const pages = page ? [...before, page] : before;
  return {
    request,
    events: pages.flatMap(({ events }) => events),
    total: pages[0]?.total,
    remarks: pages.flatMap(({ remarks }) => remarks),
    problems: request.data?.kind === 'invalid' ? request.data.problems : [],
    loadMore: page?.next === undefined ? undefined : () => setKept({ of, pages }),
  };
}
