import type { Predicate } from '../predicate/predicate';
import { compileDetection } from './compile_detection';
import { canRun, fieldLookup } from './compile_rule';
import type { RuleInWork } from './compile_rule';
import { selectEvents } from './log_sources';
import type { LogSource } from './log_sources';
import type { Problem } from './problem';
import { mapAt, textsAt } from './read_tree';
import { placeOf, readLogSource } from './sigma_document';
import type { DocumentHead, SigmaDocument } from './sigma_document';

/**
 * A Sigma filter: its condition is joined to the rules it names with `and`, as written. So a filter that takes hits away says
 * `not selection`, as pySigma reads it; the specification's own example leaves the `not` out, and implementations disagree.
 */
export interface SigmaFilter extends DocumentHead {
  readonly kind: 'filter';
  readonly logSource: LogSource;
  readonly rules: 'any' | readonly string[];
  readonly predicate: Predicate;
  readonly problems: readonly Problem[];
}

export function readFilter({ head, map, problems }: SigmaDocument): SigmaFilter {
  const logSource = readLogSource(map, problems) ?? {};
  const selected = selectEvents(logSource);
  const body = mapAt(map, { key: 'filter', problems });
  const rules = body ? textsAt(body, 'rules') : [];
  if (body && rules.length === 0)
    problems.error(placeOf(body, 'rules'), 'A filter names the "rules" it is for, or "any".');
  const eventIds = selected.kind === 'events' ? selected.ids : [];
  const context = {
    problems,
    eventIds,
    fieldNamed: fieldLookup({ selected, problems, absentFields: new Set() }),
  };
  const predicate: Predicate = body ? compileDetection(body, context, ['rules']) : { kind: 'none' };
  return {
    ...head,
    kind: 'filter',
    logSource,
    rules: rules[0] === 'any' ? 'any' : rules,
    predicate,
    problems: problems.list(),
  };
}

/** Whether a filter is for a rule: named, and with a log source that lies within the filter's. A filter with errors is for none. */
export function appliesTo(filter: SigmaFilter, { document, logSource }: RuleInWork): boolean {
  if (!canRun(filter)) return false;
  const { id, name } = document.head;
  const named = filter.rules === 'any' || filter.rules.some((rule) => rule === id || rule === name);
  return named && isWithin(logSource, filter.logSource);
}

const isWithin = (inner: LogSource, outer: LogSource): boolean =>
  (['category', 'product', 'service'] as const).every(
    (part) => outer[part] === undefined || outer[part] === inner[part],
  );
