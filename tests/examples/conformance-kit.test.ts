import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORM_EXAMPLES } from '../../src/codegen/form-examples.ts';
import type { ListedCase, ListedFinding } from '../../src/codegen/render-conformance.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import { RULE_CATALOGUE } from '../../src/standard/rule-catalogue.ts';
import { type ReturnSource, validateReturn } from '../../src/standard/validate-return.ts';

const KIT = new URL('../../examples/conformance/', import.meta.url);
const CASES = new URL('cases/', KIT);
const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const OURS = [
  ...['node', 'bin/spcd.cjs', 'validate', '-', '--json'],
  ...['--format={format}', '--table={table}', '--header={header}', '--{labels}'],
];

/** Faults of form that no small file can show, or none at all: `tests/codegen/form-examples.test.ts` builds each. */
const NOT_IN_THE_KIT = [...FORM_EXAMPLES.keys()];

const readJson = async (name: string, folder = CASES) =>
  JSON.parse(await readFile(new URL(name, folder), 'utf8'));
const { cases } = (await readJson('cases.json')) as { cases: readonly ListedCase[] };
const header = await readJson('header.json');
const { compareReport } = (await import(new URL('compare-report.mjs', KIT).href)) as {
  compareReport: (expected: readonly ListedFinding[], report: unknown) => string[];
};

function sourceOf({ format, table, labels = false }: ListedCase): ReturnSource {
  if (format !== 'csv') return { format, labels };
  return { format, table: table as TableName, header, labels };
}

describe('the conformance kit', () => {
  it('has 150 cases or more, each with a name and a file of its own', async () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    const files = [...cases.map(({ file }) => file), 'cases.json', 'header.json'];
    expect((await readdir(CASES)).sort()).toEqual(files.sort());
  });

  it('shows every rule of form and content, but for those that no small file can show', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ rule }) => rule)));
    const missing = RULE_CATALOGUE.filter(({ id, kind }) => kind !== 'service' && !shown.has(id));
    expect(missing.map(({ id }) => id).sort()).toEqual([...NOT_IN_THE_KIT].sort());
  });

  it('holds every form of a return, right and wrong', () => {
    for (const form of ['json', 'ndjson', 'csv', 'zip', 'xlsx']) {
      const ofForm = cases.filter(({ format }) => format === form);
      expect(new Set(ofForm.map(({ expected }) => expected.length > 0))).toEqual(new Set([true, false]));
    }
  });

  it('stays under four megabytes', async () => {
    const sizes = await Promise.all(
      (await readdir(CASES)).map(async (name) => (await stat(new URL(name, CASES))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000);
  });

  it.each(cases.map((each) => [each.id, each] as const))(
    '%s is found by the library as expected',
    async (_, each) => {
      const { report } = validateReturn(await readFile(new URL(each.file, CASES)), sourceOf(each));
      expect(compareReport(each.expected, report)).toEqual([]);
    },
  );
});

describe('the comparison', () => {
  const expected: ListedFinding = {
    rule: 'code-known',
    tier: 'error',
    path: '/tables/profiles/{row}/sex',
    count: 2,
    at: ['/tables/profiles/0/sex', '/tables/profiles/1/sex'],
    rows: [2, 3],
  };
  const locations = expected.at.map((pointer, index) => ({ pointer, row: index + 2 }));
  const finding = { ...expected, locations };
  const compare = (...findings: unknown[]) => compareReport([expected], { result: 'invalid', findings });

  it('takes findings of one rule and path together, in any order', () => {
    const halves = locations.map((location) => ({ ...finding, count: 1, locations: [location] }));
    expect(compare(...halves.toReversed())).toEqual([]);
  });

  it.each([
    ['another rule', { rule: 'code-not-label' }],
    ['another tier', { tier: 'verify' }],
    ['another path', { path: '/tables/profiles/{row}/age_band' }],
    ['another count', { count: 3 }],
    ['another place', { locations: locations.slice(1) }],
    ['another row', { locations: locations.map(({ pointer }) => ({ pointer, row: 9 })) }],
  ])('does not take %s', (_, difference) => {
    expect(compare({ ...finding, ...difference })).not.toEqual([]);
  });

  it.each([null, [], 'valid', {}, { findings: {} }])('does not take %j for a report', (report) => {
    expect(compareReport([], report)).not.toEqual([]);
  });

  it('looks at the result, and at findings that were not expected', () => {
    expect(compareReport([expected], { result: 'valid', findings: [finding] })).toHaveLength(1);
    expect(compareReport([], { result: 'valid', findings: [finding] })).toHaveLength(1);
  });
});

