import { clusterFromEnv } from './cluster_from_env';
import type { ClusterConnection } from './cluster_from_env';
import { startEngine } from './start_engine';
import type { EngineOptions } from './start_engine';

export interface OpenCluster {
  /** For `new Client(...)`. */
  readonly connection: ClusterConnection;
  /** What to call it in a message: its address, or the version of the embedded engine. */
  readonly label: string;
  /** Ends an embedded engine; leaves a cluster of the user's alone. */
  stop(): Promise<void>;
}

/** The cluster that ELASTICSEARCH_URL names, else an embedded engine started for the caller. */
export async function openCluster(env: NodeJS.ProcessEnv, options: EngineOptions = {}): Promise<OpenCluster> {
  const connection = clusterFromEnv(env);
  if (connection) return { connection, label: connection.node, stop: () => Promise.resolve() };
  const engine = await startEngine({ version: env.ENGINE_VERSION, ...options });
  const label = `embedded Elasticsearch ${engine.version} at ${engine.url}`;
  return { connection: { node: engine.url }, label, stop: engine.stop };
}
