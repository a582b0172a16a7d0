import { existsSync, readFileSync } from 'node:fs';

/** Options of `new Client(...)` of @elastic/elasticsearch for a cluster of the user's own. */
export interface ClusterConnection {
  readonly node: string;
  readonly auth?: { apiKey: string } | { username: string; password: string };
  readonly tls?: { ca: string };
}

/**
 * The cluster that the environment names, or undefined where ELASTICSEARCH_URL is not set.
 * ELASTICSEARCH_API_KEY (the encoded form) comes before ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD;
 * ELASTICSEARCH_CA is a PEM file or the PEM text itself.
 */
export function clusterFromEnv(env: NodeJS.ProcessEnv): ClusterConnection | undefined {
  const node = env.ELASTICSEARCH_URL;
  if (!node) return undefined;
  const auth = authFromEnv(env);
  const ca = env.ELASTICSEARCH_CA;
  return { node, ...(auth && { auth }), ...(ca && { tls: { ca: pemText(ca) } }) };
}

function authFromEnv(env: NodeJS.ProcessEnv): ClusterConnection['auth'] {
  if (env.ELASTICSEARCH_API_KEY) return { apiKey: env.ELASTICSEARCH_API_KEY };
  const username = env.ELASTICSEARCH_USERNAME;
  return username ? { username, password: env.ELASTICSEARCH_PASSWORD ?? '' } : undefined;
}

function pemText(ca: string): string {
  if (ca.includes('-----BEGIN')) return ca;
  if (!existsSync(ca)) throw new Error(`ELASTICSEARCH_CA names no file: ${ca}`);
  return readFileSync(ca, 'utf8');
}
