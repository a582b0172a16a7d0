import type { ComponentType } from 'react';
import type { MessageId } from '../messages/english';
import { FindPage } from './find/find_page';
import { GraphPage } from './graph/graph_page';
import { PAGE_LIST, type PageId } from './page_list';
import { StartPage } from './start/start_page';

export interface Page {
  readonly path: string;
  readonly title: MessageId;
  readonly component: ComponentType;
  /** Stands in the row of pages. */
  readonly tab: boolean;
}

const COMPONENTS: Readonly<Record<PageId, ComponentType>> = {
  hosts: StartPage,
  find: FindPage,
  graph: GraphPage,
};

/** The pages of the list with what they show. */
export const PAGES: readonly Page[] = PAGE_LIST.map((page) => ({ ...page, component: COMPONENTS[page.id] }));
