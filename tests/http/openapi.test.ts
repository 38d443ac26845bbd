import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderOpenApi } from '../../src/codegen/render-openapi.ts';
import { ERROR_CATALOGUE } from '../../src/errors.ts';
import { componentName } from '../../src/http/openapi/describe-api.ts';
import { SHARED_SHAPES } from '../../src/http/openapi/shared-shapes.ts';
import { inLanguage } from '../../src/http/openapi/words.ts';
import { SCHEMAS } from '../../src/standard/generated/schemas.ts';
import { startApp, type TestApp } from './start-app.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Json = Record<string, unknown>;
interface Operation extends Json {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: Json[];
  parameters?: { name: string; description: string }[];
  responses: Record<
    string,
    { description: string; content?: Record<string, { schema: Json; example?: unknown }> }
  >;
}
interface Document extends Json {
  paths: Record<string, Record<string, Operation>>;
  tags: { name: string; description: string }[];
  components: { schemas: Record<string, Json> };
}

const rendered = await renderOpenApi();
const [english, welsh] = ['en', 'cy'].map(
  (language) => JSON.parse(rendered.get(`openapi/openapi.${language}.json`) as string) as Document,
) as [Document, Document];

function operationsOf(document: Document): [string, Operation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
}

describe('the OpenAPI documents', () => {
  it.each([...rendered])('%s is what the routes give (if not: npm run generate)', async (path, source) => {
    expect(await readFile(`${ROOT}${path}`, 'utf8')).toBe(source);
  });

  it.each([
    ['Redocly', 'redocly', ['lint']],
    ['Spectral', 'spectral', ['lint', '--fail-severity=hint']],
  ])('have no fault and no warning by the recommended rules of %s', { timeout: 90_000 }, (_, name, words) => {
    const { stdout, stderr, status } = spawnSync(
      `node_modules/.bin/${name}`,
      [...words, ...rendered.keys()],
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          REDOCLY_TELEMETRY: 'off',
          REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
          SCARF_ANALYTICS: 'false',
        },
      },
    );
    expect(status, `${stdout}${stderr}`).toBe(0);
    expect(`${stdout}${stderr}`).not.toMatch(/warning was generated|problems? \(/i);
  });

  it('say everything in both languages, and nothing in two at once', () => {
    const ours = (document: Document) =>
      operationsOf(document).flatMap(([name, operation]) => [
        [`${name} summary`, operation.summary],
        [`${name} description`, operation.description],
        ...(operation.parameters ?? []).map((parameter) => [
          `${name} ${parameter.name}`,
          parameter.description,
        ]),
        ...Object.entries(operation.responses).map(([status, answer]) => [
          `${name} ${status}`,
          answer.description,
        ]),
      ]);
    const words = new Map(ours(english) as [string, string][]);
    expect(words.size).toBeGreaterThan(100);
    const untranslated = (ours(welsh) as [string, string][]).filter(
      ([place, text]) => !text || text === words.get(place),
    );
    expect(untranslated).toEqual([]);
    for (const document of rendered.values()) expect(document).not.toContain('"x-cy"');
  });

  it('differ in words only', () => {
    const shapeOf = (node: unknown, key = ''): unknown => {
      if (['title', 'description', 'summary', 'example', 'examples', 'detail', 'name'].includes(key))
        return null;
      if (Array.isArray(node)) return node.map((item) => shapeOf(item));
      if (typeof node !== 'object' || node === null) return node;
      return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, shapeOf(child, name)]));
    };
    expect(shapeOf(welsh)).toEqual(shapeOf(english));
  });

  it('give every operation a name of its own, a chapter, problems, and who may call it', () => {
    const operations = operationsOf(english);
    const names = operations.map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    const chapters = english.tags.map(({ name }) => name);
    for (const [name, operation] of operations) {
      expect(chapters, name).toEqual(expect.arrayContaining(operation.tags));
      const isSubmitters = /\/v1\/(submissions|submission-jobs|me)\b/.test(name);
      expect(operation.security, name).toEqual(isSubmitters ? [{ key: [] }, { token: [] }] : []);
      expect(Object.keys(operation.responses), name).toEqual(expect.arrayContaining(['400', '406', '500']));
      if (isSubmitters) {
        expect(Object.keys(operation.responses), name).toEqual(
          expect.arrayContaining(['401', '403', '429', '503']),
        );
      }
      expect(Object.keys(operation.responses).includes('401'), name).toBe(isSubmitters);
    }
  });

  it('say what they are written in, and use 2020-12 as it is', () => {
    expect(english).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: 'https://spcd.example' }],
    });
    const profiles = english.components.schemas['1.0_tables_profiles'] as {
      properties: Json;
      allOf?: unknown;
    };
    expect(Object.keys(profiles.properties)).toContain('people_first_in_year');
  });

  it('name every component after its address, so that no two fall together', () => {
    const ids = [...Object.values(SCHEMAS), ...SHARED_SHAPES].map((schema) => String((schema as Json).$id));
    const names = ids.map(componentName);
    expect(new Set(names).size).toBe(ids.length);
    expect(names).toContain('1.0_tables_profiles');
    expect(names).toContain('Problem');
  });
});

