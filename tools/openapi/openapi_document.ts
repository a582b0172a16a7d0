import type { AnyRoute } from '../../server/http/route';
import { answerOf } from '../../server/http/answer';
import { answerSchemas } from './answer_schemas';
import { ANSWER_TYPES, PROBLEM_TYPE } from './answer_types';
import { resolved, type JsonSchema } from './components';
import { parametersOf, requestParts, requestSchema } from './request_schemas';

/** OpenAPI 3.1 of the routes: requests from their zod schemas, answers from their types. */
export function openapiDocument({
  routes,
  version,
}: {
  routes: readonly AnyRoute[];
  version: string;
}): object {
  const schemas = answerSchemas();
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sysmon Trail',
      version,
      description:
        'What happened on a Windows host, out of its Sysmon events. Times in requests: ISO 8601 (without zone = UTC) or milliseconds since 1970; in answers: UTC milliseconds. Ranges include `from` and exclude `to`. In Kibana, requests with a body need the header `kbn-xsrf`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { ...schemas, ...requestParts() } },
  };
}

function operationOf(route: AnyRoute, schemas: Readonly<Record<string, JsonSchema>>): object {
  const { params, query, body } = route.request;
  return {
    operationId: route.operation,
    summary: route.summary,
    parameters: [...parametersOf('path', params), ...parametersOf('query', query)],
    ...(body && { requestBody: { required: true, content: json(requestSchema(body)) } }),
    responses: responsesOf(route, schemas),
  };
}

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

/** The kinds of an answer, by the status they come with. */
function responsesOf(route: AnyRoute, schemas: Readonly<Record<string, JsonSchema>>): object {
  const answer = ANSWER_TYPES[route.operation];
  if (!answer) throw new Error(`tools/openapi/answer_types.ts has no answer of ${route.operation}`);
  const responses: Record<number, JsonSchema[]> = { 200: [] };
  for (const variant of variantsOf({ $ref: `#/components/schemas/${answer}` }, schemas)) {
    const { status } = answerOf({ kind: kindOf(variant, schemas) });
    responses[status] = [...(responses[status] ?? []), variant];
  }
  return {
    ...Object.fromEntries(
      Object.entries(responses).map(([status, of]) => [
        status,
        {
          description: DESCRIPTIONS[status] ?? '',
          content: json(of.length === 1 && of[0] ? of[0] : { anyOf: of }),
        },
      ]),
    ),
    default: {
      description: 'What failed, in one sentence, and the technical detail',
      content: json({ $ref: `#/components/schemas/${PROBLEM_TYPE}` }),
    },
  };
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  200: 'The answer',
  400: 'The request cannot mean anything; `problems` says why',
  404: 'Nothing of that name',
  422: 'The document is no Sysmon event',
};

function variantsOf(schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): JsonSchema[] {
  const { anyOf } = resolved(schema, schemas);
  return Array.isArray(anyOf) ? (anyOf as JsonSchema[]).flatMap((one) => variantsOf(one, schemas)) : [schema];
}

function kindOf(variant: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): string {
  const properties = resolved(variant, schemas).properties as { kind?: { const?: string } } | undefined;
  if (properties?.kind?.const === undefined) throw new Error('An answer without kind');
  return properties.kind.const;
}
