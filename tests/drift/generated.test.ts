import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RenderedFiles, renderAll, staleFiles } from '../../src/codegen/generate.ts';

let rendered: RenderedFiles;
const folders: string[] = [];

beforeAll(async () => {
  rendered = await renderAll();
});

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

/** A checkout that holds the generated files only, all of them up to date. */
async function freshCheckout(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-generated-'));
  folders.push(folder);
  for (const [path, source] of rendered) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), source);
  }
  return folder;
}

it('finds every generated file as the schemas and the code now give it', async () => {
  expect(await staleFiles(rendered), 'run: npm run generate').toEqual([]);
});

it('gives the same files whenever it is asked', async () => {
  const again = await renderAll();
  const differing = [...rendered].filter(
    ([path, source]) => !Buffer.from(source).equals(Buffer.from(again.get(path) ?? '')),
  );
  expect(differing.map(([path]) => path)).toEqual([]);
  expect([...again.keys()]).toEqual([...rendered.keys()]);
}, 120_000);

it('writes the standard, the row tables, the OpenAPI documents, the page of Welsh, the rule catalogue and the conformance kit', () => {
  expect([...rendered.keys()]).toEqual(
    expect.arrayContaining([
      'src/standard/generated/code-lists.ts',
      'src/standard/generated/validators/profiles.js',
      'src/store/generated/row-tables.ts',
      'openapi/openapi.en.json',
      'openapi/openapi.cy.json',
      'docs/welsh-review.md',
      'docs/rules/README.md',
      'docs/rules/characteristics-add-up-to-profiles.md',
      'examples/conformance/cases/cases.json',
    ]),
  );
});

it('notices an edit of one character in any generated file', async () => {
  const folder = await freshCheckout();
  expect(await staleFiles(rendered, folder)).toEqual([]);
  for (const [path, source] of rendered) {
    const edited = Buffer.from(source.length > 0 ? source : ' ');
    if (source.length > 0) edited[edited.length >> 1] = (edited[edited.length >> 1] as number) ^ 1;
    await writeFile(join(folder, path), edited);
  }
  expect(await staleFiles(rendered, folder)).toEqual([...rendered.keys()]);
});

it('notices a generated file that is missing', async () => {
  const folder = await freshCheckout();
  await rm(join(folder, 'src/standard/generated/types.ts'));
  expect(await staleFiles(rendered, folder)).toEqual(['src/standard/generated/types.ts']);
});

it.each([
  'src/standard/generated/old-glossary.ts',
  'src/store/generated/old-tables.ts',
  'openapi/openapi.ga.json',
  'docs/rules/a-rule-that-is-gone.md',
  'examples/conformance/cases/a-case-that-is-gone.json',
])('notices %s, which nothing generates', async (extra) => {
  const folder = await freshCheckout();
  await writeFile(join(folder, extra), '\n');
  expect(await staleFiles(rendered, folder)).toEqual([extra]);
});
