import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/standard/generated/tables.ts';
import { validateReturn } from '../../../src/standard/validate-return.ts';
import { parametersOfHeader } from '../../../src/standard/write/parameters-of-header.ts';
import { writeReturnWorkbook } from '../../../src/standard/write/write-return-workbook.ts';
import { type Sheet, type SheetCell, writeWorkbook } from '../../../src/standard/write/write-workbook.ts';
import { VALID_RETURN } from '../../support/valid-return.ts';
import { workbookWith } from './made-workbook.ts';

const { tables, ...HEADER } = VALID_RETURN;
const NAMES = TABLES.profiles.fields.map((field) => field.name);
const ROWS: readonly (readonly SheetCell[])[] = (tables.profiles ?? []).map((row) =>
  NAMES.map((name) => (row as unknown as Record<string, SheetCell>)[name] ?? null),
);
const HEADER_ROWS = parametersOfHeader({ ...HEADER, coverage: { ...HEADER.coverage, tables: {} } });
const RETURN: Sheet = { name: 'return', rows: [['name', 'value'], ...HEADER_ROWS] };
const PROFILES: Sheet = { name: 'profiles', rows: [NAMES, ...ROWS] };
const SEX = NAMES.indexOf('sex');
const PEOPLE = NAMES.indexOf('people');
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const validate = (bytes: Uint8Array) => validateReturn(bytes, { format: 'xlsx' });
const findingsOf = (bytes: Uint8Array) => validate(bytes).report.findings;
const rulesOf = (bytes: Uint8Array) => findingsOf(bytes).map(({ rule }) => rule);
const inSheet = (change: (xml: string) => string | Uint8Array) =>
  workbookWith([RETURN, PROFILES], { 'xl/worksheets/sheet2.xml': change });

/** The workbook with one cell of its second row written anew. */
function withCell(column: number, xml: (place: string) => string, styles?: string): Uint8Array {
  const place = `${LETTERS[column]}2`;
  const cell = new RegExp(`<c r="${place}"[^>]*>.*?</c>`);
  return workbookWith([RETURN, PROFILES], {
    'xl/worksheets/sheet2.xml': (text) => text.replace(cell, xml(`r="${place}"`)),
    ...(styles === undefined
      ? {}
      : { 'xl/styles.xml': (text) => text.replace('<cellXfs', `${styles}<cellXfs`) }),
  });
}

/** Rules and places of what is said of that cell. */
const saidOf = (bytes: Uint8Array) =>
  findingsOf(bytes).map(({ rule, locations: [place] }) => [rule, place?.sheet, place?.row, place?.column]);

describe('a workbook', () => {
  it('gives what the same return in JSON gives', () => {
    const json = validateReturn(new TextEncoder().encode(JSON.stringify(VALID_RETURN)), { format: 'json' });
    expect(validate(writeReturnWorkbook(VALID_RETURN))).toEqual(json);
    expect(json.report.result).toBe('valid');
  });

  it('gives places by sheet, row and column, whatever rows and columns are empty or turned', () => {
    const order = NAMES.map((_, index) => index).toReversed();
    const rows = [NAMES, ...ROWS].map((row) => order.map((index) => row[index] ?? null));
    const [headings = [], first = [], second = [], ...others] = rows;
    const wrong = second.with(order.indexOf(SEX), 'femal');
    const sheet = { name: 'profiles', rows: [[], headings, first, [], [null, ''], wrong, ...others] };
    expect(findingsOf(writeWorkbook([RETURN, sheet]))).toMatchObject([
      {
        rule: 'code-known',
        path: '/tables/profiles/{row}/sex',
        locations: [
          { pointer: '/tables/profiles/1/sex', sheet: 'profiles', row: 6, column: 'sex', value: 'femal' },
        ],
      },
    ]);
  });

  it('takes texts that are shared, in runs, without how to pronounce them, and texts of other programs', () => {
    const shared = '<sst><si><r><t>fem</t></r><r><t>ale</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>';
    const rels = (text: string) =>
      text.replace(
        '</Relationships>',
        '<Relationship Id="s" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
      );
    const bytes = workbookWith([RETURN, PROFILES], {
      'xl/sharedStrings.xml': () => shared,
      'xl/_rels/workbook.xml.rels': rels,
      'xl/worksheets/sheet2.xml': (text) =>
        text
          .replace(/<c r="[A-Z]+\d+" t="inlineStr"><is><t[^>]*>female<\/t><\/is><\/c>/, (cell) =>
            cell.replace(/t="inlineStr".*/, 't="s"><v>0</v></c>'),
          )
          .replaceAll('<c ', '<x:c ')
          .replaceAll('</c>', '</x:c>'),
    });
    expect(rulesOf(bytes)).toEqual([]);
  });

  it('takes rows and cells that do not say where they stand, and does not believe the size it is told', () => {
    const bytes = inSheet((xml) =>
      xml.replaceAll(/ r="[A-Z]*\d+"/g, '').replace('<sheetData>', '<dimension ref="A1:A1"/><sheetData>'),
    );
    expect(rulesOf(bytes)).toEqual([]);
  });

  it('takes a number typed in a coded column for the code in digits', () => {
    const asNumber = withCell(SEX, (place) => `<c ${place}><v>0</v></c>`);
    expect(findingsOf(asNumber)).toMatchObject([{ rule: 'code-of-this-list', locations: [{ value: '0' }] }]);
    const asFraction = withCell(SEX, (place) => `<c ${place}><v>0.5</v></c>`);
    expect(rulesOf(asFraction)).toEqual(['code-is-text']);
  });

  it('takes digits typed as text for the number, and nothing else', () => {
    const people = String(ROWS[0]?.[PEOPLE]);
    const typed = (text: string) =>
      rulesOf(withCell(PEOPLE, (place) => `<c ${place} t="str"><v>${text}</v></c>`));
    expect(typed(people)).toEqual([]);
    for (const text of ['1,200', '1 200', `${people} `, `+${people}`, '0x10', '12.0']) {
      expect([text, typed(text)]).toEqual([text, ['whole-number-in-digits']]);
    }
  });
});

