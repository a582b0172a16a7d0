import { useState } from 'react';
import { useApp } from '../app_context';
import { readOpened, writeOpened } from './model/opened';
import type { Opened } from './model/visible_tree';

interface State {
  /** `exp` of the URL when it was last looked at, and as it was last written here. */
  readonly seen: string;
  readonly written: string | undefined;
  readonly opened: Opened;
}

/** What is opened and closed: lives here in full, and in the URL as far as it fits there; a URL that somebody else changed wins. */
export function useOpened(): [Opened, (opened: Opened) => void] {
  const { url, change } = useApp();
  const text = (url.exp ?? []).join(',');
  const [state, setState] = useState<State>(() => ({
    seen: text,
    written: undefined,
    opened: readOpened(url.exp),
  }));
  if (state.seen !== text) {
    setState({
      ...state,
      seen: text,
      ...(text !== state.written && { written: undefined, opened: readOpened(url.exp) }),
    });
  }
  const set = (opened: Opened): void => {
    const exp = writeOpened(opened);
    setState((before) => ({ ...before, written: exp.join(','), opened }));
    change({ exp }, 'replace');
  };
  return [state.opened, set];
}
