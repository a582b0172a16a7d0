import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterFromEnv } from './cluster_from_env';

const ELASTICSEARCH_URL = 'https://logs.example:9200';
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

describe('clusterFromEnv', () => {
  it('names no cluster without ELASTICSEARCH_URL', () => {
    expect(clusterFromEnv({})).toBeUndefined();
    expect(clusterFromEnv({ ELASTICSEARCH_URL: '', ELASTICSEARCH_API_KEY: 'abc' })).toBeUndefined();
  });

  it('logs in with nothing, a user, or an API key, which comes first', () => {
    const user = { ELASTICSEARCH_URL, ELASTICSEARCH_USERNAME: 'ann', ELASTICSEARCH_PASSWORD: 'secret' };
    expect(clusterFromEnv({ ELASTICSEARCH_URL })).toEqual({ node: ELASTICSEARCH_URL });
    expect(clusterFromEnv(user)?.auth).toEqual({ username: 'ann', password: 'secret' });
    expect(clusterFromEnv({ ...user, ELASTICSEARCH_API_KEY: 'abc' })?.auth).toEqual({ apiKey: 'abc' });
  });

  it('takes the authority from a file or as text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ca-'));
    const file = join(folder, 'ca.pem');
    writeFileSync(file, PEM);
    expect(clusterFromEnv({ ELASTICSEARCH_URL, ELASTICSEARCH_CA: file })?.tls).toEqual({ ca: PEM });
    expect(clusterFromEnv({ ELASTICSEARCH_URL, ELASTICSEARCH_CA: PEM })?.tls).toEqual({ ca: PEM });
    rmSync(folder, { recursive: true });
    expect(() => clusterFromEnv({ ELASTICSEARCH_URL, ELASTICSEARCH_CA: file })).toThrow('names no file');
  });
});
