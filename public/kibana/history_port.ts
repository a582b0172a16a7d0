import type { HistoryPort } from '../host_services';

/** At `/app/sysmonTrail` Kibana's scoped history says '' where the app's pages say '/'. */
export function kibanaHistoryPort(history: HistoryPort): HistoryPort {
  return {
    get location() {
      const { pathname, search } = history.location;
      return { pathname: pathname || '/', search };
    },
    push: (path) => history.push(path),
    replace: (path) => history.replace(path),
    listen: (listener) => history.listen(() => listener()),
    createHref: (location) => history.createHref(location),
  };
}
