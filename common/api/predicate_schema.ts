import { z } from 'zod';
import type { Predicate } from '../predicate/predicate';
import { isQuestionField } from '../sysmon/question_fields';
import type { QuestionField } from '../sysmon/fields';

const MAX_VALUE = 32_766;
/** As checkPredicate, which the browser need not load for it. */
export const MAX_DEPTH = 50;
const field = z.custom<QuestionField>(
  (name) => typeof name === 'string' && isQuestionField(name),
  'is no Sysmon field',
);
const value = z.string().max(MAX_VALUE);

const inner: z.ZodType<Predicate, z.ZodTypeDef, unknown> = z.lazy(() => condition);
const condition: z.ZodType<Predicate, z.ZodTypeDef, unknown> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['all', 'none']) }).strict(),
  z.object({ kind: z.enum(['and', 'or']), of: z.array(inner).max(10_000) }).strict(),
  z.object({ kind: z.literal('not'), of: inner }).strict(),
  z
    .object({ kind: z.literal('event_id'), ids: z.array(z.number().int().min(0).max(65_535)).max(300) })
    .strict(),
  z
    .object({
      kind: z.enum(['equals', 'contains', 'starts', 'ends', 'glob', 'regex']),
      field,
      value,
      cased: z.boolean().optional(),
    })
    .strict(),
  z.object({ kind: z.literal('in'), field, values: z.array(value).max(50_000) }).strict(),
  z.object({ kind: z.literal('cidr'), field, value }).strict(),
  z
    .object({ kind: z.literal('compare'), field, op: z.enum(['lt', 'le', 'gt', 'ge']), value: z.number() })
    .strict(),
  z.object({ kind: z.literal('exists'), field }).strict(),
  z
    .object({
      kind: z.literal('field_ref'),
      field,
      how: z.enum(['equals', 'contains', 'starts', 'ends']),
      other: field,
    })
    .strict(),
  z.object({ kind: z.literal('keyword'), value }).strict(),
]);

/** The predicate of a request. Depth and size are bounded, since the text comes from outside. */
export const predicateSchema: z.ZodType<Predicate, z.ZodTypeDef, unknown> = z
  .custom<unknown>((value) => depthOf(value) <= MAX_DEPTH, `is nested more than ${MAX_DEPTH} levels deep`)
  .pipe(condition);

/** Without recursion: the reader of the conditions themselves would exhaust the stack on a few hundred levels. */
function depthOf(predicate: unknown): number {
  let level: unknown[] = [predicate];
  for (let depth = 0; ; depth += 1) {
    if (level.length === 0 || depth > MAX_DEPTH) return depth;
    level = level.flatMap((part) => (isObject(part) && 'of' in part ? [part.of].flat() : []));
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
