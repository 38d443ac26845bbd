import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { NAME } from '../../src/standard/about.ts';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

it('writes the name of the dataset once, so that it has one spelling in Welsh', async () => {
  const paths = (await readdir(SOURCE, { recursive: true })).filter(
    (path) => path.endsWith('.ts') && !path.includes('generated/'),
  );
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(SOURCE, path), 'utf8')] as const),
  );
  const spelling = /Set Ddata \wraidd Presgripsiynu Cymdeithasol/;
  expect(NAME.cy).toMatch(spelling);
  expect(texts.filter(([, text]) => spelling.test(text)).map(([path]) => path)).toEqual([
    'standard/about.ts',
  ]);
});
