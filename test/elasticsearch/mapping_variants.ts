import type { MappingTypeMapping } from '@elastic/elasticsearch/lib/api/types';

type TextField = Readonly<Record<string, unknown>>;

/** How texts of documents are mapped; numbers and booleans follow from their JSON. */
const TEXTS = {
  /** As Winlogbeat and Elastic Agent map. */
  keyword: { type: 'keyword', ignore_above: 1024 },
  /** As Elasticsearch maps by itself. */
  text_and_keyword: { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } },
  text_only: { type: 'text' },
  /** Paths and command lines are too long to be indexed. */
  short_keyword: { type: 'keyword', ignore_above: 40 },
  short_twin: { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 40 } } },
} as const satisfies Readonly<Record<string, TextField>>;

export type MappingVariant = keyof typeof TEXTS;
export const MAPPING_VARIANTS = Object.keys(TEXTS) as readonly MappingVariant[];

/** Nothing is detected as a date but @timestamp; addresses of ECS are addresses. */
export function mappingOf(variant: MappingVariant): MappingTypeMapping {
  const ip = { type: 'ip', ignore_malformed: true } as const;
  return {
    date_detection: false,
    dynamic_templates: [{ texts: { match_mapping_type: 'string', mapping: TEXTS[variant] } }],
    properties: {
      '@timestamp': { type: 'date' },
      source: { properties: { ip } },
      destination: { properties: { ip } },
    },
  };
}
