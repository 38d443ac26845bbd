import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CODE_LISTS } from '../../../src/standard/generated/code-lists.ts';
import { TABLE_NAMES, TABLES } from '../../../src/standard/generated/tables.ts';
import type { ReturnForm } from '../../../src/standard/locate-row.ts';
import { boardsOfNation, synthesiseReturns } from '../../../src/standard/synthesise/synthesise-returns.ts';
import { codesOfTable } from '../../../src/standard/template/codes-of-fields.ts';
import { type TemplateRequest, writeTemplate } from '../../../src/standard/template/write-template.ts';
import { validateReturn } from '../../../src/standard/validate-return.ts';
import { fillWorkbook } from './fill-workbook.ts';

type Whole = Exclude<ReturnForm, 'csv'>;
const WHOLE: readonly Whole[] = ['json', 'ndjson', 'zip', 'xlsx'];

function write(request: Partial<TemplateRequest> & Pick<TemplateRequest, 'format'>): Uint8Array {
  const written = writeTemplate({ tables: TABLE_NAMES, parameters: {}, language: 'en', ...request });
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}

const findingsOf = (bytes: Uint8Array, format: Whole) =>
  validateReturn(bytes, { format })
    .report.findings.filter(({ rule }) => rule !== 'sheet-set-aside')
    .map(({ rule, path }) => `${rule} ${path}`);

const [board] = boardsOfNation('wales');
if (board === undefined) throw new Error('There is no Welsh board');
const [made] = synthesiseReturns({
  boards: [{ ...board, referredAYear: 600 }],
  quarters: 1,
  until: '2026-Q1',
  seed: 1,
});
if (made === undefined) throw new Error('There is no synthetic return');
const { document } = made;

const KNOWN = {
  submitter: '7A1',
  period: '2026-Q2',
  figures_status: 'provisional',
  source_kind: 'case_management',
  sex_basis: 'sex',
  deprivation_index: 'wimd_2019',
  ethnicity_scheme: 'census_2021',
  services_included: 'north-connectors',
  source_system_name: 'Casebook',
  source_system_version: '4.2',
  source_system_extracted_at: '2026-07-20T09:30:00Z',
};

describe('an untouched template', () => {
  const missing = [
    'submitter',
    'period',
    'period_start',
    'period_end',
    'figures_status',
    'source_kind',
    'sex_basis',
    'deprivation_index',
    'ethnicity_scheme',
    ...['name', 'version', 'extracted_at'].map((name) => `source_system/${name}`),
  ].map((name) => `header-field-present /${name}`);

  it.each(['json', 'ndjson', 'zip'] as const)(
    'in %s reports what is to be filled in, and nothing else',
    (format) => {
      const empty = TABLE_NAMES.map((table) => `empty-table-is-declared-nil /tables/${table}`);
      expect(findingsOf(write({ format }), format).sort()).toEqual([...missing, ...empty].sort());
    },
  );

  it('in a workbook reports the same, but the system that sent it as one', () => {
    const found = findingsOf(write({ format: 'xlsx' }), 'xlsx');
    const ofFields = missing.filter((finding) => !finding.includes('source_system'));
    const empty = TABLE_NAMES.map((table) => `empty-table-is-declared-nil /tables/${table}`);
    expect(found.sort()).toEqual([...ofFields, 'header-field-present /source_system', ...empty].sort());
  });

  it.each(WHOLE)('in %s that is told the whole header asks for rows or a nil only', (format) => {
    const bytes = write({ format, tables: ['profiles'], parameters: KNOWN });
    expect(findingsOf(bytes, format)).toEqual(['empty-table-is-declared-nil /tables/profiles']);
    const nil = write({ format, tables: ['profiles'], parameters: { ...KNOWN, profiles_nil: 'true' } });
    expect(findingsOf(nil, format)).toEqual([]);
  });

  it('in CSV has the headings of its table in the order of the schema', () => {
    for (const table of TABLE_NAMES) {
      const names = TABLES[table].fields.map(({ name }) => name);
      expect(strFromU8(write({ format: 'csv', tables: [table] }))).toBe(`${names.join(',')}\r\n`);
    }
    expect(() => write({ format: 'csv' })).toThrow(RangeError);
  });

  it.each(WHOLE)('in %s keeps what it is told under any name, for validation to report', (format) => {
    for (const name of ['__proto__', 'constructor', 'tables', 'period_']) {
      const bytes = write({ format, tables: ['profiles'], parameters: { ...KNOWN, [name]: '<&"' } });
      const { report } = validateReturn(bytes, { format });
      expect([name, report.result]).toEqual([name, 'invalid']);
    }
  });
});

