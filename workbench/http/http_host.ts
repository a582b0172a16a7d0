import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpAnswer } from '../../server/http/answer';
import { answerApi, type Api } from './answer_api';
import { problem, refusalOf } from './guard_request';

/** A file of the page, ready to be sent. */
export interface PageFile {
  readonly type: string;
  readonly content: Uint8Array | string;
}

export interface HttpHostOptions {
  readonly api: Api;
  /** A file for an address outside the API; undefined = there is none. */
  page(pathname: string): PageFile | undefined | Promise<PageFile | undefined>;
  /** 0 = any free one. */
  readonly port: number;
}

export interface HttpHost {
  readonly url: string;
  /** Takes no new requests, aborts those under way. */
  close(): Promise<void>;
}

/** Kibana's policy forbids eval and foreign hosts; what runs here must run there. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; worker-src blob: 'self'; style-src 'unsafe-inline' 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Somebody else listens there. */
export class PortInUse extends Error {
  constructor(port: number) {
    super(`Port ${port} is in use. Choose another one with --port.`);
  }
}

/** Serves API and page on 127.0.0.1 only. */
export async function listen(options: HttpHostOptions): Promise<HttpHost> {
  const server = createServer((request, response) => void serve({ options, server, request, response }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(options.port) : error),
    );
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

interface Exchange {
  readonly options: HttpHostOptions;
  readonly server: Server;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function serve({ options, server, request, response }: Exchange): Promise<void> {
  try {
    const refusal = refusalOf(request, portOf(server));
    const pathname = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (refusal) sendJson(response, refusal);
    else if (pathname.startsWith('/api/'))
      sendJson(response, await answerApi(options.api, { request, signal: whenGone(response) }));
    else sendFile(response, await options.page(pathname));
  } catch (error) {
    options.api.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    sendJson(response, problem(500, 'failed', 'The workbench failed on this request.'));
  }
}

/** Aborts when the caller closes the connection before it has its answer. */
function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

function sendJson(response: ServerResponse, { status, body }: HttpAnswer): void {
  if (response.destroyed || response.headersSent) return;
  // 499 is a word for logs; nobody reads this answer any more.
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    ...(status === 413 && { connection: 'close' }),
  });
  response.end(JSON.stringify(body));
}

function sendFile(response: ServerResponse, file: PageFile | undefined): void {
  if (!file) return sendJson(response, problem(404, 'no_page', 'Nothing is at this address.'));
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': file.type });
  response.end(file.content);
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
