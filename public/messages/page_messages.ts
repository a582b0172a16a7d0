/** Titles of the pages, apart from the rest: Kibana's global search needs them before the app is loaded. */
export const PAGE_MESSAGES = {
  'sysmonTrail.frame.hosts': 'Hosts',
  'sysmonTrail.frame.graph': 'Process graph',
  'sysmonTrail.frame.find': 'Find results',
} as const;
