import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { renderClientTypes } from '../../src/codegen/render-client-types.ts';

const DOCUMENT = JSON.parse(
  await readFile(new URL('../../openapi/openapi.en.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, object>>; components: { schemas: Record<string, object> } };

const declared = (source: string) =>
  [...source.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);

it('declares each type once, none with a number, and no enum', async () => {
  const source = await renderClientTypes(DOCUMENT);
  const names = declared(source);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /\d/.test(name ?? ''))).toEqual([]);
  expect(source).not.toMatch(/\benum [A-Z]|: any\b/);
});

it('knows every operation below /v1/ that answers in JSON', async () => {
  const source = await renderClientTypes(DOCUMENT);
  const operations = Object.entries(DOCUMENT.paths).filter(
    ([path, methods]) => path.startsWith('/v1/') && JSON.stringify(methods).includes('"application/json":'),
  );
  expect(operations.length).toBeGreaterThan(40);
  for (const [path] of operations) expect(source).toContain(`'${path}'`);
});

it('takes an operation in that is new, with what it needs and the JSON it is sent', async () => {
  const withdraw = {
    operationId: 'withdrawSubmission',
    summary: 'Take a return back',
    parameters: [
      { in: 'path', name: 'id', required: true, schema: { type: 'string' } },
      { in: 'query', name: 'lang', schema: { type: 'string' } },
    ],
    requestBody: {
      content: {
        'application/json': {
          schema: { type: 'object', required: ['reason'], properties: { reason: { type: 'string' } } },
        },
      },
    },
    responses: {
      200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } } },
    },
  };
  const paths = { ...DOCUMENT.paths, '/v1/submissions/{id}/withdraw': { post: withdraw } };
  const source = await renderClientTypes({ ...DOCUMENT, paths });
  expect(source).toContain("withdrawSubmission: ['POST', '/v1/submissions/{id}/withdraw']");
  expect(source).toContain(
    'withdrawSubmission: { readonly parameters: WithdrawSubmissionParameters; readonly body: WithdrawSubmissionBody; readonly answer: Receipt }',
  );
  expect(source).toContain('export interface WithdrawSubmissionBody {\nreason: string\n}');
});
