import { useState } from 'react';
import type { HostsAnswer } from '../../common/api/events';
import { useApp } from '../app_context';
import { useRange } from '../use_range';
import { useRequest, type Request } from '../use_request';

const FIRST = 10;
const ALL = 10_000;

/** The busiest hosts of the range: ten, or all when asked for or when some are chosen by name. */
export function useBusiestHosts(): { readonly request: Request<HostsAnswer>; readonly showAll: () => void } {
  const { api, url, refreshes } = useApp();
  const { from, to, text } = useRange();
  const [all, setAll] = useState(false);
  const limit = all || url.host ? ALL : FIRST;
  const request = useRequest({ key: `hosts ${text} ${limit}`, round: refreshes }, (signal) =>
    api.hosts({ from, to, limit }, signal),
  );
  return { request, showAll: () => setAll(true) };
}
