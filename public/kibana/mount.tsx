import React from 'react';
import ReactDOM from 'react-dom';
import { App } from '../app';
import { hostServicesOf } from './host_services_of';
import type { MountedIn } from './host_services_of';
import type { AppMountParameters } from './kibana_types';
import { withKibanaContext } from './with_kibana_context';

/** Draws the app into Kibana's page; the answer takes it away again. `ReactDOM.render` works on React 17 and 18. */
export async function mountApp(
  where: MountedIn & { readonly params: AppMountParameters },
): Promise<() => void> {
  const { element } = where.params;
  ReactDOM.render(withKibanaContext(where.core, <App services={hostServicesOf(where)} />), element);
  return () => void ReactDOM.unmountComponentAtNode(element);
}