describe('a template filled in', () => {
  it('as JSON is a valid return', () => {
    const template = JSON.parse(strFromU8(write({ format: 'json' })));
    const bytes = new TextEncoder().encode(JSON.stringify({ ...template, ...document }));
    expect(validateReturn(bytes, { format: 'json' }).report.result).toBe('valid');
  });

  it.each(['en', 'cy'] as const)(
    'as a workbook is a valid return, with its codes set aside (%s)',
    (language) => {
      const bytes = fillWorkbook(write({ format: 'xlsx', language }), document);
      const { report, tables } = validateReturn(bytes, { format: 'xlsx' });
      const json = new TextEncoder().encode(JSON.stringify(document));
      expect(tables).toEqual(validateReturn(json, { format: 'json' }).tables);
      expect(report.result).toBe('valid');
      expect(report.findings.filter(({ tier }) => tier !== 'advice')).toEqual([]);
      expect(report.findings.find(({ rule }) => rule === 'sheet-set-aside')?.locations[0]?.sheet).toBe(
        '_codes',
      );
    },
  );
});

describe('the codes that go with a template', () => {
  it('are all those that each field takes, with what they go with', () => {
    const codes = codesOfTable('characteristics');
    const categories = codes.filter(
      ({ field, when }) => field === 'category' && when === 'characteristic=disability',
    );
    expect(categories.map(({ code }) => code)).toEqual(
      expect.arrayContaining([...CODE_LISTS.disability.codes.map(({ code }) => code), 'not_stated']),
    );
    const areas = codes.filter(({ field }) => field === 'area_code');
    expect(areas).toHaveLength(CODE_LISTS.areas.codes.length);
    expect(areas.at(-1)?.valid_to).not.toBeNull();
    expect(
      codesOfTable('outcomes').some(({ field, code }) => field === 'measure' && code === 'ons4_happy'),
    ).toBe(true);
  });

  it('are those of the version in force, not of a draft', () => {
    const modes = codesOfTable('connections').filter(({ field }) => field === 'delivery_mode');
    const own = CODE_LISTS.delivery_mode.codes.map(({ code }) => code);
    expect(modes.map(({ code }) => code)).toEqual(expect.arrayContaining(own));
    expect(modes.some(({ code }) => code === 'materials_sent')).toBe(false);
    const names = TABLES.workforce.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(codesOfTable('workforce').map(({ field }) => field)));
  });

  it('stand in the workbook in the language asked for, and in drop-downs of at most 255 characters', () => {
    const sheets = (language: 'en' | 'cy') =>
      Object.entries(unzipSync(write({ format: 'xlsx', language })))
        .filter(([path]) => path.startsWith('xl/worksheets/'))
        .map(([, bytes]) => strFromU8(bytes));
    const [english, welsh] = [sheets('en'), sheets('cy')];
    expect(english.at(-1)).toContain('>Mental wellbeing<');
    expect(welsh.at(-1)).toContain(
      `>${CODE_LISTS.need.codes.find(({ code }) => code === 'mental_wellbeing')?.title.cy}<`,
    );
    const choices = english.flatMap((text) => [...text.matchAll(/<formula1>&quot;(.*?)&quot;<\/formula1>/g)]);
    const lengths = choices.map(([, list = '']) => list.length);
    expect(lengths.length).toBeGreaterThan(20);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(255);
    expect(choices.map(([, list]) => list)).toContain(
      'female,male,another,not_stated,not_known,not_collected',
    );
  });
});
