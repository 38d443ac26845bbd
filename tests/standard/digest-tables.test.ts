import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestTables } from '../../src/standard/digest-tables.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import type { ReturnForm } from '../../src/standard/locate-row.ts';
import { validateReturn } from '../../src/standard/validate-return.ts';
import { writeCsvArchive, writeCsvTable } from '../../src/standard/write/write-csv-archive.ts';
import { writeNdjson } from '../../src/standard/write/write-ndjson.ts';
import { writeReturnWorkbook } from '../../src/standard/write/write-return-workbook.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const json = (document: Return) => bytesOf(JSON.stringify(document));
const digestsOf = (bytes: Uint8Array, format: Exclude<ReturnForm, 'csv'>) =>
  digestTables(validateReturn(bytes, { format }));

/** The same return, with its rows the other way round and the tables in another order. */
function disordered(): Return {
  const tables = Object.entries(structuredClone(VALID_RETURN.tables)).reverse();
  for (const [, rows] of tables) rows.reverse();
  return { ...VALID_RETURN, tables: Object.fromEntries(tables) as Return['tables'] };
}

describe('the digests of a return', () => {
  it('are the SHA-256 of the canonical text, written out by hand here for a table', async () => {
    const rows = (VALID_RETURN.tables.outcome_coverage ?? []).map((row) =>
      JSON.stringify(Object.values(row)),
    );
    const text = `["7A7","2026-Q3","outcome_coverage",[${rows.sort().join(',')}]]`;
    expect(await digestsOf(json(VALID_RETURN), 'json')).toContainEqual({
      table: 'outcome_coverage',
      rows: rows.length,
      table_digest: createHash('sha256').update(text).digest('hex'),
    });
  });

  it('are the same in every form and order', async () => {
    const expected = await digestsOf(json(VALID_RETURN), 'json');
    expect(expected?.map(({ table }) => table)).toEqual(Object.keys(VALID_RETURN.tables));
    expect(await digestsOf(json(disordered()), 'json')).toEqual(expected);
    expect(await digestsOf(bytesOf(writeNdjson(VALID_RETURN)), 'ndjson')).toEqual(expected);
    expect(await digestsOf(writeCsvArchive(VALID_RETURN), 'zip')).toEqual(expected);
    expect(await digestsOf(writeReturnWorkbook(VALID_RETURN), 'xlsx')).toEqual(expected);
    const { tables, ...header } = VALID_RETURN;
    const csv = bytesOf(writeCsvTable('profiles', tables.profiles ?? []));
    const one = validateReturn(csv, { format: 'csv', table: 'profiles', header });
    expect(await digestTables(one)).toEqual(expected?.filter(({ table }) => table === 'profiles'));
  });

  it('differ where one figure does', async () => {
    const other = structuredClone(VALID_RETURN);
    const [row] = other.tables.outcome_coverage ?? [];
    if (row === undefined) throw new Error('the example has no row of outcome_coverage');
    row.n_eligible = (row.n_eligible ?? 0) + 1;
    const { tables } = validateReturn(json(other), { format: 'json' });
    const { report, header } = validateReturn(json(VALID_RETURN), { format: 'json' });
    const before = await digestsOf(json(VALID_RETURN), 'json');
    const after = await digestTables({ report, header, tables });
    const changed = after?.filter((each, index) => each.table_digest !== before?.[index]?.table_digest);
    expect(changed?.map(({ table }) => table)).toEqual(['outcome_coverage']);
  });

  it('are not given of a return with errors', async () => {
    const { period: _, ...without } = VALID_RETURN;
    expect(await digestsOf(bytesOf(JSON.stringify(without)), 'json')).toBeNull();
    expect(await digestsOf(bytesOf('{'), 'json')).toBeNull();
  });
});
