import type { SearchClient } from '../elasticsearch/search_client';
import { answerRequest } from '../http/answer_request';
import type { AnyRoute } from '../http/route';
import type { Logger, RequestServices } from '../ports';
import { API_PRIVILEGES } from './api_privileges';
import { keepingNames } from './keeping_names';
import type { KibanaRequest, RequestHandler, RouteConfig, Router, RouteValidation } from './kibana_types';

/** One request as the services see it: its user's rights, its end and its name. */
export interface BoundRequest {
  readonly client: SearchClient;
  readonly signal: AbortSignal;
  readonly operation: string;
  /** Tells users apart; undefined where security is off. */
  readonly user: string | undefined;
}

export interface RouteHost {
  readonly router: Router;
  readonly log: Logger;
  readonly servicesOf: (request: BoundRequest) => RequestServices;
  readonly userOf: (request: KibanaRequest) => Promise<string | undefined>;
}

/** Puts every route under Kibana's router. */
export function registerRoutes(host: RouteHost, routes: readonly AnyRoute[]): void {
  for (const route of routes) {
    const register = route.method === 'GET' ? host.router.get : host.router.post;
    register.call(host.router, routeConfig(route), handlerOf(host, route));
  }
}

/** Kibana hands over only what has a validation. Ours passes it on: the answer to a bad request is then the same in every host. */
const passOn: RouteValidation = (data, { ok }) => ok(data);

function routeConfig({ path, privilege, request }: AnyRoute): RouteConfig {
  const name = API_PRIVILEGES[privilege];
  return {
    path,
    validate: { params: passOn, query: passOn, ...(request.body ? { body: passOn } : {}) },
    options: { access: 'public', tags: [`access:${name}`] }, // enforced up to 8.16
    security: { authz: { requiredPrivileges: [name] } }, // enforced from 8.17, ignored before
  };
}

const handlerOf =
  ({ log, servicesOf, userOf }: RouteHost, route: AnyRoute): RequestHandler =>
  async (context, request, response) => {
    const { signal, release } = abortOf(request);
    const services = async () => {
      const { elasticsearch } = await context.core;
      const client = keepingNames(elasticsearch.client.asCurrentUser);
      return servicesOf({ client, signal, operation: route.operation, user: await userOf(request) });
    };
    const { status, body } = await answerRequest({ route, raw: request, log, services }).finally(release);
    return response.custom({ statusCode: status, body, bypassErrorFormat: true });
  };

/** A caller that goes away aborts what is still asked of Elasticsearch. */
function abortOf({ events }: KibanaRequest): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const watch = events.aborted$.subscribe(() => controller.abort());
  return { signal: controller.signal, release: () => watch.unsubscribe() };
}
