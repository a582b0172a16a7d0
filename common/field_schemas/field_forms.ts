import type { Predicate } from '../predicate/predicate';

type WithoutField<C> = C extends { readonly field: unknown } ? Omit<C, 'field' | 'values'> : never;

/** A condition on the text of one field, without the field. `in` is asked as several `equals`; field_ref goes no further than `exists`. */
export type FormCondition = WithoutField<
  Exclude<Extract<Predicate, { readonly field: unknown }>, { readonly kind: 'in' | 'field_ref' }>
>;

/**
 * A condition on the paths of a document, on the text as stored there. `missing`: no value, or only empty ones.
 * `on` with a text condition compares without case, as everywhere.
 */
export type PathQuestion =
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'and' | 'or'; readonly of: readonly PathQuestion[] }
  | { readonly kind: 'exists' | 'missing'; readonly path: string }
  | { readonly kind: 'on'; readonly path: string; readonly condition: FormCondition };

/** `exact: false`: a superset of the documents whose Sysmon text satisfies the condition; the rest is decided in memory. */
export interface AskedPaths {
  readonly question: PathQuestion;
  readonly exact: boolean;
}

export interface FormQuestion {
  readonly condition: FormCondition;
  readonly paths: readonly string[];
  /** The condition's meaning in memory, on Sysmon's own text. Forms with few values ask it instead of translating. */
  readonly test: (text: string) => boolean;
}

/**
 * How a field is written where a document does not hold Sysmon's own text. `values` stand in the order of the place's paths:
 * whatever the document has there (hostile), undefined where it has nothing.
 */
export interface FieldForm {
  readonly name: string;
  /** The text is rebuilt from parts that lost something (arguments -> command line, a line of the message). */
  readonly inferred?: boolean;
  /** Stored values -> Sysmon's own text; undefined when they hold none. Never throws. */
  read(values: readonly unknown[]): string | undefined;
  /** Sysmon's own text -> values, one a path; undefined leaves the path out. */
  write(text: string): readonly unknown[];
  ask(question: FormQuestion): AskedPaths;
}

export const onPath = (path: string, condition: FormCondition): PathQuestion => ({
  kind: 'on',
  path,
  condition,
});
export const allOf = (...of: PathQuestion[]): PathQuestion => ({ kind: 'and', of });
export const anyOf = (...of: PathQuestion[]): PathQuestion => ({ kind: 'or', of });
export const hasValue = (path: string): PathQuestion => ({ kind: 'exists', path });
export const isMissing = (path: string): PathQuestion => ({ kind: 'missing', path });
export const asked = (question: PathQuestion, exact: boolean): AskedPaths => ({ question, exact });

/** A document may satisfy anything as soon as it has a value at one of the paths. */
export const supersetOf = (paths: readonly string[]): AskedPaths =>
  asked(anyOf(...paths.map(hasValue)), false);
