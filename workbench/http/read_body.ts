import type { IncomingMessage } from 'node:http';

export const MAX_BODY_BYTES = 1024 * 1024; // Kibana's default for server.maxPayload, so that both hosts refuse the same

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'not_json' };

/** The JSON body of a request; undefined where there is none. Stops reading when it is too large. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return { kind: 'too_large' };
    chunks.push(chunk);
  }
  if (bytes === 0) return { kind: 'json', value: undefined };
  try {
    return { kind: 'json', value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { kind: 'not_json' };
  }
}
