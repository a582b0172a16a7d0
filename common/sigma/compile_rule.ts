import { and } from '../predicate/predicate';
import type { Predicate } from '../predicate/predicate';
import { checkPredicate } from '../predicate/check_predicate';
import { simplify } from '../predicate/simplify';
import type { QuestionField } from '../sysmon/fields';
import { compileDetection } from './compile_detection';
import type { DetectionContext } from './detection';
import { carries, similarField, sysmonField } from './field_names';
import { selectEvents } from './log_sources';
import type { LogSource, Selected } from './log_sources';
import { isError, quoted } from './problem';
import type { Position, Problem, Problems } from './problem';
import { mapAt } from './read_tree';
import { placeOf, readLogSource } from './sigma_document';
import type { DocumentHead, SigmaDocument } from './sigma_document';
import type { YamlMap } from './yaml_tree';

/** A Sigma rule as a question over Sysmon events. */
export interface CompiledRule extends DocumentHead {
  readonly kind: 'rule';
  readonly logSource: LogSource;
  /** Events that the rule can see; empty when Sysmon does not write its log source. */
  readonly eventIds: readonly number[];
  /** Event ids included. `none` when a problem leaves nothing to ask. */
  readonly predicate: Predicate;
  /** Fields of the rule that its events never carry. Some could be joined from event 1 of the process. */
  readonly absentFields: readonly QuestionField[];
  /** With an error among them the rule is kept and does not run. */
  readonly problems: readonly Problem[];
}

export const canRun = (rule: { readonly problems: readonly Problem[] }): boolean =>
  !rule.problems.some(isError);

/** A rule before the filters of its set are known. */
export interface RuleInWork {
  readonly document: SigmaDocument;
  readonly logSource: LogSource;
  readonly selected: Selected;
  readonly detection: Predicate;
  readonly absentFields: ReadonlySet<QuestionField>;
}

export function readRule(document: SigmaDocument): RuleInWork {
  const { map, problems } = document;
  const named = readLogSource(map, problems);
  const logSource = named ?? {};
  const selected = selectEvents(logSource);
  if (named && selected.kind === 'not_sysmon') problems.error(placeOf(map, 'logsource'), selected.reason);
  const absentFields = new Set<QuestionField>();
  const detection = mapAt(map, { key: 'detection', problems });
  const eventIds = selected.kind === 'events' ? selected.ids : [];
  const context = { problems, eventIds, fieldNamed: fieldLookup({ selected, problems, absentFields }) };
  return {
    document,
    logSource,
    selected,
    absentFields,
    detection: detection ? compileDetection(detection, context) : { kind: 'none' },
  };
}

interface Lookup {
  readonly selected: Selected;
  readonly problems: Problems;
  readonly absentFields: Set<QuestionField>;
}

/** Names are looked up for rules about Sysmon only: one reason for a refused log source is enough. */
export function fieldLookup({ selected, problems, absentFields }: Lookup): DetectionContext['fieldNamed'] {
  const told = new Set<string>();
  return (name, position) => {
    const field = sysmonField(name);
    if (selected.kind === 'not_sysmon' || told.has(name)) return field;
    told.add(name);
    if (field === undefined) problems.warn(position, unknownField(name));
    else if (!selected.ids.some((id) => carries(id, field))) {
      absentFields.add(field);
      problems.warn(position, `${field} is never part of event ${selected.ids.join(', ')}.`);
    }
    return field;
  };
}

function unknownField(name: string): string {
  const similar = similarField(name);
  return `Sysmon has no field ${quoted(name)}, so only its absence can be true${similar ? `; did you mean ${similar}?` : '.'}`;
}

/** Puts log source, detection and the filters that apply together. */
export function finishRule(rule: RuleInWork, filters: readonly Predicate[]): CompiledRule {
  const { document, selected, logSource, absentFields } = rule;
  const whole: Predicate =
    selected.kind === 'events' ? simplify(and(selected.where, rule.detection, ...filters)) : { kind: 'none' };
  for (const reason of checkPredicate(whole)) document.problems.error(detectionPlace(document.map), reason);
  if (selected.kind === 'events' && whole.kind === 'none' && canRun({ problems: document.problems.list() }))
    document.problems.warn(detectionPlace(document.map), 'No event can match this rule.');
  return {
    ...document.head,
    kind: 'rule',
    logSource,
    eventIds: selected.kind === 'events' ? selected.ids : [],
    predicate: whole,
    absentFields: [...absentFields],
    problems: document.problems.list(),
  };
}

const detectionPlace = (map: YamlMap): Position => placeOf(map, 'detection');
