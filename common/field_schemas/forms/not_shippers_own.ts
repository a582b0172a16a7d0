import { anyOf, asked, onPath } from '../field_forms';
import type { FieldForm } from '../field_forms';
import { textOf } from '../values';

/** A field whose name a shipper uses for something of its own: those values are not Sysmon's. */
function except(name: string, own: RegExp, examples: readonly string[]): FieldForm {
  return {
    name,
    read: ([value]) => {
      const text = textOf(value);
      return text === undefined || own.test(text) ? undefined : text;
    },
    write: (text) => [text],
    ask: ({ condition, paths, test }) =>
      asked(
        anyOf(...paths.map((path) => onPath(path, condition))),
        condition.kind !== 'exists' && !examples.some(test),
      ),
  };
}

const SEVERITIES = [
  'DEBUG',
  'INFO',
  'WARNING',
  'ERROR',
  'CRITICAL',
  'VERBOSE',
  'AUDIT_SUCCESS',
  'AUDIT_FAILURE',
];

/** NXLog writes the severity into EventType, over Sysmon's own value. */
export const EVENT_TYPE_OF_SYSMON = except(
  'event_type_of_sysmon',
  new RegExp(`^(?:${SEVERITIES.join('|')})$`, 'i'),
  SEVERITIES,
);

/** Windows' event version is a small integer; Sysmon's own version (event 4) has a dot. */
export const VERSION_OF_SYSMON = except('version_of_sysmon', /^\d+$/, ['1', '2', '3', '4', '5']);
