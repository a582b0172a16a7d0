import type { HttpPort } from '../host_services';
import type { HttpFetch } from './kibana_types';

/** Kibana's fetch throws on every status >= 400; what it throws then carries the response and its parsed body. */
interface HttpFailure {
  readonly response?: { readonly status: number };
  readonly body?: unknown;
}

const failureOf = (thrown: unknown): HttpFailure =>
  typeof thrown === 'object' && thrown !== null ? thrown : {};

/** Requests through Kibana: it adds base path, space, version and kbn-xsrf headers, and asks a signed-out user to sign in. */
export function kibanaHttpPort(fetch: HttpFetch): HttpPort {
  return {
    async request({ method, path, query, body, signal }) {
      const text = body === undefined ? undefined : JSON.stringify(body);
      try {
        const answer = await fetch(path, { method, query, body: text, signal, asResponse: true });
        return { status: answer.response?.status ?? 200, body: answer.body };
      } catch (thrown) {
        const { response, body: problem } = failureOf(thrown);
        if (!response) throw thrown; // no answer at all, or aborted
        return { status: response.status, body: problem };
      }
    },
  };
}
