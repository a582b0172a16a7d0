/** Graph, its tree twin, or both; the key t goes round. */
export const VIEWS = ['graph', 'tree', 'both'] as const;
export type View = (typeof VIEWS)[number];
