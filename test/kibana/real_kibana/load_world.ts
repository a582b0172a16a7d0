import { Client } from '@elastic/elasticsearch';
import { INDEX_BODY } from '../../../tools/import_events/index_mapping';
import { renderDocument } from '../../worlds/render_document';
import type { ShapeName } from '../../worlds/render_document';
import type { World, WorldEvent } from '../../worlds/world';

/** Id of an event's document. */
export const documentId = ({ recordId }: WorldEvent, shape: ShapeName): string => `${shape}-${recordId}`;

/** Writes all events of a world into a new index, in one shape, and makes them findable. */
export async function loadWorld(
  world: World<unknown>,
  { url, index, shape }: { readonly url: string; readonly index: string; readonly shape: ShapeName },
): Promise<void> {
  const client = new Client({ node: url });
  await client.indices.create({ index, ...INDEX_BODY });
  const operations = world.events.flatMap((event) => [
    { index: { _index: index, _id: documentId(event, shape) } },
    renderDocument(event, shape),
  ]);
  const { errors, items } = await client.bulk({ operations, refresh: true });
  await client.close();
  if (errors)
    throw new Error(`${index} refused an event: ${JSON.stringify(items.find(({ index: i }) => i?.error))}`);
}
