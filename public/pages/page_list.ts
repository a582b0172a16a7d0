import type { MessageId } from '../messages/english';

interface ListedPage {
  readonly id: string;
  readonly path: string;
  readonly title: MessageId;
  /** Stands in the row of pages. */
  readonly tab: boolean;
}

/**
 * The pages, in the order of an investigation, without their components: links from outside need no more. A page appears here
 * when it is built.
 */
export const PAGE_LIST = [
  { id: 'hosts', path: '/', title: 'sysmonTrail.frame.hosts', tab: true },
  { id: 'find', path: '/find', title: 'sysmonTrail.frame.find', tab: true },
  { id: 'graph', path: '/graph', title: 'sysmonTrail.frame.graph', tab: true },
] as const satisfies readonly ListedPage[];

export type PageId = (typeof PAGE_LIST)[number]['id'];
