import { errors, type Client } from '@elastic/elasticsearch';
import type { KnownFields } from './fit_document';
import { INDEX_BODY } from './index_mapping';
import { knownFields } from './known_fields';

/** Makes the index unless it exists, and says which fields it has. */
export async function ensureIndex(client: Client, index: string): Promise<KnownFields> {
  try {
    await client.indices.create({ index, ...INDEX_BODY });
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  const mappings = await client.indices.getMapping({ index });
  const known = Object.values(mappings).map(({ mappings: { properties } }) => knownFields(properties));
  return new Map(known.flatMap((fields) => [...fields]));
}

const isAlreadyThere = (error: unknown): boolean =>
  error instanceof errors.ResponseError &&
  JSON.stringify(error.body).includes('resource_already_exists_exception');
