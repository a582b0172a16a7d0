import type { ShapeName } from '../worlds/render_document';
import { renderDocument } from '../worlds/render_document';
import { wordSpawnsPowershell } from '../worlds/word_spawns_powershell';
import type { WorldEvent } from '../worlds/world';

export interface ContractDocument {
  readonly _id: string;
  readonly _source: Record<string, unknown>;
}

const world = wordSpawnsPowershell().events;
const [moment] = world;

/** A story, and a moment that many events share, whose record ids sort otherwise as numbers than as text. */
const EVENTS: readonly WorldEvent[] = [
  ...world,
  ...(moment ? Array.from({ length: 13 }, (_, at) => ({ ...moment, recordId: 99_995 + at })) : []),
];

/** The last one is no Sysmon event. */
export function contractDocuments(shape: ShapeName): readonly ContractDocument[] {
  const documents = EVENTS.map((event, at) => ({
    _id: `e${(at * 37) % 101}`,
    _source: renderDocument(event, shape),
  }));
  return [
    ...documents,
    {
      _id: 'other',
      _source: { '@timestamp': '2024-03-05T09:14:00.000Z', winlog: { channel: 'Security', event_id: 4624 } },
    },
  ];
}
