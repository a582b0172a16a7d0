import React, { useRef, useState } from 'react';
import { EuiConfirmModal, useIsWithinBreakpoints } from '@elastic/eui';
import { useApp } from '../../app_context';
import { GraphCanvas, type CanvasHandle } from '../../process_graph/graph_canvas';
import type { GraphData } from '../../process_graph/model/graph_data';
import type { TreeNode } from '../../process_graph/model/process_tree';
import { PANEL_ID, SidePanel } from '../../process_graph/panel/side_panel';
import { TreeGrid } from '../../process_graph/tree/tree_grid';
import { canvasKeys, type SharedActions } from '../../process_graph/use_graph_keys';
import { useGraphModel } from '../../process_graph/use_graph_model';
import type { FileHopsAnswer } from '../../../common/api/file_hops';
import type { Request } from '../../use_request';
import { FileHopsLine } from './file_hops_line';
import { Conservation } from './conservation_line';
import { GraphHeader } from './graph_header';
import { GraphNotes } from './graph_notes';
import { FIND_IN_GRAPH_ID, useFindInGraph } from './use_find_in_graph';
import { VIEWS, type View } from './views';

const ASK_FROM = 200;

interface Props {
  readonly data: GraphData;
  readonly hops: Request<FileHopsAnswer>;
  readonly loadRest: ((after: string) => void) | undefined;
}

/** Header, canvas and tree twin, side panel, and what the numbers mean. */
export function GraphView({ data, hops, loadRest }: Props): JSX.Element {
  const { t, url, change } = useApp();
  const model = useGraphModel(data);
  const canvas = useRef<CanvasHandle>(null);
  const find = useFindInGraph(model);
  const [asking, setAsking] = useState<TreeNode>();
  const view: View = url.view ?? 'graph';
  const isNarrow = useIsWithinBreakpoints(['xs', 's', 'm', 'l']);
  const actions: SharedActions = {
    zoom: (factor) => canvas.current?.zoom(factor),
    fit: () => canvas.current?.fit(),
    nextView: () => change({ view: VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length] }, 'push'),
    find: () => document.getElementById(FIND_IN_GRAPH_ID)?.focus(),
    step: find.step,
    openPanel: () => document.getElementById(PANEL_ID)?.focus(),
    showLinks: (node) => {
      change({ sel: node.id, tab: 'links' }, 'push');
      document.getElementById(PANEL_ID)?.focus();
    },
    expandAll: (node) => (node.descendants >= ASK_FROM ? setAsking(node) : model.openAll(node)),
  };
  const showPanel = !isNarrow || url.sel !== undefined || url.tab !== undefined;
  return (
    <>
      <GraphHeader {...{ model, find, view, actions }} />
      <GraphNotes data={data} loadRest={loadRest} />
      <FileHopsLine request={hops} said={data.answer.remarks} />
      <div className="sysmonTrailGraph">
        <div className="sysmonTrailViews">
          {view !== 'tree' && (
            <GraphCanvas
              ref={canvas}
              model={model}
              matches={find.matchIds}
              onKeyDown={canvasKeys(model, actions)}
              onOpenLinks={actions.showLinks}
            />
          )}
          {view !== 'graph' && <TreeGrid model={model} actions={actions} matches={find.matchIds} />}
        </div>
        {showPanel && (
          <SidePanel
            model={model}
            onClose={
              isNarrow ? () => change({ sel: undefined, tab: undefined, ev: undefined }, 'push') : undefined
            }
          />
        )}
      </div>
      <Conservation answer={data.answer} />
      {asking && (
        <EuiConfirmModal
          title={t('sysmonTrail.graph.expandAsk', { count: asking.descendants })}
          cancelButtonText={t('sysmonTrail.shared.cancel')}
          confirmButtonText={t('sysmonTrail.graph.expandYes')}
          onCancel={() => setAsking(undefined)}
          onConfirm={() => {
            model.openAll(asking);
            setAsking(undefined);
          }}
        />
      )}
    </>
  );
}
