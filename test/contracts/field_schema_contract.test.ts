import { renderDocument, SHAPE_NAMES } from '../worlds/render_document';
import type { ShapeName } from '../worlds/render_document';
import { fieldSchemaContract } from './field_schema_contract';
import type { Exception, SchemaUnderTest } from './field_schema_contract';

const MODULE_LOSSES: readonly Exception[] = [
  {
    field: 'SourcePortName',
    because:
      'the module drops "-"; a name would go to network.protocol only where the destination port has none',
  },
];

const SHA_ONLY =
  'SHA1=B6D237154F2E528F0B503B58B025862D66B02B73,SHA256=A92056D772260B39A876D01552496B2F8B4610A0B1E084952FE1176784E2CE77';
const NO_HASH_PLACE: Exception = {
  field: 'Hashes',
  events: [27, 28],
  reads: SHA_ONLY,
  because:
    'the module keeps the hashes of 27 and 28 in related.hash alone, where 32 digits may be MD5 or IMPHASH',
};

const SHAPES: Readonly<Record<ShapeName, Omit<SchemaUnderTest, 'name' | 'render'>>> = {
  winlogbeat_6: { schema: () => 'winlogbeat_6', exceptions: [] },
  winlogbeat_6_pipeline: { schema: () => 'winlogbeat_6', exceptions: [] },
  winlogbeat_raw: { schema: () => 'winlogbeat_raw', exceptions: [] },
  ecs_7_6: {
    schema: (id) => (id === 1 ? 'ecs_sysmon_module_7' : 'ecs_sysmon_module'),
    exceptions: MODULE_LOSSES,
  },
  ecs_8: { schema: () => 'ecs_sysmon_module', exceptions: [...MODULE_LOSSES, NO_HASH_PLACE] },
  elastic_agent: { schema: () => 'ecs_sysmon_module', exceptions: [...MODULE_LOSSES, NO_HASH_PLACE] },
  nxlog: { schema: () => 'nxlog', exceptions: [] },
  flat: { schema: () => 'flat', recordId: false, exceptions: [] },
  eqllib: {
    schema: () => 'flat',
    host: '',
    recordId: false,
    exceptions: [],
  },
  splunk: { schema: () => 'splunk', exceptions: [] },
  evtx_dump: { schema: () => 'evtx_dump', exceptions: [] },
};

for (const name of SHAPE_NAMES)
  fieldSchemaContract({ ...SHAPES[name], name, render: (event) => renderDocument(event, name) });
