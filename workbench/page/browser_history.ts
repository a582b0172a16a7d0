import type { HistoryPort } from '../../public/host_services';

/** History of the browser below `base`; the app's own paths start with a slash. */
export function browserHistory(base: string): HistoryPort {
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const change = (how: 'pushState' | 'replaceState') => (path: string) => {
    window.history[how](null, '', base + path);
    tell();
  };
  window.addEventListener('popstate', tell);
  return {
    get location() {
      const { pathname, search } = window.location;
      return { pathname: pathname.startsWith(base) ? pathname.slice(base.length) || '/' : '/', search };
    },
    push: change('pushState'),
    replace: change('replaceState'),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    createHref: ({ pathname, search = '' }) => base + pathname + search,
  };
}
