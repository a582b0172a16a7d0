import { resolve } from 'node:path';
import {
  AliasType,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  ObjectType,
  SchemaGenerator,
  StringType,
  type BaseType,
  type CompletedConfig,
  type SubNodeParser,
} from 'ts-json-schema-generator';
import ts from 'typescript';
import { componentName, toComponents, type JsonSchema } from './components';
import { ANSWER_TYPES, PROBLEM_TYPE } from './answer_types';

const ROOT = resolve(__dirname, '../..');

/** JSON Schemas of all answers and what they are made of, by the name of the type. */
export function answerSchemas(): Readonly<Record<string, JsonSchema>> {
  const generator = makeGenerator();
  const schemas: Record<string, JsonSchema> = {};
  for (const type of [...Object.values(ANSWER_TYPES), PROBLEM_TYPE]) {
    const { definitions = {} } = generator.createSchema(type);
    for (const [name, schema] of Object.entries(definitions))
      schemas[componentName(name)] = toComponents(schema);
  }
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function makeGenerator(): SchemaGenerator {
  const config: CompletedConfig = {
    ...DEFAULT_CONFIG,
    path: resolve(ROOT, 'common/api/*.ts'),
    tsconfig: resolve(ROOT, 'tsconfig.json'),
    type: '*',
    skipTypeCheck: true,
    additionalProperties: true,
  };
  const program = createProgram(config);
  const parser = createParser(program, config, (chain) => chain.addNodeParser(fieldNames));
  return new SchemaGenerator(program, parser, createFormatter(config), config);
}

/** Types that are computed from the table of event kinds, which the generator cannot follow. */
const COMPUTED: Readonly<Record<string, BaseType>> = {
  SysmonField: new StringType(),
  SysmonFields: new ObjectType('SysmonFields', [], [], new StringType()),
};

const fieldNames: SubNodeParser = {
  supportsNode: (node) => ts.isTypeAliasDeclaration(node) && node.name.text in COMPUTED,
  createType: (node) => {
    const name = (node as ts.TypeAliasDeclaration).name.text;
    return new AliasType(name, COMPUTED[name] ?? new StringType());
  },
};
