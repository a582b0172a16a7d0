import type { SysmonField } from '../../sysmon/event_kinds';
import { QUESTION_FIELDS } from '../../sysmon/question_fields';
import { anyOf, asked, onPath } from '../field_forms';
import type { FieldForm, PathQuestion } from '../field_forms';
import { textOf } from '../values';

/** "Name: value"; what follows without the name of a field belongs to the value (scripts of WMI consumers). */
const NAMED_LINE = new RegExp(`^(?:${[...QUESTION_FIELDS].join('|')}): `);
const MAX_LINES = 10_000;
const LINE_START = 64;

/**
 * One field out of Sysmon's message, for fields that a shipper lost. Only a stopgap where the real field is missing: the first
 * line with the name counts, since the message names fields in the manifest's order and later ones may hold forged lines.
 */
export function messageLine(field: SysmonField): FieldForm {
  const label = `${field}: `;
  return {
    name: `message_${field}`,
    inferred: true,
    read: ([message]) => valueInMessage(textOf(message), label),
    write: (text) => [`${label}${text}`],
    ask: ({ condition, paths }) => {
      const known = condition.kind === 'equals' || condition.kind === 'starts' ? condition.value : '';
      // A value of several lines is only asked for its first: the message has its own line ends.
      const value = label + (known.split(/[\r\n]/)[0] ?? '').trimEnd();
      return asked(
        anyOf(...paths.map((path): PathQuestion => onPath(path, { kind: 'contains', value }))),
        false,
      );
    },
  };
}

function valueInMessage(message: string | undefined, label: string): string | undefined {
  if (message === undefined) return undefined;
  const start = startOfLine(message, label);
  if (start === undefined) return undefined;
  const value = message.slice(start + label.length, endOfValue(message, start)).replace(/\r?\n?$/, '');
  return value === '' ? undefined : value;
}

function startOfLine(message: string, label: string): number | undefined {
  if (message.startsWith(label)) return 0;
  const at = message.indexOf(`\n${label}`);
  return at < 0 ? undefined : at + 1;
}

function endOfValue(message: string, start: number): number {
  let end = message.indexOf('\n', start);
  for (let line = 0; end >= 0 && line < MAX_LINES; line++) {
    if (NAMED_LINE.test(message.slice(end + 1, end + 1 + LINE_START))) return end;
    end = message.indexOf('\n', end + 1);
  }
  return end < 0 ? message.length : end;
}
