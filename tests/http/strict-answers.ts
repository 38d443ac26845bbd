import { readFile } from 'node:fs/promises';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { App } from '../../src/http/app.ts';

type Json = Readonly<Record<string, unknown>>;

const DOCUMENT = JSON.parse(
  await readFile(new URL('../../openapi/openapi.en.json', import.meta.url), 'utf8'),
) as Json;

const ajv = new Ajv2020({ strict: false, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema(closed({ $id: 'api', components: DOCUMENT.components }) as Json);

const checks = new Map<string, ValidateFunction | undefined>();

/**
 * Makes the application answer 500 whenever a JSON body is not exactly what the OpenAPI document says: a field
 * that is only in the code is as wrong as one that is missing.
 */
export function answerStrictly(app: App): void {
  app.addHook('onSend', async (request, reply, body) => {
    const media = String(reply.getHeader('content-type') ?? '').split(';')[0] as string;
    const route = request.routeOptions.url;
    if (typeof body !== 'string' || route === undefined || !/[/+]json$/.test(media)) return body;
    const check = checkOf(request.method, route, reply.statusCode, media);
    if (check === undefined || check(JSON.parse(body))) return body;
    throw new Error(`${request.method} ${request.url} is not as documented: ${JSON.stringify(check.errors)}`);
  });
}

function checkOf(method: string, route: string, status: number, media: string): ValidateFunction | undefined {
  const key = [method, route, status, media].join(' ');
  if (!checks.has(key)) {
    const path = route.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{name}');
    const operation = at(DOCUMENT, 'paths', path, method.toLowerCase());
    const schema = at(operation, 'responses', String(status), 'content', media, 'schema');
    checks.set(key, schema === undefined ? undefined : ajv.compile(closed(schema) as Json));
  }
  return checks.get(key);
}

function at(node: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((found, name) => (found as Json | undefined)?.[name], node);
}

/** The schema with every object that names its members closed to others, and its references made whole. */
function closed(schema: unknown, isPart = false): unknown {
  if (Array.isArray(schema)) return schema.map((each) => closed(each, isPart));
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([name, value]) =>
    name === '$ref' && typeof value === 'string' && value.startsWith('#')
      ? [name, `api${value}`]
      : [name, closed(value, name === 'allOf')],
  );
  const found = Object.fromEntries(entries) as Record<string, unknown>;
  const isNamed = found.type === 'object' && typeof found.properties === 'object';
  if (isPart || 'additionalProperties' in found) return found;
  if (Array.isArray(found.allOf)) return { ...found, unevaluatedProperties: false };
  return isNamed ? { ...found, additionalProperties: false } : found;
}
