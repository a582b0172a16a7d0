import { createContext, useContext } from 'react';
import type { ApiClient } from './api_client';
import type { HostServices } from './host_services';
import type { Translate } from './messages/translate';
import type { Zone } from './time/zone';
import type { UrlKey, UrlPatch, UrlState } from './url_state';

/** A place in the app: path and what the URL says there. */
export interface Place {
  readonly path: string;
  readonly state?: UrlPatch;
}

/** The range that the page shows, as the URL or the answer gives it. */
export interface ShownRange {
  readonly from: string;
  readonly to: string;
}

export interface AppContextValue {
  readonly services: HostServices;
  readonly api: ApiClient;
  readonly t: Translate;
  readonly zone: Zone;
  readonly path: string;
  readonly url: UrlState;
  readonly unreadable: readonly UrlKey[];
  /** Goes up with each Refresh: part of every request's key. */
  readonly refreshes: number;
  /** UTC ms of the last Refresh: what "now" means for this page. */
  readonly now: number;
  refresh(): void;
  href(place: Place): string;
  /** A new entry in the history. */
  go(place: Place): void;
  /** Changes keys of this page's URL; `push` so that Back returns, `replace` for typing, brushing and panning. */
  change(patch: UrlPatch, how: 'push' | 'replace'): void;
  /** What the range picker shows where the URL names no range (the process graph chooses its own). */
  readonly shownRange: ShownRange | undefined;
  showRange(range: ShownRange | undefined): void;
}

const AppContext = createContext<AppContextValue | undefined>(undefined);
export const AppContextProvider = AppContext.Provider;

export function useApp(): AppContextValue {
  const value = useContext(AppContext);
  if (!value) throw new Error('useApp outside of App');
  return value;
}
