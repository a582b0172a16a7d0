import type { HttpPort } from '../../public/host_services';

/** Requests to the workbench's own API, with the header that it (and Kibana) wants. */
export function fetchPort(): HttpPort {
  return {
    async request({ method, path, query = {}, body, signal }) {
      const answer = await fetch(withQuery(path, query), {
        method,
        signal,
        headers: {
          'kbn-xsrf': 'sysmon-trail',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: await answer.json() };
    },
  };
}

function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
