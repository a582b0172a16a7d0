const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
const ZERO = '00000000-0000-0000-0000-000000000000';

/** The id of a process: its GUID in lower case without braces, as Windows versions and shippers differ in both. */
export type ProcessKey = string;

/** A GUID in any case, with or without braces -> its key; undefined for anything that is no GUID (also "-" and ""). */
export function guidKey(text: string | undefined): ProcessKey | undefined {
  return GUID.exec(text?.trim() ?? '')?.[1]?.toLowerCase();
}

/** Like guidKey, but the all-zero GUID, which Sysmon writes for "unknown", is no process either. */
export function processKey(text: string | undefined): ProcessKey | undefined {
  const key = guidKey(text);
  return key === ZERO ? undefined : key;
}

/** How a GUID is shown and linked: braces, lower case. */
export const bracedGuid = (key: ProcessKey): string => `{${key}}`;

/** The machine part: equal for all processes of one Windows installation. */
export const machinePart = (key: ProcessKey): string => key.slice(0, 8);

/**
 * The start second that Sysmon writes into a ProcessGuid: second and third group, third before second, hex, UTC.
 * {9f32b55f-7c4e-5f98-...} -> 0x5f987c4e = 2020-10-27 20:00:14. Returns milliseconds; undefined before Sysmon existed (2014).
 */
export function startOfGuid(key: ProcessKey): number | undefined {
  const [, low, high] = key.split('-');
  const seconds = Number.parseInt(`${high}${low}`, 16);
  return seconds > 1_388_534_400 ? seconds * 1000 : undefined;
}