describe('a workbook that openpyxl wrote', () => {
  const fixture = (name: string) =>
    readFileSync(new URL(`../../fixtures/workbooks/${name}.xlsx`, import.meta.url));

  it('gives what the example it was made of gives', () => {
    const example = readFileSync(new URL('../../../examples/valid/powys-2026-q3.json', import.meta.url));
    const json = validateReturn(example, { format: 'json' });
    // The fixture is made by hand from the example: see make.py beside it.
    expect(validate(fixture('as-codes'))).toEqual(json);
  });

  it('gives a finding for each thing that people do in spreadsheets', () => {
    expect(rulesOf(fixture('as-people-do'))).toEqual([
      'cell-not-a-formula',
      'cell-not-empty',
      'cell-not-formatted-as-another',
      'cells-not-merged',
      'hidden-parts-were-read',
    ]);
  });
});

describe('a cell as only a spreadsheet has it', () => {
  it('is refused when it holds a formula, even one that gave the right value', () => {
    const bytes = withCell(PEOPLE, (place) => `<c ${place}><f>SUM(A1:A9)</f><v>${ROWS[0]?.[PEOPLE]}</v></c>`);
    expect(saidOf(bytes)).toEqual([['cell-not-a-formula', 'profiles', 2, 'people']]);
    expect(findingsOf(bytes)[0]?.remedy.en).toContain('paste them back as values');
  });

  it('is refused when it holds an error', () => {
    const bytes = withCell(SEX, (place) => `<c ${place} t="e"><v>#REF!</v></c>`);
    expect(saidOf(bytes)).toEqual([['cell-not-an-error', 'profiles', 2, 'sex']]);
  });

  it.each([
    ['a day', '<numFmts/>', 14],
    ['a day of its own format', '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts>', 170],
    ['hours', '<numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts>', 170],
    ['a percentage', '<numFmts/>', 9],
    ['a percentage of its own format', '<numFmts><numFmt numFmtId="171" formatCode="0.0%"/></numFmts>', 171],
  ])('is refused when it shows %s', (_, formats, id) => {
    const bytes = workbookWith([RETURN, PROFILES], {
      'xl/styles.xml': (text) =>
        text.replace('<fonts', `${formats}<fonts`).replace('</cellXfs>', `<xf numFmtId="${id}"/></cellXfs>`),
      'xl/worksheets/sheet2.xml': (text) =>
        text.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2" s="2"><v>46113</v></c>'),
    });
    expect(saidOf(bytes)).toEqual([['cell-not-formatted-as-another', 'profiles', 2, NAMES[0]]]);
  });

  it('is taken when its format only colours or names it', () => {
    const bytes = workbookWith([RETURN, PROFILES], {
      'xl/styles.xml': (text) =>
        text
          .replace(
            '<fonts',
            '<numFmts><numFmt numFmtId="172" formatCode="[Red]#,##0&quot; days&quot;;General"/></numFmts><fonts',
          )
          .replace('</cellXfs>', '<xf numFmtId="172"/></cellXfs>'),
      'xl/worksheets/sheet2.xml': (text) =>
        text.replace(`<c r="${LETTERS[PEOPLE]}2"`, `<c r="${LETTERS[PEOPLE]}2" s="2"`),
    });
    expect(rulesOf(bytes)).toEqual([]);
  });

  it('is refused when it is merged with others', () => {
    const bytes = inSheet((xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A3:A4"/></mergeCells>'),
    );
    expect(findingsOf(bytes)).toMatchObject([
      { rule: 'cells-not-merged', locations: [{ sheet: 'profiles', row: 3 }] },
    ]);
  });

  it('is refused beside the table', () => {
    const rows = [NAMES, ...ROWS.map((row, index) => (index === 1 ? [...row, null, 'total'] : row))];
    expect(saidOf(writeWorkbook([RETURN, { name: 'profiles', rows }]))).toEqual([
      ['sheet-cells-below-headings', 'profiles', 3, null],
    ]);
  });
});

describe('the header in its sheet', () => {
  const withHeader = (rows: readonly (readonly SheetCell[])[], system = '') =>
    workbookWith([{ name: 'return', rows }, PROFILES], {
      'xl/workbook.xml': (text) => text.replace('<sheets>', `${system}<sheets>`),
      'xl/styles.xml': (text) => text.replace('</cellXfs>', '<xf numFmtId="14"/></cellXfs>'),
      'xl/worksheets/sheet1.xml': (text) =>
        text.replaceAll(/<c (r="B\d+")><v>(\d{5})</g, '<c $1 s="2"><v>$2<'),
    });
  const replaced = (name: string, value: SheetCell) =>
    HEADER_ROWS.map(([each, text]) => (each === name ? [each, value] : [each, text]));

  it.each([
    ['from 1900', 46_204, ''],
    ['from 1904', 46_204 - 1_462, '<workbookPr date1904="1"/>'],
  ])('may hold days counted %s', (_, serial, system) => {
    const bytes = withHeader(replaced('period_start', serial), system);
    expect(validate(bytes).header?.period_start).toBe('2026-07-01');
  });

  it('may leave values empty, and needs no first row of names', () => {
    const rows = [...HEADER_ROWS, ['notes_en', null], ['notes_cy', ''], [null, null]];
    expect(rulesOf(withHeader(rows))).toEqual([]);
    const welsh = [['enw', 'gwerth'], ...HEADER_ROWS];
    expect(rulesOf(withHeader(welsh))).toEqual([]);
  });

  it('is refused with a name twice, a formula, or more than names and values', () => {
    expect(rulesOf(withHeader([...HEADER_ROWS, ['period', '2026-Q4']]))).toEqual(['header-name-once']);
    expect(rulesOf(withHeader([...HEADER_ROWS, [null, 'x']]))).toEqual(['sheet-cells-below-headings']);
    const formula = workbookWith([RETURN, PROFILES], {
      'xl/worksheets/sheet1.xml': (text) => text.replace(/<c r="B3"[^>]*>.*?<\/c>/, '<c r="B3"><f>1</f></c>'),
    });
    expect(rulesOf(formula)).toEqual(['cell-not-a-formula']);
  });

  it('must be there', () => {
    expect(rulesOf(writeWorkbook([PROFILES]))).toEqual(['workbook-has-a-return-sheet']);
  });
});

describe('the sheets of a workbook', () => {
  it('are read when they are hidden, as are rows and columns, and it is said', () => {
    const hidden = workbookWith([RETURN, { ...PROFILES, isHidden: true }], {
      'xl/worksheets/sheet2.xml': (text) =>
        text
          .replace('<sheetData>', '<cols><col min="2" max="3" hidden="1"/></cols><sheetData>')
          .replace('<row r="3">', '<row r="3" hidden="1">'),
    });
    const { report } = validate(hidden);
    expect(report.result).toBe('valid');
    expect(report.rows.profiles).toBe(ROWS.length);
    expect(report.findings).toMatchObject([{ rule: 'hidden-parts-were-read', tier: 'advice', count: 3 }]);
  });

  it('are set aside when their names begin with an underscore, and else must be known', () => {
    const guidance = { name: '_guidance', rows: [['Read me']] };
    const { report } = validate(writeWorkbook([RETURN, PROFILES, guidance]));
    expect(report.result).toBe('valid');
    expect(report.findings).toMatchObject([{ rule: 'sheet-set-aside', tier: 'advice' }]);
    expect(findingsOf(writeWorkbook([RETURN, PROFILES, { name: 'Profile', rows: [] }]))).toMatchObject([
      { rule: 'sheet-known', locations: [{ sheet: 'Profile', value: 'Profile', suggestion: 'profiles' }] },
    ]);
  });

  it('may have a million empty rows', () => {
    const empty = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 100}"><c s="1"/></row>`);
    const bytes = inSheet((xml) => xml.replace('</sheetData>', `${empty.join('')}</sheetData>`));
    expect(rulesOf(bytes)).toEqual([]);
  }, 60_000);

  it('may have 100,000 rows and no more', () => {
    const rows = Array.from(
      { length: 100_001 },
      (_, index) => `<row r="${index + 100}"><c r="A${index + 100}"><v>${index}</v></c></row>`,
    ).join('');
    const [finding] = findingsOf(inSheet((xml) => xml.replace('</sheetData>', `${rows}</sheetData>`))).filter(
      ({ rule }) => rule === 'workbook-not-too-large',
    );
    expect(finding).toMatchObject({ path: '/tables/profiles', locations: [{ sheet: 'profiles' }] });
    expect(finding?.remedy.en).toContain('CSV');
  }, 60_000);

  it('must have headings', () => {
    expect(rulesOf(writeWorkbook([RETURN, { name: 'profiles', rows: [] }]))).toEqual(['file-not-empty']);
  });
});

