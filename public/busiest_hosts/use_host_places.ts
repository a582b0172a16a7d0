import { useApp, type Place } from '../app_context';

interface HostPlaces {
  readonly forest: (host: string) => Place;
  readonly events: (host: string) => Place;
  readonly processes: (host: string) => Place;
}

/** Where the values of a host's row lead to, in the range on the screen. */
export function useHostPlaces(): HostPlaces {
  const { url, services } = useApp();
  const range = { from: url.from ?? services.defaultRange.from, to: url.to ?? services.defaultRange.to };
  const find = (host: string, types?: readonly string[]): Place => ({
    path: '/find',
    state: { ...range, host: [host], sort: 'oldest', ...(types && { types }) },
  });
  return {
    forest: (host) => ({ path: '/graph', state: { ...range, host: [host] } }),
    events: (host) => find(host),
    processes: (host) => find(host, ['1']),
  };
}
