import { request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export type Json = { [key: string]: unknown };

export interface EngineAnswer {
  readonly status: number;
  readonly body: string | Json;
  /** Absent when the shim itself answers. */
  readonly headers?: IncomingHttpHeaders;
}

export interface EngineAsk {
  readonly method: string;
  /** Path and query string. */
  readonly path: string;
  readonly body?: string | Json;
  readonly headers?: OutgoingHttpHeaders;
}

export type Engine = (ask: EngineAsk) => Promise<EngineAnswer & { readonly body: string }>;

/** Requests to the engine at a base address, one each. Rejects only when it cannot be reached. */
export function engineAt(base: string): Engine {
  return ({ method, path, body, headers }) =>
    new Promise((done, fail) => {
      const payload = typeof body === 'object' ? JSON.stringify(body) : body;
      const length = payload ? { 'content-length': Buffer.byteLength(payload) } : {};
      const all = { 'content-type': 'application/json', ...headers, ...length };
      const sent = request(new URL(path, base), { method, headers: all }, (answer) => {
        text(answer).then(
          (received) => done({ status: answer.statusCode ?? 502, body: received, headers: answer.headers }),
          fail,
        );
      });
      sent.on('error', fail);
      sent.end(payload || undefined);
    });
}

export const parsed = (body: string | Json): Json =>
  typeof body === 'string' ? (JSON.parse(body || '{}') as Json) : body;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object that is there, else an empty one. */
export const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
