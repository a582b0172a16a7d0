import type { AccessFlag } from '../api/process_links';
import { foldCase } from '../predicate/fold_case';

/** Bits of a process handle. Source: Microsoft, "Process Security and Access Rights". */
export const ACCESS_RIGHTS = [
  { bit: 0x0001, name: 'PROCESS_TERMINATE' },
  { bit: 0x0002, name: 'PROCESS_CREATE_THREAD', flag: 'thread' },
  { bit: 0x0004, name: 'PROCESS_SET_SESSIONID' },
  { bit: 0x0008, name: 'PROCESS_VM_OPERATION', flag: 'write' },
  { bit: 0x0010, name: 'PROCESS_VM_READ' },
  { bit: 0x0020, name: 'PROCESS_VM_WRITE', flag: 'write' },
  { bit: 0x0040, name: 'PROCESS_DUP_HANDLE', flag: 'duplicate' },
  { bit: 0x0080, name: 'PROCESS_CREATE_PROCESS' },
  { bit: 0x0100, name: 'PROCESS_SET_QUOTA' },
  { bit: 0x0200, name: 'PROCESS_SET_INFORMATION' },
  { bit: 0x0400, name: 'PROCESS_QUERY_INFORMATION' },
  { bit: 0x0800, name: 'PROCESS_SUSPEND_RESUME' },
  { bit: 0x1000, name: 'PROCESS_QUERY_LIMITED_INFORMATION' },
  { bit: 0x2000, name: 'PROCESS_SET_LIMITED_INFORMATION' },
  { bit: 0x1_0000, name: 'DELETE' },
  { bit: 0x2_0000, name: 'READ_CONTROL' },
  { bit: 0x4_0000, name: 'WRITE_DAC' },
  { bit: 0x8_0000, name: 'WRITE_OWNER' },
  { bit: 0x10_0000, name: 'SYNCHRONIZE' },
] as const satisfies readonly { bit: number; name: string; flag?: AccessFlag }[];

/** The names of a mask's bits, lowest first; nothing for text that is no number. Bits without a name are left out. */
export const rightsOf = (mask: string): string[] => rowsOf(mask).map(({ name }) => name);

export function flagsOf({ mask, target }: { mask: string; target: string | undefined }): AccessFlag[] {
  const flags = rowsOf(mask).flatMap((row): AccessFlag[] => ('flag' in row ? [row.flag] : []));
  return [...new Set<AccessFlag>([...(isLsass(target) ? (['lsass'] as const) : []), ...flags])];
}

function rowsOf(mask: string) {
  const value = /^(0x[0-9a-f]{1,8}|\d{1,10})$/i.test(mask.trim()) ? Number(mask) : 0;
  return ACCESS_RIGHTS.filter(({ bit }) => (value & bit) !== 0);
}

const isLsass = (image: string | undefined): boolean => /(^|\\)lsass\.exe$/.test(foldCase(image ?? ''));
