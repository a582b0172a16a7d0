const DEFINITIONS = '#/definitions/';
export const COMPONENTS = '#/components/schemas/';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Generic types have names that a reference cannot carry. */
export const componentName = (name: string): string => decodeURIComponent(name).replace(/[^\w./-]+/g, '_');

/** References to definitions of a schema -> references to components of the document. */
export const toComponents = (schema: unknown): JsonSchema =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(DEFINITIONS)
      ? COMPONENTS + componentName(value.slice(DEFINITIONS.length))
      : value,
  ) as JsonSchema;

/** What a reference names; anything else is itself. */
export function resolved(schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.slice(COMPONENTS.length) : undefined;
  return (name !== undefined && schemas[name]) || schema;
}
