import { allOf, anyOf, asked, onPath, supersetOf } from '../field_forms';
import type { AskedPaths, FieldForm, FormQuestion, PathQuestion } from '../field_forms';
import { textOf } from '../values';

const DWORD = /^DWORD \(0x([0-9a-f]{8})\)$/i;
const QWORD = /^QWORD \(0x([0-9a-f]{8})-0x([0-9a-f]{8})\)$/i;
/** Anything that may be a piece of "DWORD (0x00000001)" or "QWORD (0x...-0x...)". */
const PIECE_OF_NUMBER = /^[dqwor x()0-9a-f-]*$/i;
const NUMBER_TYPES = ['SZ_DWORD', 'SZ_QWORD', 'REG_DWORD', 'REG_QWORD'];
const hex8 = (value: number): string => value.toString(16).padStart(8, '0');

/**
 * Paths: registry.data.type, registry.data.strings. Text: Details as Sysmon writes it.
 * Winlogbeat's module computes a QWORD as (high << 8) + low, so a high part cannot be told back and is read as zero.
 */
export const REGISTRY_DETAILS: FieldForm = {
  name: 'registry_details',
  read: ([type, strings]) => {
    const text = textOf(strings);
    const kind = textOf(type) ?? '';
    if (text === undefined || !/^\d{1,20}$/.test(text)) return text;
    if (kind.endsWith('DWORD')) return `DWORD (0x${hex8(Number(text))})`;
    if (kind.endsWith('QWORD'))
      return `QWORD (0x${hex8(Math.floor(Number(text) / 2 ** 32))}-0x${hex8(Number(text) % 2 ** 32)})`;
    return text;
  },
  write: (text) => {
    const dword = DWORD.exec(text);
    if (dword) return ['SZ_DWORD', [String(Number.parseInt(dword[1] ?? '', 16))]];
    const qword = QWORD.exec(text);
    if (qword)
      return [
        'SZ_QWORD',
        [String(Number.parseInt(qword[1] ?? '', 16) * 256 + Number.parseInt(qword[2] ?? '', 16))],
      ];
    return [text.includes('Binary Data') && text.length === 11 ? 'REG_BINARY' : 'REG_SZ', [text]];
  },
  ask: askDetails,
};

function askDetails({ condition, paths: [type = '', strings = ''] }: FormQuestion): AskedPaths {
  if (condition.kind === 'exists') return asked({ kind: 'exists', path: strings }, true);
  const isNumber = anyOf(
    ...NUMBER_TYPES.map((value): PathQuestion => onPath(type, { kind: 'equals', value })),
  );
  const text = 'value' in condition && typeof condition.value === 'string' ? condition.value : '';
  const plain = ['equals', 'contains', 'starts', 'ends'].includes(condition.kind);
  if (!plain) return supersetOf([strings]);
  const dword = condition.kind === 'equals' ? DWORD.exec(text) : undefined;
  if (dword) {
    const value = String(Number.parseInt(dword[1] ?? '', 16));
    return asked(allOf(isNumber, onPath(strings, { kind: 'equals', value })), false);
  }
  if (PIECE_OF_NUMBER.test(text)) return asked(anyOf(onPath(strings, condition), isNumber), false);
  return asked(onPath(strings, condition), true);
}
