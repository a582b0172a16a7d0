import { useCallback, useEffect, useMemo, useState } from 'react';
import { createApiClient } from './api_client';
import type { AppContextValue, Place, ShownRange } from './app_context';
import type { HistoryPort, HostServices } from './host_services';
import { createTranslate } from './messages/translate';
import { UTC } from './time/zone';
import { patchUrl, readUrl, writeUrl, type UrlPatch } from './url_state';

/** Everything that pages get: bound to one mounted app, nothing is module-global. */
export function useAppValue(services: HostServices): AppContextValue {
  const { history, http, locale } = services;
  const location = useLocation(history);
  const api = useMemo(() => createApiClient(http), [http]);
  const t = useMemo(() => createTranslate(locale), [locale]);
  const [clock, setClock] = useState(() => ({ refreshes: 0, now: Date.now() }));
  const [shownRange, showRange] = useState<ShownRange | undefined>(undefined);
  const { state: url, unreadable } = useMemo(() => readUrl(location.search), [location.search]);
  const links = useLinks(history, url.tz);
  const refresh = useCallback(
    () => setClock(({ refreshes }) => ({ refreshes: refreshes + 1, now: Date.now() })),
    [],
  );
  const zone = url.tz ?? UTC;
  const path = location.pathname === '' ? '/' : location.pathname;
  return useMemo(
    () => ({
      services,
      api,
      t,
      zone,
      path,
      url,
      unreadable,
      ...clock,
      refresh,
      ...links,
      shownRange,
      showRange,
    }),
    [services, api, t, zone, path, url, unreadable, clock, refresh, links, shownRange],
  );
}

interface Location {
  readonly pathname: string;
  readonly search: string;
}

function useLocation(history: HistoryPort): Location {
  const [location, setLocation] = useState<Location>(() => snapshot(history));
  useEffect(() => {
    const update = (): void =>
      setLocation((before) => {
        const now = snapshot(history);
        return now.pathname === before.pathname && now.search === before.search ? before : now;
      });
    const stop = history.listen(update);
    update();
    return stop;
  }, [history]);
  return location;
}

const snapshot = ({ location: { pathname, search } }: HistoryPort): Location => ({ pathname, search });

/** Links keep the zone that the person has chosen; everything else they say themselves. */
function useLinks(
  history: HistoryPort,
  tz: string | undefined,
): Pick<AppContextValue, 'href' | 'go' | 'change'> {
  return useMemo(() => {
    const search = ({ state }: Place): string => writeUrl({ tz, ...state });
    return {
      href: (place: Place) => history.createHref({ pathname: place.path, search: search(place) }),
      go: (place: Place) => history.push(place.path + search(place)),
      change: (patch: UrlPatch, how: 'push' | 'replace') => {
        const { pathname, search: before } = history.location;
        const after = patchUrl(before, patch);
        if (after !== before) history[how](pathname + after);
      },
    };
  }, [history, tz]);
}
