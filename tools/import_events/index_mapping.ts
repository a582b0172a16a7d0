import type {
  IndicesCreateRequest,
  MappingDynamicTemplate,
  MappingProperty,
} from '@elastic/elasticsearch/lib/api/types';

type Templates = Record<string, MappingDynamicTemplate>[];

/** Our own additions to a document stand below this name, so that they meet no field of any shipper. */
export const IMPORT_FIELD = 'trail_import';

const KEYWORD = { type: 'keyword', ignore_above: 8191 } as const; // four bytes a character make 32,764, Lucene's limit is 32,766
const TIME = {
  type: 'date',
  format: 'yyyy-MM-dd HH:mm:ss.SSS||strict_date_optional_time||epoch_millis',
} as const;
const NUMBER = { type: 'long' } as const;

/** How a field is mapped by the last part of its name, whatever the shape; else by its JSON type. */
const BY_NAME: readonly (readonly [names: readonly string[], mapping: MappingProperty])[] = [
  [['UtcTime', 'CreationUtcTime', 'PreviousCreationUtcTime'], TIME],
  [['SourceIp', 'DestinationIp'], { type: 'ip' }],
  [
    ['SourcePort', 'DestinationPort', 'ProcessId', 'ParentProcessId', 'SourceProcessId', 'TargetProcessId'],
    NUMBER,
  ],
  [['EventID', 'EventId', 'event_id', 'RecordNumber'], NUMBER],
  // Windows' own rendering of the event repeats every field; it can be read, it is not worth an index.
  [['message', 'Message'], { type: 'text', index: false, norms: false }],
];

/** Fields whose type is not that of their JSON: as the ECS and Winlogbeat's own template have them, in documents of any version. */
const BY_PATH: Readonly<Record<string, MappingProperty>> = {
  'source.ip': { type: 'ip' },
  'destination.ip': { type: 'ip' },
  'dns.resolved_ip': { type: 'ip' },
  'event.created': TIME,
  'event.code': KEYWORD,
  'winlog.event_id': KEYWORD,
  'winlog.record_id': KEYWORD,
};

/**
 * An index for Sysmon documents of any shape: text as keyword, times, addresses and numbers as such. A value that does not
 * fit its type stays in the document and is not indexed. Types are among those that every Elasticsearch has.
 */
export const INDEX_BODY: Pick<IndicesCreateRequest, 'mappings' | 'settings'> = {
  settings: {
    number_of_shards: 1,
    auto_expand_replicas: '0-1',
    'index.mapping.ignore_malformed': true,
    'index.mapping.total_fields.limit': 3000,
    refresh_interval: '30s',
  },
  mappings: {
    date_detection: false,
    numeric_detection: false,
    properties: {
      '@timestamp': { type: 'date' },
      [IMPORT_FIELD]: {
        dynamic: false,
        properties: { original_timestamp: KEYWORD, file: KEYWORD, position: NUMBER },
      },
    },
    dynamic_templates: [...byPath(), ...byName(), ...byType()],
  },
};

function byPath(): Templates {
  return Object.entries(BY_PATH).map(([path, mapping]) => ({ [path]: { path_match: path, mapping } }));
}

function byName(): Templates {
  return BY_NAME.flatMap(([names, mapping]) =>
    names.map((match) => ({ [match]: { match, match_mapping_type: '*', mapping } })),
  );
}

function byType(): Templates {
  return [
    { text: { match_mapping_type: 'string', mapping: KEYWORD } },
    { truth: { match_mapping_type: 'boolean', mapping: KEYWORD } }, // other shippers write "true" as text into the same field
    { fraction: { match_mapping_type: 'double', mapping: { type: 'double' } } },
  ];
}
