import { matchesPattern } from '../../common/event_questions/index_pattern';
import type { Remark } from '../../common/remark';
import { ACTOR_FIELDS } from '../../common/sysmon/event_kinds';
import type { QuestionField } from '../../common/sysmon/fields';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type {
  AnswersTo,
  CountByField,
  CountByTime,
  CountGroups,
  EventQuery,
  EventStore,
  Question,
} from '../ports';
import { countByPlan } from './count_by_plan';
import { countGroupsPlan } from './count_groups_plan';
import { countByTimePlan } from './count_by_time_plan';
import type { FactsCache, LoadedFacts } from './facts_cache';
import { findPlan } from './find_plan';
import { getDocuments } from './get_documents';
import { loadFacts } from './load_facts';
import { runPlans } from './plan';
import type { Plan } from './plan';
import { prepareQuestion } from './prepare_question';
import type { AskMode, PreparedQuestion, Preparing } from './prepare_question';
import { readPlan } from './read_plan';
import { scanHits } from './scan_hits';
import type { RequestOptions, SearchClient } from './search_client';
import { Refused } from './checked_answer';
import { sendSearches } from './send_searches';
import type { SearchTarget } from './search_target';
import { isExpensiveOff, isTooComplex } from './store_problems';

export interface EsEventStoreOptions {
  readonly client: SearchClient;
  /** Index patterns of the space, such as `winlogbeat-*`, `remote:logs-*`. */
  readonly patterns: readonly string[];
  /** Shared by all requests of a host. */
  readonly cache: FactsCache;
  /** Tells users with different rights apart in the cache. */
  readonly user?: string;
  readonly signal?: AbortSignal;
  /** Goes to Elasticsearch as X-Opaque-Id. */
  readonly operation: string;
  /** Elasticsearch stops searching after this long and answers what it has; default 30 s. */
  readonly timeout_ms?: number;
  /** Without any answer a request is given up so long after that; default 5 s. */
  readonly patience_ms?: number;
  /** Also indices of the frozen tier, which answer slowly; absent = left out. */
  readonly frozen?: boolean;
}

/** Events in Elasticsearch, for one request of one user. */
export function esEventStore(options: EsEventStoreOptions): EventStore {
  const store = new EsEvents(options);
  return {
    patterns: options.patterns,
    ask: (questions) => store.ask(questions),
    get: (refs) =>
      getDocuments(
        refs,
        store.target(options.patterns.join(','), () => undefined),
      ),
    scan: (query) => store.scan(query),
  };
}

/** Loads what is known of the patterns, so that the first question of a user does not wait for it. */
export const warmFacts = async (options: EsEventStoreOptions): Promise<void> => {
  await new EsEvents(options).facts(undefined);
};

class EsEvents {
  constructor(private readonly options: EsEventStoreOptions) {}

  async ask<const Qs extends readonly Question[]>(questions: Qs): Promise<AnswersTo<Qs>> {
    const answers = await withSecondThoughts(
      (mode) => this.askOnce(questions, mode),
      () => this.forgetFacts(questions),
    );
    return answers as AnswersTo<Qs>;
  }

  async *scan({ fields, page, ...query }: ScanQuestion): AsyncGenerator<readonly SysmonEvent[]> {
    const begin = async (mode: AskMode) => {
      const loaded = await this.facts(query.indices);
      const prepared = this.prepared({ query, fields, facts: loaded.facts, mode });
      const target = this.target(indexOf(query, loaded), () => undefined);
      const hits = scanHits(target, { body: { ...prepared.reading, query: prepared.bounds.upper }, page });
      return { prepared, hits, first: await hits.next() };
    };
    const { prepared, hits, first } = await withSecondThoughts(begin, () => this.forgetFacts([query]));
    try {
      for (let next = first; !next.done; next = await refusedAsProblem(() => hits.next())) {
        const events = next.value.flatMap((hit) => prepared.accept(hit) ?? []).map(prepared.project);
        if (events.length > 0) yield events;
      }
    } finally {
      await hits.return(undefined);
    }
  }

  private prepared(preparing: Preparing): PreparedQuestion {
    return prepareQuestion({ ...preparing, frozen: this.options.frozen ?? false });
  }

  target(index: string, addRemark: (remark: Remark) => void): SearchTarget {
    const { client, signal, operation, timeout_ms = 30_000, patience_ms = 5_000 } = this.options;
    const options: RequestOptions = {
      ...(signal && { signal }),
      headers: { 'x-opaque-id': `sysmon-trail:${operation}` },
      requestTimeout: timeout_ms + patience_ms,
    };
    return { client, index, options, timeout_ms, addRemark };
  }