/** Letters in no order that a packer would find (xorshift, from a fixed start). */
function anyLetters(length: number): string {
  let state = 2_463_534_242;
  return Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return LETTERS[(state >>> 0) % 26];
  }).join('');
}

describe('a workbook made to do harm, or none at all', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';

  it.each([
    ['an entity of its own', (xml: string) => xml.replace('<worksheet', `${doctype}<worksheet`)],
    ['an entity that nobody declared', (xml: string) => xml.replace('female', '&b;')],
    ['a comment', (xml: string) => xml.replace('<sheetData>', '<!-- x --><sheetData>')],
    ['CDATA', (xml: string) => xml.replace('female', '<![CDATA[female]]>')],
    ['an instruction', (xml: string) => xml.replace('<sheetData>', '<?php ?><sheetData>')],
    ['deep nesting', (xml: string) => xml.replace('<sheetData>', `${'<a>'.repeat(100)}`)],
    ['an end too early', (xml: string) => xml.slice(0, -20)],
    ['a text without end', (xml: string) => xml.replace('female', anyLetters(1_100_000))],
    ['rows out of order', (xml: string) => xml.replace('<row r="3">', '<row r="1">')],
    ['cells out of order', (xml: string) => xml.replace('r="B2"', 'r="A2"')],
    ['a cell of another row', (xml: string) => xml.replace('r="B2"', 'r="B7"')],
    [
      'a shared text that is not there',
      (xml: string) => xml.replace(/<c r="A2".*?<\/c>/, '<c r="A2" t="s"><v>9</v></c>'),
    ],
    [
      'bytes that are not UTF-8',
      (xml: string) =>
        new Uint8Array([...xml].map((letter) => (letter.charCodeAt(0) & 0xff) | (letter === 'f' ? 0x80 : 0))),
    ],
  ])('is refused with %s', (_, change) => {
    const { report, header } = validate(inSheet(change));
    expect(report.findings.map(({ rule }) => rule)).toContain('workbook-readable');
    expect([report.result, header]).toEqual(['invalid', null]);
  });

  it('is refused with a link to another file, which is never fetched', () => {
    const bytes = workbookWith([RETURN, PROFILES], { 'xl/externalLinks/externalLink1.xml': () => '<x/>' });
    expect(rulesOf(bytes)).toEqual(['workbook-without-links']);
    const outside = workbookWith([RETURN, PROFILES], {
      'xl/_rels/workbook.xml.rels': (text) =>
        text.replace(
          'Target="worksheets/sheet2.xml"',
          'Target="http://localhost:1/s.xml" TargetMode="External"',
        ),
    });
    expect(rulesOf(outside)).toEqual(['workbook-readable']);
  });

  it('is told from other kinds of file', () => {
    expect(rulesOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toEqual(['workbook-kind-known']);
    expect(rulesOf(workbookWith([RETURN], { '_rels/.rels': null }))).toEqual(['workbook-kind-known']);
    expect(rulesOf(workbookWith([RETURN], { 'xl/workbook.xml': null }))).toEqual(['workbook-readable']);
    expect(rulesOf(new TextEncoder().encode('{}'))).toEqual(['zip-well-formed']);
  });

  it('does not repeat an identifier from a coded column', () => {
    const bytes = withCell(SEX, (place) => `<c ${place} t="str"><v>943 476 5919</v></c>`);
    expect(JSON.stringify(validate(bytes).report)).not.toContain('5919');
  });

  it('never throws, cut anywhere or changed anywhere', () => {
    const bytes = writeWorkbook([RETURN, { name: 'profiles', rows: [NAMES, ...ROWS.slice(0, 2)] }]);
    for (let at = 0; at < bytes.length; at += 13) {
      expect(validate(bytes.subarray(0, at)).report.result).toBe('invalid');
      const changed = bytes.slice();
      changed[at] = (changed[at] as number) ^ (1 << (at % 8));
      expect(() => validate(changed)).not.toThrow();
    }
  });
});
