import { z } from 'zod';
import { StoreProblem } from '../ports';
import type { RequestServices } from '../ports';
import { answerRequest } from './answer_request';
import { defineRoute } from './route';

const SERVICES = {} as RequestServices;

function ask(handle: () => Promise<{ kind: string }>, raw: { query?: unknown } = { query: { n: '3' } }) {
  const logged: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (line: string) => void logged.push(line),
  };
  const route = defineRoute({
    method: 'GET',
    path: '/api/sysmon_trail/example',
    operation: 'example',
    summary: '',
    privilege: 'read',
    request: { query: z.object({ n: z.coerce.number() }).strict() },
    handle,
  });
  const services = jest.fn(() => SERVICES);
  return answerRequest({ route, raw, log, services }).then((answer) => ({ answer, logged, services }));
}

test('an outcome becomes its status', async () => {
  expect((await ask(async () => ({ kind: 'found' }))).answer).toEqual({
    status: 200,
    body: { kind: 'found' },
  });
  expect((await ask(async () => ({ kind: 'not_found' }))).answer.status).toBe(404);
});

test('a request that cannot be read never reaches the services', async () => {
  const { answer, services } = await ask(async () => ({ kind: 'found' }), { query: { n: 'x', m: 1 } });
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ kind: 'invalid', operation: 'example' });
  expect(services).not.toHaveBeenCalled();
});

test('a problem of the store keeps its own status and is not logged as a bug', async () => {
  const refuse = async () => Promise.reject(new StoreProblem('forbidden', 'winlogbeat-*', 'no read'));
  const { answer, logged } = await ask(refuse);
  expect(answer).toEqual({ status: 403, body: expect.objectContaining({ pattern: 'winlogbeat-*' }) });
  expect(logged).toEqual([]);
});

test('a bug is logged with its operation and stack, and shows none of it', async () => {
  const { answer, logged } = await ask(async () => Promise.reject(new TypeError('secret detail')));
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.body)).not.toContain('secret detail');
  expect(logged.join()).toMatch(/^example: TypeError: secret detail\n +at /);
});
