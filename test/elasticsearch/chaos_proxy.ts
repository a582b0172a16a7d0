import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to a request instead of reaching the engine: an answer, a cut connection, or silence. */
export type Mishap =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'cut' }
  | { readonly kind: 'hang' };

export interface ChaosProxy {
  readonly url: string;
  /** Paths of the requests that came, in order. */
  readonly requests: readonly string[];
  /** Requests whose sender went away before the answer. */
  readonly gone: readonly string[];
  /** From now on: what befalls a request; undefined lets it through. */
  mishap: (path: string) => Mishap | undefined;
  /** Resolves when a request hangs. */
  hanging(): Promise<void>;
  close(): Promise<void>;
}

/** A proxy on the loopback in front of the engine that can fail like a cluster does. */
export async function chaosProxy(engine: string): Promise<ChaosProxy> {
  const [requests, gone]: [string[], string[]] = [[], []];
  let onHang: () => void = () => undefined;
  const server = http.createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    response.on('close', () => {
      if (!response.writableEnded) gone.push(path);
    });
    const mishap = proxy.mishap(path);
    if (!mishap) forward(engine, request, response);
    else if (mishap.kind === 'cut') request.socket.destroy();
    else if (mishap.kind === 'hang') onHang();
    else request.resume().on('end', () => answer(response, mishap));
  });
  const proxy: ChaosProxy = {
    url: '',
    requests,
    gone,
    mishap: () => undefined,
    hanging: () => new Promise((resolve) => (onHang = resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(proxy, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

const HEADERS = { 'x-elastic-product': 'Elasticsearch', 'content-type': 'application/json' };

function answer(response: http.ServerResponse, { status, body }: Extract<Mishap, { kind: 'answer' }>): void {
  response.writeHead(status, HEADERS).end(JSON.stringify(body));
}

function forward(engine: string, request: http.IncomingMessage, response: http.ServerResponse): void {
  const options = { method: request.method, headers: { ...request.headers, host: new URL(engine).host } };
  const onward = http.request(new URL(request.url ?? '/', engine), options, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
