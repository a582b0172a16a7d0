import { guidKey } from '../../common/sysmon/process_guid';
import type { PathCondition } from './path_condition';
import { anyQ, atLeast } from './bounds';
import type { Bounds } from './bounds';
import type { EsQuery } from './search_client';

/**
 * A field that is only indexed as words. How it is cut into words is unknown, so a question finds whatever has a value; but a
 * GUID in one of its four usual spellings has the same words however they are cut.
 */
export function askWords({ path, condition, fieldType }: PathCondition): Bounds {
  const reason = `${path} is mapped as text`;
  const key = fieldType === 'guid' && condition.kind === 'equals' ? guidKey(condition.value) : undefined;
  if (key === undefined) return atLeast({ exists: { field: path } }, reason);
  const spellings = [key, key.toUpperCase()].flatMap((guid) => [guid, `{${guid}}`]);
  return atLeast(
    anyQ(spellings.map((guid): EsQuery => ({ match: { [path]: { query: guid, operator: 'and' } } }))),
    reason,
  );
}