describe.each([
  ['English', english],
  ['Welsh', welsh],
])('every example in %s', (_, document) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: 'https://test/document' });

  it.each(operationsOf(document))('conforms to its schema: %s', (name, operation) => {
    for (const [status, { content }] of Object.entries(operation.responses)) {
      for (const [mediaType, { schema, example }] of Object.entries(content ?? {})) {
        expect(example, `${name} ${status} ${mediaType}`).toBeDefined();
        const absolute = JSON.parse(
          JSON.stringify(schema).replaceAll('"#/components/', '"https://test/document#/components/'),
        );
        const isValid = ajv.validate(absolute, example);
        expect(isValid, `${name} ${status} ${mediaType} ${ajv.errorsText()}`).toBe(true);
      }
    }
  });
});

describe('answers', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await startApp();
  });
  afterAll(() => service.close());

  it.each(
    operationsOf(english).filter(
      ([name, { security }]) =>
        name.startsWith('get ') && security.length === 0 && !name.includes('/v1/data/'),
    ),
  )('conform to what is documented: %s', async (name, operation) => {
    const path = (name.split(' ')[1] as string)
      .replace('{version}', '1.0')
      .replace('{folder}', 'tables')
      .replace(/\{file\}$/, name.includes('{folder}') ? 'profiles.schema.json' : 'return.schema.json')
      .replace('{code}', 'INTERNAL')
      .replace('{id}', name.includes('/rules/') ? 'figures-are-unrounded' : 'none');
    const answer = await request(service.app.server).get(path);
    const mediaType = String(answer.headers['content-type']).split(';')[0] as string;
    const documented = operation.responses[answer.status]?.content?.[mediaType];
    expect(documented, `${answer.status} ${mediaType}`).toBeDefined();
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ ...english, $id: 'https://test/document' });
    const schema = JSON.parse(
      JSON.stringify(documented?.schema).replaceAll('"#/components/', '"https://test/document#/components/'),
    );
    const isValid = ajv.validate(schema, JSON.parse(answer.text ?? answer.body.toString()));
    expect(isValid, ajv.errorsText()).toBe(true);
  });

  it('give the document at its address, in the language asked for', async () => {
    const ask = (query: string) => request(service.app.server).get(`/openapi.json${query}`).expect(200);
    expect((await ask('')).body.info.title).toBe((english.info as Json).title);
    expect((await ask('?lang=cy')).body.info.title).toBe((welsh.info as Json).title);
    expect((await ask('')).body.servers).toEqual([{ url: 'https://data.example.wales' }]);
  });

  it('carry only codes of errors that the document names', () => {
    const schema = english.components.schemas.Problem as { properties: { code: { enum: string[] } } };
    expect(schema.properties.code.enum).toEqual(Object.keys(ERROR_CATALOGUE));
  });
});

describe('choosing a language', () => {
  it('takes the Welsh words where there are some, and leaves the rest', () => {
    const document = { title: 'One', 'x-cy': { title: 'Un' }, items: [{ title: 'Two' }], enum: ['a'] };
    expect(inLanguage(document, 'cy')).toEqual({ title: 'Un', items: [{ title: 'Two' }], enum: ['a'] });
    expect(inLanguage(document, 'en')).toEqual({ title: 'One', items: [{ title: 'Two' }], enum: ['a'] });
    expect(document['x-cy']).toEqual({ title: 'Un' });
  });
});
