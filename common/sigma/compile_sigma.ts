import { finishRule, readRule } from './compile_rule';
import type { CompiledRule, RuleInWork } from './compile_rule';
import { readCorrelation } from './correlation';
import type { CorrelationRule } from './correlation';
import { appliesTo, readFilter } from './filter';
import type { SigmaFilter } from './filter';
import { quoted } from './problem';
import { placeOf, readSigmaDocument } from './sigma_document';
import type { SigmaDocument } from './sigma_document';
import { readYaml } from './yaml_tree';

/** Everything found in a set of texts, in their order. A document with problems is here too, with its problems. */
export interface CompiledSigma {
  readonly rules: readonly CompiledRule[];
  readonly correlations: readonly CorrelationRule[];
  readonly filters: readonly SigmaFilter[];
}

/**
 * Sigma 2.1 texts -> questions over Sysmon events. A text may hold several documents; filters and correlations find their rules
 * in the whole set. Never throws, whatever the texts hold.
 */
export function compileSigma(texts: readonly string[]): CompiledSigma {
  const documents = texts.flatMap((text) => readYaml(text).map(readSigmaDocument));
  reportRepeatedIds(documents);
  const filters = documents.filter(isA('filter')).map(readFilter);
  const rules = documents.filter(isA('rule')).map(readRule);
  const names = knownNames(documents);
  const correlations = documents
    .filter(isA('correlation'))
    .map((one) => readCorrelation(one, (name) => names.has(name)));
  return {
    rules: rules.map((rule) => finishRule(rule, predicatesFor(rule, filters))),
    correlations,
    filters,
  };
}

const isA = (kind: SigmaDocument['kind']) => (document: SigmaDocument) => document.kind === kind;

const predicatesFor = (rule: RuleInWork, filters: readonly SigmaFilter[]) =>
  filters.filter((filter) => appliesTo(filter, rule)).map(({ predicate }) => predicate);

/** What a correlation can name: rules and other correlations, by id or name. */
function knownNames(documents: readonly SigmaDocument[]): ReadonlySet<string> {
  const named = documents.filter(({ kind }) => kind !== 'filter').flatMap(({ head }) => [head.id, head.name]);
  return new Set(named.flatMap((name) => name ?? []));
}

function reportRepeatedIds(documents: readonly SigmaDocument[]): void {
  const seen = new Set<string>();
  for (const { head, map, problems } of documents) {
    if (head.id === undefined) continue;
    if (seen.has(head.id))
      problems.warn(placeOf(map, 'id'), `Another document of this set has the id ${quoted(head.id)} too.`);
    seen.add(head.id);
  }
}
