import { Client } from '@elastic/elasticsearch';
import { clusterFromEnv } from '../tools/embedded_elasticsearch/cluster_from_env';
import { startEngine } from '../tools/embedded_elasticsearch/start_engine';

/** The Elasticsearch that the workbench asks. */
export interface Cluster {
  readonly client: Client;
  readonly title: string;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** The cluster to use; absent = what ELASTICSEARCH_URL names, else the embedded engine. */
  readonly elasticsearch_url?: string;
  onEnded?(warnings: string): void;
}

export async function openCluster({ elasticsearch_url, onEnded }: ClusterOptions): Promise<Cluster> {
  const named = clusterFromEnv({
    ...process.env,
    ...(elasticsearch_url !== undefined && { ELASTICSEARCH_URL: elasticsearch_url }),
  });
  if (named) {
    const client = new Client(named);
    return { client, title: new URL(named.node).host, stop: () => client.close() };
  }
  const engine = await startEngine({ purpose: 'data' });
  const client = new Client({ node: engine.url });
  let stopping = false;
  void engine.ended.then(() => stopping || onEnded?.(engine.warnings()));
  const stop = async () => {
    stopping = true;
    await client.close();
    await engine.stop();
  };
  return { client, title: `embedded Elasticsearch ${engine.version}`, stop };
}
