import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { synthesiseCommand } from '../../src/cli/synthesise.ts';
import type { Language } from '../../src/standard/text.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-synthesise-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(line: string, language: Language = 'en') {
  const said = { stdout: '', stderr: '' };
  const code = await synthesiseCommand(line.split(' ').filter(Boolean), {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
    language,
    workingFolder: folder,
  });
  return { code, ...said };
}

describe('spcd synthesise', () => {
  it('writes one file for each board and quarter, and the services register, and says so', async () => {
    const { code, stdout } = await run('--nation wales --quarters 2 --seed 3 --until 2025-Q1 --out there');
    expect(code).toBe(0);
    expect(stdout).toContain('Wrote 14 synthetic returns and services.json to there');
    const files = await readdir(join(folder, 'there'));
    expect(files).toHaveLength(15);
    expect(files).toContain('7A7-2024-Q4.json');
    expect(files).toContain('7A3-2025-Q1.json');
    const document = JSON.parse(await readFile(join(folder, 'there', '7A7-2025-Q1.json'), 'utf8'));
    expect(document).toMatchObject({ submitter: '7A7', period: '2025-Q1', source_kind: 'synthetic' });
  });

  it('writes as many organisations of each nation as asked for, and only the tables named', async () => {
    const { code } = await run('--nation all --boards 1 --quarters 1 --tables profiles,pathway');
    expect(code).toBe(0);
    const there = join(folder, 'synthetic-all');
    const files = (await readdir(there)).filter((name) => name !== 'services.json');
    const documents = await Promise.all(
      files.map(async (name) => JSON.parse(await readFile(join(there, name), 'utf8'))),
    );
    expect(documents.map(({ submitter }) => submitter).sort()).toEqual(['7A1', 'BHSCT', 'QYG', 'S08000015']);
    for (const { tables } of documents) expect(Object.keys(tables)).toEqual(['profiles', 'pathway']);
    const services = JSON.parse(await readFile(join(there, 'services.json'), 'utf8'));
    const sent = documents.flatMap(({ coverage }) => coverage.services_included);
    expect(services.map(({ id }: { id: string }) => id).sort()).toEqual(sent.sort());
  });

  it('writes no return for a quarter in which none of the tables named is due', async () => {
    const { code, stdout } = await run(
      '--boards 1 --quarters 3 --until 2026-Q3 --tables assets --out yearly',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Wrote 1 synthetic return and services.json to yearly');
    expect((await readdir(join(folder, 'yearly'))).sort()).toEqual(['7A1-2026-Q1.json', 'services.json']);
  });

  it('says so where fewer organisations are there than were asked for', async () => {
    const { code, stdout, stderr } = await run('--boards 99 --quarters 1 --tables profiles');
    expect([code, stderr]).toEqual([
      0,
      '--nation wales has 7 organisations, not 99: returns of all of them are written.\n',
    ]);
    expect(stdout).toContain('Wrote 7 synthetic returns');
  });

  it('writes two organisations of another nation where none are counted', async () => {
    expect((await run('--nation northern_ireland --quarters 1')).stdout).toContain(
      'Wrote 2 synthetic returns and services.json to synthetic-northern-ireland',
    );
  });

  it('writes the same bytes again for the same seed', async () => {
    await run('--quarters 1 --out one');
    await run('--quarters 1 --out two');
    for (const name of await readdir(join(folder, 'one'))) {
      const [one, two] = await Promise.all(['one', 'two'].map((part) => readFile(join(folder, part, name))));
      expect(one?.equals(two as Buffer), name).toBe(true);
    }
  });

  it.each([
    ['--nation atlantis', '--nation takes wales, england, scotland, northern_ireland or all'],
    ['--boards 0', '--boards takes a whole number from 1'],
    ['--boards many', '--boards takes a whole number from 1'],
    ['--tables profiles,cats', '--tables takes names joined by commas'],
    ['--quarters 0', '--quarters takes a whole number from 1'],
    ['--quarters eight', '--quarters takes a whole number from 1'],
    ['--until 2026', 'a quarter such as 2026-Q3'],
    ['--until 2019-Q3 --quarters 3', 'the first quarter is 2019-Q2'],
    ['--seed 1000000', 'from 0 to 999999'],
    ['--seed 1.5', 'from 0 to 999999'],
    ['--cats 3', 'There is no option --cats.'],
  ])('refuses %s, shows how it is used and writes nothing', async (line, words) => {
    const { code, stderr } = await run(line);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).toContain('Usage:');
    expect(await readdir(folder)).toEqual([]);
  });

  it('speaks Welsh with --lang, also of what it cannot follow', async () => {
    expect((await run('--help --lang cy')).stdout).toContain('Defnydd:');
    expect((await run('--cats 3 --lang=cy')).stderr).toContain('Nid oes opsiwn --cats.');
  });

  it('speaks Welsh', async () => {
    expect((await run('--help', 'cy')).stdout).toContain('Defnydd:');
    expect((await run('--nation atlantis', 'cy')).stderr).toContain('Mae --nation yn cymryd wales');
  });
});
