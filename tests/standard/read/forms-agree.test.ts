import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalTable } from '../../../src/standard/canonical-table.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../../src/standard/generated/tables.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import { dictionaryFor, type FieldPlan, TABLE_PLANS } from '../../../src/standard/plan-rows.ts';
import {
  type ReturnSource,
  serialiseReport,
  type Validation,
  validateReturn,
} from '../../../src/standard/validate-return.ts';
import { writeCsvArchive } from '../../../src/standard/write/write-csv-archive.ts';
import { writeNdjson } from '../../../src/standard/write/write-ndjson.ts';
import { writeReturnWorkbook } from '../../../src/standard/write/write-return-workbook.ts';
import { rowsAsArrays } from '../../support/rows-as-arrays.ts';
import { VALID_RETURN } from '../../support/valid-return.ts';

const encode = (text: string) => new TextEncoder().encode(text);

type Form = Exclude<ReturnSource['format'], 'csv'>;
const FORMS: Readonly<Record<Form, (document: Return) => Uint8Array>> = {
  json: (document) => encode(JSON.stringify(document)),
  ndjson: (document) => encode(writeNdjson(document)),
  zip: writeCsvArchive,
  xlsx: writeReturnWorkbook,
};
const NAMES = Object.keys(FORMS) as Form[];
const read = (form: Form, document: Return, labels = false) =>
  validateReturn(FORMS[form](document), { format: form, labels });

/** The fields of the version that the returns name: a form that writes no null would leave a later one out. */
function fieldsNow(table: TableName): FieldPlan[] {
  const names = new Set(TABLES[table].fields.map(({ name }) => name));
  return TABLE_PLANS[table].fields.filter(({ field }) => names.has(field.name));
}

/** A row drawn from what its fields accept, and now and then one wrong value. */
function rowOf(fields: readonly FieldPlan[]): fc.Arbitrary<Record<string, unknown>> {
  const draws = fc.array(fc.nat(), { minLength: fields.length, maxLength: fields.length });
  return fc.tuple(draws, fc.nat(60)).map(([drawn, wrong]) => {
    const values: (string | number | null)[] = [];
    for (const plan of fields) values[plan.index] = draw(plan, values, drawn[plan.index] ?? 0);
    if (wrong < fields.length) values[wrong] = fields[wrong]?.isCode ? 'no such code' : -7;
    return Object.fromEntries(fields.map((plan) => [plan.field.name, values[plan.index]]));
  });
}

function draw(plan: FieldPlan, values: readonly (string | number | null)[], drawn: number) {
  const { minimum, maximum, nullable } = plan.field;
  const dictionary = dictionaryFor(plan, values);
  if (dictionary !== null) {
    const codes = [...dictionary.codes.keys()];
    return String(codes[drawn % codes.length]);
  }
  if (nullable && drawn % 5 === 0) return null;
  const least = minimum ?? -100;
  const width = Math.min((maximum ?? 1_000) - least, 1_000);
  return plan.isWhole ? least + (drawn % (width + 1)) : least + ((drawn % 997) / 997) * width;
}

const anyTables = fc.record(
  Object.fromEntries(
    TABLE_NAMES.map((table) => [table, fc.array(rowOf(fieldsNow(table)), { maxLength: 4 })]),
  ),
  { requiredKeys: [] },
);

const anyReturn = anyTables.map((tables) => ({ ...VALID_RETURN, tables }) as unknown as Return);

/** A report without what only one form can say of a place. */
function withoutPlaces({ report }: Validation): string {
  return JSON.stringify(report, (key, value) =>
    ['row', 'column', 'sheet'].includes(key) ? undefined : value,
  );
}

function canonical({ tables }: Validation): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      [...canonicalTable('7A7', '2026-Q3', table as TableName, rows)].join(''),
    ]),
  );
}

describe('one return in any form', () => {
  it('has the same header, rows, digests and report, but for the places', () => {
    fc.assert(
      fc.property(anyReturn, (document) => {
        const json = read('json', document);
        for (const form of NAMES) {
          const other = read(form, document);
          expect([form, other.header, rowsAsArrays(other.tables)]).toEqual([
            form,
            json.header,
            rowsAsArrays(json.tables),
          ]);
          expect([form, canonical(other)]).toEqual([form, canonical(json)]);
          expect([form, withoutPlaces(other)]).toEqual([form, withoutPlaces(json)]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has the same digests whatever the order of its rows', () => {
    fc.assert(
      fc.property(anyReturn, (document) => {
        const turned = Object.fromEntries(
          Object.entries(document.tables).map(([table, rows]) => [table, rows.toReversed()]),
        );
        for (const form of NAMES) {
          const validation = read(form, document);
          const other = read(form, { ...document, tables: turned } as Return);
          // Of two rows for one cell the first is kept, which may differ.
          fc.pre(validation.report.findings.every(({ rule }) => rule !== 'row-unique'));
          expect(canonical(other)).toEqual(canonical(validation));
          expect(other.report.totals).toEqual(validation.report.totals);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('any bytes in any form', () => {
  const bytesOf = fc.constantFrom(...NAMES).chain((form) =>
    fc
      .tuple(
        fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.constant(FORMS[form](VALID_RETURN))),
        fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.uint8Array({ maxLength: 6 })), { maxLength: 3 }),
      )
      .map(([start, edits]) => {
        let bytes: Uint8Array = start;
        for (const [at, dropped, put] of edits) {
          const from = at % (bytes.length + 1);
          bytes = new Uint8Array([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + dropped)]);
        }
        return [form, bytes] as const;
      }),
  );

  it('give a report, the same each time, and never throw', () => {
    fc.assert(
      fc.property(bytesOf, fc.boolean(), ([format, bytes], labels) => {
        const one = serialiseReport(validateReturn(bytes, { format, labels }).report);
        expect(serialiseReport(validateReturn(bytes, { format, labels }).report)).toBe(one);
      }),
      { numRuns: 300 },
    );
  });

  it.each(NAMES)('are invalid when a return as %s is cut at any thousandth byte', (form) => {
    const bytes = FORMS[form](VALID_RETURN);
    for (let length = 0; length < bytes.length; length += 1_000) {
      const endsInside = form !== 'ndjson' || (bytes[length - 1] !== 10 && bytes[length] !== 10);
      const { report } = validateReturn(bytes.subarray(0, length), { format: form });
      if (endsInside) expect([length, report.result]).toEqual([length, 'invalid']);
    }
  });

  it.each(NAMES)('never fetch what a return as %s names as its schema', (form) => {
    const document = { $schema: 'http://localhost:1/return.schema.json', ...VALID_RETURN } as Return;
    expect(read(form, document).report.findings).toMatchObject([
      { rule: 'header-field-known', path: '/[withheld]' },
    ]);
  });

  it.each(NAMES)('do not repeat in the report the identifiers that a return as %s hides', (form) => {
    const [first] = structuredClone(VALID_RETURN.tables.profiles ?? []);
    const document = {
      ...VALID_RETURN,
      notes: { en: 'Ask 943 476 5919.', cy: 'Gofynnwch i 943 476 5919.' },
      tables: { profiles: [{ ...first, sex: '9434765919', area_code: 'CF10 3NQ' }] },
    } as unknown as Return;
    const text = serialiseReport(read(form, document).report);
    expect(text).toContain('[withheld]');
    expect(text).not.toMatch(/5919|3NQ/);
  });
});
