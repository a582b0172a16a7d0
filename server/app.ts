import type { AnyRoute } from './http/route';
import { lineageRoute } from './process_lineage/route';
import { forestRoute } from './process_lineage/forest_route';
import { processEventsRoute } from './process_lineage/process_events_route';
import { documentRoute } from './event_search/document_route';
import { findEventsRoute } from './event_search/find_events_route';
import { fileHopsRoute } from './file_hops/file_hops_route';
import { processLinksRoute } from './process_links/process_links_route';
import { hostsRoute } from './host_overview/hosts_route';

/** Everything that Sysmon Trail answers. A view is a folder and its lines here; hosts (Kibana, workbench) serve them. */
export function createApp(): { readonly routes: readonly AnyRoute[] } {
  return {
    routes: [
      hostsRoute,
      lineageRoute,
      forestRoute,
      fileHopsRoute,
      processLinksRoute,
      processEventsRoute,
      findEventsRoute,
      documentRoute,
    ],
  };
}
