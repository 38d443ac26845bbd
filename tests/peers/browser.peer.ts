import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serialiseReport, validateReturn } from '../../src/standard/validate-return.ts';
import { type InstalledPackage, installPackage } from '../package/installed-package.ts';

let installed: InstalledPackage;
let browser: Browser;

beforeAll(async () => {
  installed = await installPackage();
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
});
afterAll(async () => {
  await browser?.close();
  installed?.remove();
});

/** Runs a module that uses the installed package in a page, and gives what it hands to `tell`. */
async function inPage(source: string, given: unknown): Promise<unknown> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: installed.folder, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'module',
    platform: 'browser',
  });
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  const told = await page.evaluate((value) => {
    const { tell } = (globalThis as unknown as { module: { tell(value: unknown): unknown } }).module;
    return tell(value);
  }, given);
  await page.close();
  expect(errors).toEqual([]);
  return told;
}

it.each(['json', 'xlsx', 'zip'] as const)('gives the same report of %s in a browser', async (format) => {
  const document = readFileSync(new URL('../../examples/valid/powys-2026-q3.json', import.meta.url), 'utf8');
  const broken = document.replace('"female"', '"femal"');
  const report = await inPage(
    `import { serialiseReport, validateReturn } from '@spcd/core-dataset/validate';
     import { writeCsvArchive, writeReturnWorkbook } from '@spcd/core-dataset/write';
     export function tell({ text, format }) {
       const write = { json: () => new TextEncoder().encode(text), zip: () => writeCsvArchive(JSON.parse(text)),
         xlsx: () => writeReturnWorkbook(JSON.parse(text)) };
       return serialiseReport(validateReturn(write[format](), { format }).report);
     }`,
    { text: broken, format },
  );
  expect(JSON.parse(report as string).result).toBe('invalid');
  if (format !== 'json') return;
  const bytes = new TextEncoder().encode(broken);
  expect(report).toBe(serialiseReport(validateReturn(bytes, { format: 'json' }).report));
});

it('finds a mutated Welsh word in the glossary', async () => {
  const found = await inPage(
    `import { GLOSSARY, indexGlossary, searchGlossary } from '@spcd/core-dataset/glossary';
     export const tell = (text) => searchGlossary(indexGlossary(GLOSSARY), text).map(({ id }) => id);`,
    'bresgripsiynu cymdeithasol',
  );
  expect((found as string[]).length).toBeGreaterThan(0);
});
