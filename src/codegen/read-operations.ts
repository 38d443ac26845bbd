import type { JsonObject } from './read-schema.ts';

/** One operation of the HTTP API that answers in JSON or with nothing, as far as a client needs to know it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** Schemas of what stands in the path and in the query, by name. */
  readonly parameters: ReadonlyMap<string, JsonObject>;
  readonly required: readonly string[];
  /** Schema of a body in JSON that is no return; null where there is none. */
  readonly body: JsonObject | null;
  /** What it answers, which is null where an answer has no content. */
  readonly answer: JsonObject;
}

interface DescribedParameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: JsonObject;
}

interface DescribedOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly DescribedParameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { schema?: JsonObject }>> };
  readonly responses?: Readonly<
    Record<string, { content?: Readonly<Record<string, { schema?: JsonObject }>> }>
  >;
}

/** What a client decides by itself: it asks for JSON, and for its language by a header. */
const NOT_ASKED = ['lang', 'format'];
const JSON_TYPE = 'application/json';

/**
 * The operations below `/v1/` that answer in JSON or with nothing, in the order of the document.
 *
 * @param document - An OpenAPI document with its parameters written in place.
 */
export function readOperations(document: JsonObject): Operation[] {
  const paths = document.paths as Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, described]) => readOperation(method, path, described) ?? []),
    );
}

function readOperation(method: string, path: string, described: DescribedOperation): Operation | null {
  const { operationId: id, summary = '', parameters = [], requestBody, responses = {} } = described;
  const answer = answerOf(responses);
  if (id === undefined || answer === null) return null;
  const asked = parameters.filter(
    (parameter) => ['path', 'query'].includes(parameter.in) && !NOT_ASKED.includes(parameter.name),
  );
  const body = requestBody?.content?.[JSON_TYPE]?.schema ?? null;
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary,
    parameters: new Map(
      asked.map(({ name, description, schema }) => [
        name,
        { ...schema, ...(description ? { description } : {}) },
      ]),
    ),
    required: asked.filter(({ required }) => required === true).map(({ name }) => name),
    // A return is sent in whatever form it has, and its type is the standard's.
    body: typeof body?.$ref === 'string' ? null : body,
    answer,
  };
}

const NOTHING: JsonObject = { tsType: 'null' };

/** The JSON of the first good answer that has any; nothing, of one that is without content. */
function answerOf(responses: NonNullable<DescribedOperation['responses']>): JsonObject | null {
  const good = Object.entries(responses).filter(([status]) => /^2/.test(status));
  for (const [, { content }] of good) {
    const schema = content?.[JSON_TYPE]?.schema;
    if (schema !== undefined) return schema;
  }
  if (good.some(([status]) => status === '204')) return NOTHING;
  return null;
}
