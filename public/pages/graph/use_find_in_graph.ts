import { useMemo } from 'react';
import { useApp } from '../../app_context';
import { findInTree, stepMatch } from '../../process_graph/model/find_in_tree';
import type { TreeNode } from '../../process_graph/model/process_tree';
import type { GraphModel } from '../../process_graph/use_graph_model';

export const FIND_IN_GRAPH_ID = 'sysmonTrailFindInGraph';

export interface FindInGraph {
  readonly text: string;
  readonly matches: readonly TreeNode[];
  /** undefined when nothing is looked for. */
  readonly matchIds: ReadonlySet<string> | undefined;
  /** Number of the match at the focus, from 1; 0 when the focus is elsewhere. */
  readonly at: number;
  readonly setText: (text: string) => void;
  readonly step: (by: 1 | -1) => void;
}

/** Finds processes in the graph by any of their texts; a match that is not drawn is opened when it is stepped to. */
export function useFindInGraph(model: GraphModel): FindInGraph {
  const { url, change } = useApp();
  const text = url.find ?? '';
  const matches = useMemo(() => findInTree(model.tree, text), [model.tree, text]);
  const matchIds = useMemo(
    () => (text.trim() === '' ? undefined : new Set(matches.map(({ id }) => id))),
    [matches, text],
  );
  return {
    text,
    matches,
    matchIds,
    at: matches.findIndex(({ id }) => id === model.focusedId) + 1,
    setText: (next) => change({ find: next === '' ? undefined : next }, 'replace'),
    step: (by) => {
      const match = stepMatch(matches, { from: model.focusedId, by });
      if (match) model.reveal(match);
    },
  };
}
