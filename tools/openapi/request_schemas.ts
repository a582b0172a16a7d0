import type { ZodTypeAny } from 'zod';
import { ignoreOverride, zodToJsonSchema } from 'zod-to-json-schema';
import { findEventsRequest } from '../../common/api/events';
import { predicateSchema } from '../../common/api/predicate_schema';
import { timeText } from '../../common/api/time_text';
import { QUESTION_FIELDS } from '../../common/sysmon/question_fields';
import { COMPONENTS, toComponents, type JsonSchema } from './components';

/** Parts of requests that stand beside the answers' parts. */
export function requestParts(): Readonly<Record<string, JsonSchema>> {
  const { Predicate, Time } = definitionsOf(findEventsRequest);
  if (!Predicate || !Time) throw new Error('A request without its parts');
  return {
    Time: { description: 'ISO 8601, without zone = UTC, or milliseconds since 1970.', ...Time },
    Predicate: {
      description: 'A condition over Sysmon field names; text compares without case.',
      ...Predicate,
    },
    QuestionField: { type: 'string', enum: [...QUESTION_FIELDS] },
  };
}

/** What a caller sends, before defaults and conversions. */
export function requestSchema(schema: ZodTypeAny): JsonSchema {
  const { $schema: _, definitions: __, ...json_schema } = jsonSchemaOf(schema);
  return toComponents(json_schema);
}

function definitionsOf(schema: ZodTypeAny): Readonly<Record<string, JsonSchema>> {
  const { definitions } = jsonSchemaOf(schema) as { definitions?: Readonly<Record<string, JsonSchema>> };
  return Object.fromEntries(
    Object.entries(definitions ?? {}).map(([name, definition]) => [name, toComponents(definition)]),
  );
}

/** Field names are checked by a function, which no JSON Schema shows. */
const jsonSchemaOf = (schema: ZodTypeAny): JsonSchema =>
  zodToJsonSchema(schema, {
    pipeStrategy: 'output',
    effectStrategy: 'input',
    $refStrategy: 'root',
    definitions: { Predicate: predicateSchema, Time: timeText },
    override: (_, { currentPath }) => {
      const name = currentPath.at(-1);
      return name === 'field' || name === 'other' ? { $ref: `${COMPONENTS}QuestionField` } : ignoreOverride;
    },
  }) as JsonSchema;

/** Each parameter of a query or path with its own schema, and whether it must be given. */
export function parametersOf(place: 'path' | 'query', schema: ZodTypeAny | undefined): object[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = zodToJsonSchema(schema, {
    pipeStrategy: 'output',
    effectStrategy: 'input',
    $refStrategy: 'none',
  }) as { properties?: Readonly<Record<string, JsonSchema>>; required?: readonly string[] };
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }));
}
