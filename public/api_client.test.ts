import { createApiClient } from './api_client';
import type { HttpPort } from './host_services';

const signal = new AbortController().signal;
const found = { kind: 'found', events: [], total: { value: 0, exact: true }, remarks: [] };

function clientThat(answer: () => Promise<{ status: number; body: unknown }>) {
  const request = jest.fn<ReturnType<HttpPort['request']>, Parameters<HttpPort['request']>>(answer);
  return { client: createApiClient({ request }), request };
}
const answering = (status: number, body: unknown) => clientThat(() => Promise.resolve({ status, body }));

describe('api client', () => {
  it('writes names into paths safely', async () => {
    const { client, request } = answering(200, found);
    await client.forest({ host: 'A/../B ü', from: 1, to: 2 }, signal);
    await client.processEvents({ guid: '{x}', ids: [3, 22], from: 1, limit: 100 }, signal);
    expect(request.mock.calls.map(([call]) => [call.path, call.query])).toEqual([
      ['/api/sysmon_trail/hosts/A%2F..%2FB%20%C3%BC/forest', { from: 1, to: 2 }],
      ['/api/sysmon_trail/processes/%7Bx%7D/events', { from: 1, limit: 100, ids: '3,22' }],
    ]);
  });

  it('sends conditions in the body', async () => {
    const { client, request } = answering(200, found);
    await client.findEvents({ where: { kind: 'keyword', value: 'x' }, limit: 10 }, signal);
    expect(request.mock.calls[0]?.[0]).toMatchObject({
      method: 'POST',
      body: { where: { kind: 'keyword', value: 'x' }, limit: 10 },
    });
  });

  it.each([
    [404, { kind: 'not_found', what: 'process', looked_in: ['winlogbeat-*'] }],
    [422, { kind: 'not_sysmon', reason: 'no Sysmon channel' }],
    [400, { kind: 'invalid', problems: ['guid: no GUID'] }],
    [200, { kind: 'ambiguous', hosts: [] }],
  ])('gives an expected outcome back as data (%d)', async (status, body) => {
    await expect(answering(status, body).client.lineage({ guid: 'x' }, signal)).resolves.toEqual(body);
  });

  it.each([
    [
      'a problem of the server',
      403,
      { kind: 'forbidden', message: 'You may not read a-*.', pattern: 'a-*', detail: 'security_exception' },
      'forbidden',
    ],
    [
      'a problem with the kind of an outcome',
      404,
      { kind: 'not_found', message: 'No such route.' },
      'not_found',
    ],
    ['a refusal of Kibana', 403, { statusCode: 403, error: 'Forbidden', message: 'Forbidden' }, 'forbidden'],
    ['a page of a proxy', 502, '<html>', 'unreachable'],
    ['nothing', 500, undefined, 'failed'],
    ['an unknown success', 200, { kind: 'something' }, 'failed'],
  ])('throws a typed problem for %s', async (_, status, body, kind) => {
    await expect(answering(status, body).client.hosts({}, signal)).rejects.toMatchObject({
      name: 'ApiProblem',
      kind,
      status,
    });
  });

  it('keeps the technical part apart from the sentence', async () => {
    const body = {
      kind: 'forbidden',
      message: 'You may not read a-*.',
      pattern: 'a-*',
      detail: 'security_exception',
      operation: 'hosts',
    };
    const problem = await answering(403, body)
      .client.hosts({}, signal)
      .catch((error: unknown) => error);
    expect(problem).toMatchObject({ message: 'You may not read a-*.', pattern: 'a-*' });
    expect(JSON.parse((problem as { technical: string }).technical)).toEqual({
      status: 403,
      path: '/api/sysmon_trail/hosts',
      kind: 'forbidden',
      operation: 'hosts',
      pattern: 'a-*',
      detail: 'security_exception',
    });
  });

  it('tells a lost connection from a cancelled request', async () => {
    const failing = clientThat(() => Promise.reject(new TypeError('Failed to fetch'))).client;
    await expect(failing.hosts({}, signal)).rejects.toMatchObject({ kind: 'no_answer', status: 0 });
    const controller = new AbortController();
    controller.abort();
    await expect(failing.hosts({}, controller.signal)).rejects.toMatchObject({ kind: 'aborted' });
  });
});
