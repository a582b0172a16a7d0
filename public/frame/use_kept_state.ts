import { useApp } from '../app_context';
import type { UrlPatch } from '../url_state';

/** What a search from anywhere keeps: the range on the screen and the chosen hosts. The graph's host is its subject, not a choice. */
export function useKeptState(): UrlPatch {
  const { url, shownRange, path } = useApp();
  const { from, to } = url.from || url.to ? url : (shownRange ?? {});
  return { from, to, host: path === '/graph' ? undefined : url.host };
}
