import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerKibana } from './answer_kibana';
import type { KibanaAsk } from './answer_kibana';
import { engineAt } from './engine_request';
import type { Engine, EngineAnswer, Json } from './engine_request';

export interface EngineShim {
  readonly url: string;
  close(): Promise<void>;
}

/** Every request from Kibana, as it came. */
export type Observer = (ask: KibanaAsk) => void;

const JSON_HEADERS = { 'content-type': 'application/vnd.elasticsearch+json;compatible-with=8' };
const NOT_PASSED_ON = [
  'host',
  'authorization',
  'accept-encoding',
  'connection',
  'content-length',
  'transfer-encoding',
];
const NOT_PASSED_BACK = ['content-length', 'connection', 'transfer-encoding'];

/**
 * Stands between Kibana 8.12 and a bare Elasticsearch engine (no x-pack, no modules, no painless) on 127.0.0.1 and
 * answers what the engine lacks and Kibana needs.
 */
export async function startEngineShim(
  engineUrl: string,
  observe: Observer = () => undefined,
): Promise<EngineShim> {
  const engine = engineAt(engineUrl);
  const server = createServer((request, response) => {
    serve({ request, engine, observe }).then(
      (answer) => send({ request, response, answer }),
      (error: unknown) => send({ request, response, answer: failure(error) }),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => closed(server) };
}

interface Serve {
  readonly request: IncomingMessage;
  readonly engine: Engine;
  readonly observe: Observer;
}

async function serve({ request, engine, observe }: Serve): Promise<EngineAnswer> {
  const ask = askOf(request, await text(request));
  observe(ask);
  return answerKibana(ask, engine);
}

function askOf({ method = 'GET', url = '/', headers }: IncomingMessage, raw: string): KibanaAsk {
  const [path = '/', query] = url.split('?');
  const kept = Object.entries(headers).filter(([name]) => !NOT_PASSED_ON.includes(name));
  const lines = /ndjson/.test(headers['content-type'] ?? '') || /\/_(bulk|msearch)$/.test(path);
  const body = lines || raw === '' ? undefined : (JSON.parse(raw) as Json);
  return { method, path, params: new URLSearchParams(query), headers: Object.fromEntries(kept), body, raw };
}

interface Send {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly answer: EngineAnswer;
}

function send({ request, response, answer: { status, body, headers } }: Send): void {
  const kept = Object.entries(headers ?? JSON_HEADERS).filter(([name]) => !NOT_PASSED_BACK.includes(name));
  response.writeHead(status, { ...Object.fromEntries(kept), 'x-elastic-product': 'Elasticsearch' });
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  response.end(request.method === 'HEAD' ? undefined : payload);
}

const failure = (error: unknown): EngineAnswer => ({
  status: 502,
  body: { error: { type: 'shim', reason: String(error) }, status: 502 },
});

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  const done = new Promise<void>((end) => server.close(() => end()));
  server.closeAllConnections();
  return done;
}
