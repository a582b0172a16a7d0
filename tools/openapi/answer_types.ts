/** The type of each route's answer in common/api/, by operation; a route without one cannot be documented. */
export const ANSWER_TYPES: Readonly<Record<string, string>> = {
  lineage: 'LineageAnswer',
  forest: 'ForestAnswer',
  file_hops: 'FileHopsAnswer',
  process_links: 'ProcessLinksAnswer',
  process_events: 'EventsAnswer',
  find_events: 'EventsAnswer',
  document: 'DocumentAnswer',
  hosts: 'HostsAnswer',
};

export const PROBLEM_TYPE = 'ProblemBody';
