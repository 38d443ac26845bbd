import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { allAttacks } from './all-attacks.ts';
import type { Scene } from './attack.ts';
import { openCountry } from './country/open-country.ts';
import { SMALL_COUNTRY } from './country/plan.ts';
import { serveCountry } from './country/serve-country.ts';

const attacks = await allAttacks();

const ROOT = new URL('../../', import.meta.url);

let scene: Scene;

beforeAll(async () => {
  const server = inject('databaseServer');
  const country = await openCountry(SMALL_COUNTRY, { server });
  scene = { country, service: await serveCountry(country), server };
}, 1_800_000);

afterAll(() => scene?.service.close());

it('has one attack of each number', () => {
  const ids = attacks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('tells of every attack in the committed report, none of which succeeds, and of the report in the README', async () => {
  const report = await readFile(new URL('docs/attacks.md', ROOT), 'utf8');
  for (const { id, title } of attacks) {
    const command = `run npm run attack: ${id} is not in docs/attacks.md`;
    expect(report, command).toContain(`\n## ${id}: ${title}\n`);
    expect(report, command).toContain(`\n| ${id}: ${title} | `);
  }
  expect(report).not.toContain('**SUCCEEDS**');
  expect(report).toMatch(/\nRun on \d{4}-\d\d-\d\d .* noise seeds? \d/);
  expect(report).toContain('\n## Usefulness\n');
  expect(await readFile(new URL('README.md', ROOT), 'utf8')).toContain('](docs/attacks.md)');
});

describe.each(attacks)('$id: $title', (attack) => {
  it('stays within its gates on the small country', { timeout: 600_000 }, async () => {
    const measurements = await attack.run(scene);
    expect(measurements.some(({ role, gate }) => role === 'headline' && gate !== null)).toBe(true);
    expect(measurements.filter(({ passed }) => !passed).map((failed) => JSON.stringify(failed))).toEqual([]);
  });
});
