import { useState } from 'react';
import { useApp } from '../app_context';
import { useRange } from '../use_range';
import { useRequest } from '../use_request';

const MOST = 10_000;

/** Names of the hosts of the range, asked for when somebody first wants to choose one. */
export function useKnownHosts(): { readonly hosts: readonly string[]; readonly want: () => void } {
  const { api, refreshes } = useApp();
  const { from, to, text } = useRange();
  const [wanted, setWanted] = useState(false);
  const key = wanted ? `known hosts ${text}` : undefined;
  const { data } = useRequest({ key, round: refreshes }, (signal) =>
    api.hosts({ from, to, limit: MOST }, signal),
  );
  return { hosts: data?.hosts.map(({ host }) => host) ?? [], want: () => setWanted(true) };
}