  /** Facts of the space's patterns also serve for single indices of them. */
  async facts(indices: readonly string[] | undefined): Promise<LoadedFacts> {
    if (indices === undefined) return this.load(this.options.patterns);
    const of_space = await this.load(this.options.patterns).catch(() => undefined);
    const is_known = (pattern: string) =>
      of_space?.patterns.includes(pattern) ||
      of_space?.facts.indices.some((index) => matchesPattern(index, pattern));
    return of_space && indices.every(is_known) ? of_space : this.load(indices);
  }

  private load(patterns: readonly string[]): Promise<LoadedFacts> {
    const { client, cache } = this.options;
    const { signal: _not_shared, ...options } = this.target('', () => undefined).options;
    return cache.get(this.key(patterns), () => loadFacts({ client, patterns, options }));
  }

  private forgetFacts(queries: readonly EventQuery[]): void {
    for (const { indices } of [...queries, {} as EventQuery])
      this.options.cache.forget(this.key(indices ?? this.options.patterns));
  }

  private key(patterns: readonly string[]): string {
    return JSON.stringify([this.options.user ?? '', ...patterns]);
  }

  private async askOnce(questions: readonly Question[], mode: AskMode): Promise<unknown[]> {
    const asked = await Promise.all(questions.map((question) => this.prepare(question, mode)));
    const answers = await runPlans(asked.map(addressed), sendSearches);
    return answers.map((answer, at) => withRemarks(answer as WithRemarks, asked[at]?.remarks ?? []));
  }

  private async prepare(question: Question, mode: AskMode): Promise<Asked> {
    const loaded = await this.facts(question.indices);
    const fields =
      question.kind === 'find' || question.kind === 'read' ? question.fields : countedFields(question);
    const prepared = this.prepared({ query: question, fields, facts: loaded.facts, mode });
    const remarks: Remark[] = question.indices ? [] : [...loaded.remarks];
    if (mode === 'cheap')
      remarks.push({ kind: 'expensive_queries_off', detail: 'search.allow_expensive_queries is false' });
    const target = this.target(indexOf(question, loaded), (remark) => remarks.push(remark));
    return { plan: planOf(question, prepared), remarks, target };
  }
}

type ScanQuestion = Parameters<EventStore['scan']>[0];
type WithRemarks = { readonly remarks: readonly Remark[] };

interface Asked {
  readonly plan: Plan<unknown>;
  readonly target: SearchTarget;
  /** Grows while the searches are answered. */
  readonly remarks: readonly Remark[];
}

/** Each search of a plan with where it goes. */
function* addressed({ plan, target }: Asked): Plan<unknown> {
  let step = plan.next([]);
  while (!step.done) step = plan.next(yield step.value.map((search) => ({ ...search, target })));
  return step.value;
}

function planOf(question: Question, prepared: PreparedQuestion): Plan<unknown> {
  switch (question.kind) {
    case 'find':
      return findPlan(question, prepared);
    case 'read':
      return readPlan(question, prepared);
    case 'count_by':
      return countByPlan(question, prepared);
    case 'count_groups':
      return countGroupsPlan(question, prepared);
    case 'count_by_time':
      return countByTimePlan(question, prepared);
  }
}

/** What counting in memory needs. */
function countedFields(question: CountByField | CountByTime | CountGroups): readonly QuestionField[] {
  if (question.kind === 'count_by_time') return [];
  if (question.kind === 'count_groups') return question.fields;
  return question.field === 'Actor' ? [...ACTOR_FIELDS.keys()] : [question.field];
}

const indexOf = ({ indices }: EventQuery, { patterns }: LoadedFacts): string =>
  (indices ?? patterns).join(',');

function withRemarks<A extends WithRemarks>(answer: A, more: readonly Remark[]): A {
  const once = new Map([...answer.remarks, ...more].map((remark) => [JSON.stringify(remark), remark]));
  return { ...answer, remarks: [...once.values()] };
}

async function refusedAsProblem<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (refused) {
    throw refused instanceof Refused ? refused.problem : refused;
  }
}

const CHANGED: readonly string[] = ['no_index', 'index_closed', 'forbidden'];

/**
 * Asks again where another way may do: without patterns where they are refused, with fresh facts where indices have changed.
 * @throws StoreProblem where neither helps
 */
async function withSecondThoughts<T>(ask: (mode: AskMode) => Promise<T>, forget: () => void): Promise<T> {
  let mode: AskMode = 'full';
  let is_fresh = false;
  for (;;) {
    try {
      return await ask(mode);
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      const cheaper = cheaperMode(refused, mode);
      if (cheaper) mode = cheaper;
      else if (CHANGED.includes(refused.problem.kind) && !is_fresh) {
        is_fresh = true;
        forget();
      } else throw refused.problem;
    }
  }
}

function cheaperMode({ error }: Refused, mode: AskMode): AskMode | undefined {
  if (mode !== 'cheap' && isExpensiveOff(error)) return 'cheap';
  return mode === 'full' && isTooComplex(error) ? 'no_patterns' : undefined;
}
