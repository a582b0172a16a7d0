/** What a key asks the graph or its tree to do. */
export type GraphAction =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'home'
  | 'end'
  | 'open'
  | 'select'
  | 'toggle'
  | 'toggle_all'
  | 'zoom_in'
  | 'zoom_out'
  | 'fit'
  | 'view'
  | 'links'
  | 'find'
  | 'next'
  | 'previous';

const KEYS: Readonly<Record<string, GraphAction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'home',
  End: 'end',
  Enter: 'open',
  ' ': 'select',
  e: 'toggle',
  E: 'toggle_all',
  '+': 'zoom_in',
  '=': 'zoom_in',
  '-': 'zoom_out',
  '0': 'fit',
  t: 'view',
  l: 'links',
  f: 'find',
  n: 'next',
  N: 'previous',
};

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

export const graphAction = ({ key, ctrlKey, altKey, metaKey }: KeyPress): GraphAction | undefined =>
  ctrlKey || altKey || metaKey || !Object.hasOwn(KEYS, key) ? undefined : KEYS[key];
