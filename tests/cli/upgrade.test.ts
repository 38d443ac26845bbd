import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { upgradeCommand } from '../../src/cli/upgrade.ts';
import type { ReturnForm } from '../../src/standard/locate-row.ts';
import type { WritableReturn } from '../../src/standard/row.ts';
import { exampleRow } from '../../src/standard/rules/example-rows.ts';
import { writeDocument } from '../../src/standard/synthesise/write-document.ts';
import { validateReturn } from '../../src/standard/validate-return.ts';
import { writeCsvArchive, writeCsvTable } from '../../src/standard/write/write-csv-archive.ts';
import { writeNdjson } from '../../src/standard/write/write-ndjson.ts';
import { writeReturnWorkbook } from '../../src/standard/write/write-return-workbook.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-upgrade-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const area_code = 'W11000024';
const DOCUMENT: WritableReturn = {
  ...VALID_RETURN,
  tables: {
    connections: [exampleRow('connections', { area_code, delivery_mode: 'by_post' })],
    workforce: [
      exampleRow('workforce', { area_code }),
      exampleRow('workforce', { area_code, role: 'other' }),
    ],
  },
};

const FORMS: readonly [Exclude<ReturnForm, 'csv'>, (document: WritableReturn) => string | Uint8Array][] = [
  ['json', writeDocument],
  ['ndjson', writeNdjson],
  ['zip', writeCsvArchive],
  ['xlsx', writeReturnWorkbook],
];

async function run(line: string, stdin = '') {
  const said = { stdout: '', stderr: '' };
  async function* bytes() {
    yield Buffer.from(stdin);
  }
  const code = await upgradeCommand(line.split(' ').filter(Boolean), {
    stdin: bytes(),
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
    language: 'en',
    workingFolder: folder,
  });
  return { code, ...said };
}

describe('spcd upgrade', () => {
  it('writes the return in its new version, and says beside it what that did', async () => {
    const { code, stdout, stderr } = await run('- --to 1.1', writeDocument(DOCUMENT));
    expect(code).toBe(0);
    const lifted = JSON.parse(stdout);
    expect(lifted.schema_version).toBe('1.1');
    expect(lifted.tables.workforce.map((row: object) => Object.entries(row).at(-1))).toEqual([
      ['works_in_welsh', null],
      ['works_in_welsh', null],
    ]);
    expect(lifted.tables.connections).toEqual(DOCUMENT.tables.connections);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'schema_version: The return follows version 1.1; it followed 1.0.',
      'tables/connections/delivery_mode: The code materials_sent is new in 1.1: it may be used, and no row was changed.',
      'tables/connections/delivery_mode: The code by_post is deprecated and was kept in 1 rows; materials_sent takes over from it.',
      'tables/workforce/works_in_welsh: "Working in Welsh" is new in 1.1: it is null (not collected) in 2 rows.',
    ]);
  });

  it.each(FORMS)(
    'lifts %s to a valid return of the same form, and changes nothing the second time',
    async (form, write) => {
      await writeFile(join(folder, `first.${form}`), write(DOCUMENT));
      const once = await run(`first.${form} --to 1.1 --out second.${form}`);
      expect(once).toMatchObject({ code: 0, stderr: '' });
      const lifted = await readFile(join(folder, `second.${form}`));
      const { report } = validateReturn(lifted, { format: form });
      expect(report).toMatchObject({ schema_version: '1.1', totals: { error: 0 } });
      expect(report.findings.map(({ rule }) => rule)).toContain('code-not-deprecated');

      const twice = await run(`second.${form} --to 1.1 --out third.${form}`);
      expect(twice.stdout).toBe('The return already follows version 1.1: nothing was done.\n');
      expect(await readFile(join(folder, `third.${form}`))).toEqual(lifted);
    },
  );

  it('lifts one table in CSV, named as for spcd validate, and says that its header is to be changed', async () => {
    const { tables, ...header } = DOCUMENT;
    await writeFile(join(folder, 'header.json'), JSON.stringify(header));
    await writeFile(join(folder, 'workforce.csv'), writeCsvTable('workforce', tables.workforce ?? []));
    const byName = await run('workforce.csv --header header.json --to 1.1 --out lifted.csv');
    expect(byName).toMatchObject({ code: 0, stderr: '' });
    expect(byName.stdout.trimEnd().split('\n')).toEqual([
      'schema_version: The return follows version 1.1; it followed 1.0.',
      'tables/workforce/works_in_welsh: "Working in Welsh" is new in 1.1: it is null (not collected) in 2 rows.',
      'A CSV holds no version: send schema_version 1.1 in the header beside it.',
    ]);
    const lifted = await readFile(join(folder, 'lifted.csv'));
    expect(lifted.toString().split('\r\n')[0]).toMatch(/,works_in_welsh$/);
    const later = { ...header, schema_version: '1.1' };
    const { report } = validateReturn(lifted, { format: 'csv', table: 'workforce', header: later });
    expect(report).toMatchObject({ schema_version: '1.1', totals: { error: 0 } });

    const piped = await run(
      '- --format csv --table workforce --header header.json --set schema_version=1.1 --to 1.1',
      lifted.toString(),
    );
    expect(piped).toEqual({
      code: 0,
      stdout: lifted.toString(),
      stderr: 'The return already follows version 1.1: nothing was done.\n',
    });
  });

  it('does not go to a draft unasked, and says which there is', async () => {
    const { code, stdout, stderr } = await run('-', writeDocument(DOCUMENT));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('already follows version 1.0');
    expect(stderr).toContain('--to 1.1');
    expect((await run('--help')).stdout).toContain('a draft is never gone to unasked');
  });

  it('gives the report of a return that is not valid, and writes nothing', async () => {
    const wrong = { ...DOCUMENT, tables: { workforce: [{ ...exampleRow('workforce'), headcount: -1 }] } };
    const { code, stdout, stderr } = await run('- --to 1.1 --out lifted.json', writeDocument(wrong));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('count-not-negative');
    await expect(readFile(join(folder, 'lifted.json'))).rejects.toThrow('ENOENT');
  });

  it.each([
    ['', 'Name one file'],
    ['nowhere.json --to 1.1', 'There is no file'],
    ['- --format csv --to 1.1', 'Say with --table'],
    ['- --table workforce --to 1.1', '--table, --header and --set go with CSV'],
    ['- --format odt --to 1.1', '--format is one of'],
    ['- --to 9.9', '--to is one of 1.0, 1.1'],
    ['- --to', '--to needs a value'],
    ['- --to 1.1 --out no/such/folder/file.json', 'cannot be written'],
  ])('%s cannot run, and says why', async (line, words) => {
    const { code, stderr } = await run(line, writeDocument(DOCUMENT));
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  it('lowers no return to an earlier version', async () => {
    const later = writeDocument({ ...DOCUMENT, schema_version: '1.1' });
    expect(await run('- --to 1.0', later)).toMatchObject({ code: 2, stdout: '' });
  });

  it('writes a zip to a file only', async () => {
    await writeFile(join(folder, 'first.zip'), writeCsvArchive(DOCUMENT));
    expect((await run('first.zip --to 1.1')).stderr).toContain('--out');
  });
});
