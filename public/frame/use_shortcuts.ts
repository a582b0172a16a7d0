import { useEffect, useRef } from 'react';

/** Key, or two keys after each other ("g o"), to what it does. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const SECOND_KEY_WITHIN_MS = 1500;

/** Keys that work anywhere on the page, except while typing and together with Ctrl, Alt or Meta. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target))
        return;
      const pair =
        first && event.timeStamp - first.at < SECOND_KEY_WITHIN_MS ? `${first.key} ${event.key}` : undefined;
      first = { key: event.key, at: event.timeStamp };
      const run = (pair === undefined ? undefined : latest.current[pair]) ?? latest.current[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
