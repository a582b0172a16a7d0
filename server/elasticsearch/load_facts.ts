import type { Remark } from '../../common/remark';
import { StoreProblem } from '../ports';
import type { LoadedFacts } from './facts_cache';
import { CAPABILITY_FIELDS, makeFacts, sampleBody } from './index_facts';
import { mergeCaps } from './merge_caps';
import type { CapsOfPattern } from './merge_caps';
import type { FieldCaps } from './path_types';
import type { RequestOptions, SearchAnswer, SearchClient, SearchHit } from './search_client';
import { thrownAsProblem } from './checked_answer';

export interface LoadingFacts {
  readonly client: SearchClient;
  readonly patterns: readonly string[];
  readonly options: RequestOptions;
}

interface OfPattern extends CapsOfPattern {
  readonly pattern: string;
  readonly sample: readonly SearchHit[];
}

/** Asks each pattern on its own, at once, so that one that may not be read does not hide the others. */
export async function loadFacts({ client, patterns, options }: LoadingFacts): Promise<LoadedFacts> {
  const settled = await Promise.allSettled(
    patterns.map((pattern) => ofPattern(pattern, { client, options })),
  );
  const problems = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const partial = problems.filter(isPartial);
  const fatal = problems.find((problem) => !isPartial(problem));
  if (fatal !== undefined) throw fatal;
  const found = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const usable = found.filter(({ indices }) => indices.length > 0);
  const empty = found.filter(({ indices }) => indices.length === 0).map(({ pattern }) => pattern);
  if (usable.length === 0)
    throw partial[0] ?? new StoreProblem('no_index', patterns.join(','), 'no index matches');
  const { indices, fields } = mergeCaps(usable);
  return {
    facts: makeFacts(
      indices,
      fields,
      usable.flatMap(({ sample }) => sample),
    ),
    patterns: usable.map(({ pattern }) => pattern),
    remarks: [...partial.map(remarkOf), ...empty.map((pattern): Remark => ({ kind: 'no_index', pattern }))],
  };
}

type PartialProblem = StoreProblem & { readonly kind: 'forbidden' | 'no_index' | 'index_closed' };

const isPartial = (problem: unknown): problem is PartialProblem =>
  problem instanceof StoreProblem && ['forbidden', 'no_index', 'index_closed'].includes(problem.kind);

const remarkOf = ({ kind, pattern }: PartialProblem): Remark => ({ kind, pattern });

async function ofPattern(
  pattern: string,
  { client, options }: Pick<LoadingFacts, 'client' | 'options'>,
): Promise<OfPattern> {
  const target = { index: pattern, ignore_unavailable: false, allow_no_indices: true };
  const [caps, sampled] = await thrownAsProblem(
    () =>
      Promise.all([
        client.fieldCaps({ ...target, fields: CAPABILITY_FIELDS }, options),
        client.search({ ...target, ...sampleBody() }, options),
      ]),
    pattern,
  );
  const { indices = [], fields = {} } = caps as { indices?: string | string[]; fields?: FieldCaps };
  return { pattern, indices: [indices].flat(), fields, sample: sampleOf(sampled as SearchAnswer) };
}

interface SampleBucket {
  readonly sample?: { readonly hits?: { readonly hits?: readonly SearchHit[] } };
}

function sampleOf(answer: SearchAnswer): readonly SearchHit[] {
  const buckets = (answer.aggregations?.['indices']?.buckets ?? []) as unknown as readonly SampleBucket[];
  return buckets.flatMap(({ sample }) => sample?.hits?.hits ?? []);
}
