import type { FormCondition } from '../../common/field_schemas/field_forms';
import type { FieldType } from '../../common/sysmon/fields';
import type { PathTypes } from './path_types';
import type { EsQuery } from './search_client';

/** What a condition on a path needs to know. `patterns: false`: the cluster allows none, or there are too many. */
export interface PathContext {
  readonly types: PathTypes;
  readonly patterns: boolean;
  readonly patternsReason: string;
}

export interface PathCondition {
  readonly path: string;
  readonly condition: FormCondition;
  readonly fieldType: FieldType;
  /** The condition's meaning in memory. */
  readonly test: (text: string) => boolean;
}

export const ignoredAt = (path: string): EsQuery => ({ term: { _ignored: path } });
export const existsQ = (path: string): EsQuery => ({ exists: { field: path } });
