import type { TreeNode } from '../model/process_tree';
import type { GraphModel } from '../use_graph_model';

/** What every tab of the side panel gets. */
export interface TabProps {
  readonly node: TreeNode;
  readonly model: GraphModel;
}
