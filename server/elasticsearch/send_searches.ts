import { checkedAnswer, thrownAsProblem } from './checked_answer';
import type { PlannedSearch, SendSearches } from './plan';
import { scanHits } from './scan_hits';
import type { SearchAnswer, SearchHit } from './search_client';
import type { SearchTarget } from './search_target';
import { isOverflow } from './store_problems';

type Addressed = PlannedSearch & { readonly target: SearchTarget };

/** One multi-search a round, and a scan for each search that wants every hit. */
export const sendSearches: SendSearches = async (searches) => {
  const sent = searches.filter((search): search is Addressed => search.target !== undefined);
  const [answers, scans] = await Promise.all([
    multiSearch(sent.filter(({ all }) => !all)),
    Promise.all(sent.filter(({ all }) => all).map(everyHit)),
  ]);
  const [plain, scanned] = [answers.values(), scans.values()];
  return sent.map(({ all }) => (all ? scanned : plain).next().value ?? {});
};

async function multiSearch(searches: readonly Addressed[]): Promise<readonly SearchAnswer[]> {
  const [first] = searches;
  if (!first) return [];
  const { client, options, index } = first.target;
  const lines = searches.flatMap(({ body, target }) => [
    { index: target.index.split(','), ignore_unavailable: false, allow_no_indices: true },
    { timeout: `${target.timeout_ms}ms`, ...body },
  ]);
  const answer = await thrownAsProblem(() => client.msearch({ searches: lines }, options), index);
  const { responses = [] } = answer as { responses?: readonly SearchAnswer[] };
  return searches.map(({ target, mayOverflow }, at) => {
    const one = responses[at] ?? {};
    return mayOverflow && isOverflow(one.error) ? one : checkedAnswer(one, target);
  });
}

async function everyHit({ body, target }: Addressed): Promise<SearchAnswer> {
  const hits: SearchHit[] = [];
  for await (const page of scanHits(target, { body, page: 10_000 })) hits.push(...page);
  return { hits: { total: { value: hits.length, relation: 'eq' }, hits } };
}
