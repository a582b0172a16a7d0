import type { ComponentType } from 'react';
import type { MessageId } from '../messages/english';
import { FindPage } from './find/find_page';
import { GraphPage } from './graph/graph_page';
import { StartPage } from './start/start_page';

export interface Page {
  readonly path: string;
  readonly title: MessageId;
  readonly component: ComponentType;
  /** Stands in the row of pages. */
  readonly tab: boolean;
}

/** The pages, in the order of an investigation. A page appears here when it is built. */
export const PAGES: readonly Page[] = [
  { path: '/', title: 'sysmonTrail.frame.hosts', component: StartPage, tab: true },
  { path: '/find', title: 'sysmonTrail.frame.find', component: FindPage, tab: true },
  { path: '/graph', title: 'sysmonTrail.frame.graph', component: GraphPage, tab: true },
];
