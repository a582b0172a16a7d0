import { useMemo } from 'react';
import { eventIds, and } from '../../../common/predicate/predicate';
import type { Total } from '../../../common/remark';
import { useApp } from '../../app_context';
import { cleanInput, detectType } from '../../find/detect_type';
import { findPredicate, type FindQuestion } from '../../find/find_predicate';
import { useEventPages, type EventPages } from '../../use_event_pages';
import { useRange } from '../../use_range';

export const PAGE_ROWS = 100;

export interface FoundEvents {
  readonly question: FindQuestion;
  readonly sort: 'oldest' | 'newest';
  readonly pages: EventPages;
  readonly total: Total | undefined;
}

/** Asks for what the URL says: `q`, `host`, `types`, range, order. */
export function useFoundEvents(): FoundEvents {
  const { api, url, refreshes } = useApp();
  const { from, to, text } = useRange();
  const question = useMemo(() => questionOf(url.q, url.host), [url.q, url.host]);
  const sort = url.sort ?? 'newest';
  const where = useMemo(() => {
    const matches = findPredicate(question);
    return url.types ? and(eventIds(...url.types.map(Number)), matches) : matches;
  }, [question, url.types]);
  const key = JSON.stringify({ where, text, sort });
  const pages = useEventPages({ key, round: refreshes }, (after, signal) =>
    api.findEvents(
      { where, from, to, sort, limit: PAGE_ROWS, ...(after !== undefined && { after }) },
      signal,
    ),
  );
  return { question, sort, pages, total: pages.total };
}

/** `text:` before a value searches it in all fields, whatever it looks like. */
export const ANY_FIELD = 'text:';

function questionOf(q = '', hosts: readonly string[] = []): FindQuestion {
  const anyField = q.startsWith(ANY_FIELD);
  const value = cleanInput(anyField ? q.slice(ANY_FIELD.length) : q);
  return { value, type: anyField ? 'text' : detectType(value), hosts };
}
