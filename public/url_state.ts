import { guidKey } from '../common/sysmon/process_guid';
import type { DocumentRef } from '../common/sysmon/sysmon_event';
import { isTimeText } from './time/resolve_time';
import { isZone, UTC, type Zone } from './time/zone';

/** Position of the canvas: screen = world * scale + (x, y). */
export interface CameraText {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A key of the URL: `read` gives undefined for what it cannot understand. */
interface Key<T> {
  readonly read: (text: string) => T | undefined;
  readonly write: (value: T) => string;
}

const plain: Key<string> = {
  read: (text) => (text && text.length <= 4096 ? text : undefined),
  write: (value) => value,
};
const checked = (isGood: (text: string) => boolean): Key<string> => ({
  ...plain,
  read: (text) => (isGood(text) ? text : undefined),
});
const choice = <const T extends string>(...choices: T[]): Key<T> => ({
  read: (text) => choices.find((one) => one === text),
  write: (value) => value,
});
const list = (isGood: (text: string) => boolean): Key<readonly string[]> => ({
  read: (text) => (text && text.split(',').every(isGood) ? text.split(',') : undefined),
  write: (values) => values.join(','),
});
const hosts: Key<readonly string[]> = {
  read: (text) => (text ? text.split(',').filter(Boolean) : undefined),
  write: (values) => values.join(','),
};
const zone: Key<Zone> = {
  read: (text) => (text === 'utc' ? UTC : isZone(text) ? text : undefined),
  write: (value) => (value === UTC ? 'utc' : value),
};
const guid: Key<string> = { read: guidKey, write: (value) => value };
/** `index!id`: an id may contain `!`, the name of an index practically never does, so the first one separates. */
const documentRef: Key<DocumentRef> = {
  read: (text) => {
    const at = text.indexOf('!');
    return at > 0 && at < text.length - 1 ? { index: text.slice(0, at), id: text.slice(at + 1) } : undefined;
  },
  write: ({ index, id }) => `${index}!${id}`,
};
const camera: Key<CameraText> = {
  read: readCamera,
  write: ({ x, y, scale }) => `${Math.round(x)},${Math.round(y)},${Number(scale.toFixed(4))}`,
};

/** Everything that a link to the app can say. A new key is a row here. */
const KEYS = {
  from: checked(isTimeText),
  to: checked(isTimeText),
  tz: zone,
  host: hosts,
  /** Process graph: the process, or index and id of any event. */
  guid,
  ix: plain,
  id: plain,
  q: plain,
  sort: choice('oldest', 'newest'),
  /** The open event. */
  ev: documentRef,
  sel: guid,
  find: plain,
  view: choice('graph', 'tree', 'both'),
  tab: choice('summary', 'activity', 'links', 'raw'),
  /** Event ids that the activity table shows. */
  types: list((text) => /^\d{1,5}$/.test(text)),
  /** Opened (`<guid>.<children shown>`) and closed (`<guid>.0`) processes. */
  exp: list((text) => /^[0-9a-f-]{36}\.\d{1,6}$/.test(text) || /^roots\.\d{1,6}$/.test(text)),
  z: camera,
};

type ValueOf<K> = K extends Key<infer T> ? T : never;
export type UrlKey = keyof typeof KEYS;
export type UrlState = { readonly [K in UrlKey]?: ValueOf<(typeof KEYS)[K]> };
/** undefined removes a key. */
export type UrlPatch = { readonly [K in UrlKey]?: UrlState[K] | undefined };

const NAMES = Object.keys(KEYS) as UrlKey[];
/** The keys' own types differ; each pair of read and write agrees, which is all that the loops below need. */
const keyOf = (name: UrlKey): Key<unknown> => KEYS[name] as Key<unknown>;

/** Unknown keys are ignored; a known key that cannot be read is named, and the rest works. */
export function readUrl(search: string): {
  readonly state: UrlState;
  readonly unreadable: readonly UrlKey[];
} {
  const parameters = new URLSearchParams(search);
  const state: Partial<Record<UrlKey, unknown>> = {};
  const unreadable: UrlKey[] = [];
  for (const name of NAMES) {
    const text = parameters.get(name);
    if (text === null || text === '') continue;
    const value = keyOf(name).read(text);
    if (value === undefined) unreadable.push(name);
    else state[name] = value;
  }
  return { state: state as UrlState, unreadable };
}

/** The query string with its `?`, keys in the order of the table, so that equal states are equal links; '' when nothing is set. */
export function writeUrl(state: UrlPatch): string {
  const parameters = new URLSearchParams();
  for (const name of NAMES) {
    const value = state[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    parameters.set(name, keyOf(name).write(value));
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Changes some keys of a query string. */
export const patchUrl = (search: string, patch: UrlPatch): string =>
  writeUrl({ ...readUrl(search).state, ...patch });

function readCamera(text: string): CameraText | undefined {
  const [x, y, scale, ...more] = text.split(',').map(Number);
  if (more.length > 0 || x === undefined || y === undefined || scale === undefined) return undefined;
  return [x, y, scale].every(Number.isFinite) && scale > 0 ? { x, y, scale } : undefined;
}