describe('running the kit', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spcd-kit-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs the kit as a person would, and gives its exit code, what it said and the result file. */
  async function run(only: readonly string[], command: readonly string[], ...options: string[]) {
    const out = join(folder, 'result.json');
    await rm(out, { force: true });
    const kit = fileURLToPath(new URL('run.mjs', KIT));
    const parameters = [kit, '--only', only.join(','), '--out', out, ...options, '--', ...command];
    const child = spawn(process.execPath, parameters, { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (piece) => said.push(piece));
    child.stderr.on('data', (piece) => said.push(piece));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    const result = await readFile(out, 'utf8').then(JSON.parse, () => null);
    return { code, said: Buffer.concat(said).toString(), result };
  }

  /** Every twentieth case, and one of labels: chosen by their place in the list, so always the same. */
  const SOME = cases
    .filter(({ id }, index) => index % 20 === 7 || id === 'labels-read-as-codes')
    .map(({ id }) => id);

  it('passes our own command, and writes a result that can be published', async () => {
    const { code, said, result } = await run(SOME, OURS, '--name', 'spcd', '--version', '0.1.0');
    expect([code, said.includes('FAILED')]).toEqual([0, false]);
    expect(result).toEqual({
      standard: 'spcd',
      schema_version: '1.0',
      kit_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      implementation: { name: 'spcd', version: '0.1.0' },
      complete: false,
      cases: SOME.length,
      passed: SOME.length,
      failed: 0,
      failed_ids: [],
    });
  }, 180_000);

  it('fails a command that finds nothing, prints nothing, or does not end', async () => {
    const finds = 'process.stdout.write(JSON.stringify({ result: "valid", findings: [] }))';
    const { code, said, result } = await run(['sound-json', 'code-known'], [process.execPath, '-e', finds]);
    expect([code, result.failed_ids]).toEqual([1, ['code-known']]);
    expect(said).toContain('not found: code-known (error) at /tables/profiles/{row}/sex');
    expect((await run(['sound-json'], [process.execPath, '-e', ''])).said).toContain('is not JSON');
    const late = await run(
      ['sound-json'],
      [process.execPath, '-e', 'setInterval(() => {}, 1000)'],
      '--timeout',
      '1',
    );
    expect([late.code, late.said.includes('no report within 1 seconds')]).toEqual([1, true]);
  }, 60_000);

  it('gives a command the file, its form, and what stands beside it', async () => {
    const tells = `
      const chunks = [];
      process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
        const { SPCD_CASE_FORMAT, SPCD_CASE_TABLE, SPCD_CASE_HEADER } = process.env;
        const header = JSON.parse(require('node:fs').readFileSync(SPCD_CASE_HEADER, 'utf8'));
        const text = Buffer.concat(chunks).toString().slice(0, 9);
        const said = [text, SPCD_CASE_FORMAT, SPCD_CASE_TABLE, header.submitter, ...process.argv.slice(1)];
        process.stdout.write(JSON.stringify({ result: said.join(' '), findings: [] }));
      });`;
    const { said } = await run(
      ['sound-csv-needs'],
      [process.execPath, '-e', tells, 'as-{format}', '{labels}'],
    );
    expect(said).toContain('found breakdown csv needs 7A7 as-csv\n');
  }, 60_000);

  it('says when it could not run', async () => {
    expect((await run(['sound-json'], ['/no/such/command'])).code).toBe(2);
    expect((await run(['no-such-case'], OURS)).code).toBe(2);
    expect((await run(['sound-json'], [])).code).toBe(2);
    expect((await run(['sound-json'], OURS, '--jobs', 'many')).code).toBe(2);
  }, 60_000);
});
