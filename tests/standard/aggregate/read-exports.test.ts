import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CASE_FIELDS } from '../../../src/standard/aggregate/case-fields.ts';
import { isoOf } from '../../../src/standard/aggregate/day.ts';
import { ProblemLog } from '../../../src/standard/aggregate/export-problems.ts';
import { DATE_FORMS, type DateForm, parseDate } from '../../../src/standard/aggregate/parse-date.ts';
import { parseNumber } from '../../../src/standard/aggregate/parse-number.ts';
import { PickList } from '../../../src/standard/aggregate/pick-list.ts';
import { type PostcodePlace, readPostcodeFile } from '../../../src/standard/aggregate/postcode-lookup.ts';
import { readCase } from '../../../src/standard/aggregate/read-case.ts';
import { ColumnReader } from '../../../src/standard/aggregate/read-columns.ts';
import { createExportReader } from '../../../src/standard/aggregate/read-export-text.ts';
import { readScore } from '../../../src/standard/aggregate/read-score.ts';
import { CONNECTION_FIELDS, SCORE_FIELDS } from '../../../src/standard/aggregate/record-fields.ts';
import { datesOf } from '../../../src/standard/period.ts';

const read = (text: string, ...forms: DateForm[]) => {
  const day = parseDate(text, forms.length > 0 ? forms : DATE_FORMS, 2026);
  return day === null ? null : isoOf(day);
};

describe('a date', () => {
  it.each([
    ['2026-04-01', '2026-04-01'],
    ['2026-04-01T23:59:59Z', '2026-04-01'],
    ['01/04/2026 09:30', '2026-04-01'],
    ['1/4/2026', '2026-04-01'],
    ['1 Ebrill 2026', '2026-04-01'],
    ['01-Apr-2026', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null],
    ['31/04/2026', null],
    ['45748', null],
    ['', null],
    ['yesterday', null],
  ])('%j is read as %j', (text, iso) => expect(read(text)).toBe(iso));

  it('is read in the form that the mapping names, whichever way round', () => {
    expect(read('04/05/2026', 'DD/MM/YYYY')).toBe('2026-05-04');
    expect(read('04/05/2026', 'MM/DD/YYYY')).toBe('2026-04-05');
    expect(read('2026-04-05', 'DD/MM/YYYY')).toBeNull();
  });

  it('with a year of two digits is never in the future', () => {
    expect(read('01/02/26', 'DD/MM/YY')).toBe('2026-02-01');
    expect(read('01/02/27', 'DD/MM/YY')).toBe('1927-02-01');
  });
});

describe('a number', () => {
  it.each([
    ['12', {}, 12],
    ['-3', {}, -3],
    ['12,5', {}, 12.5],
    ['0.796', {}, 0.796],
    ['0,386', {}, 0.386],
    ['1,386', {}, null],
    ['1.386', {}, null],
    ['9,000', {}, null],
    ['1,386,000', {}, null],
    ['1 386', {}, null],
    ['1e3', {}, null],
    ['1,386', { thousands: ',' }, 1386],
    ['1,386.5', { thousands: ',' }, 1386.5],
    ['1,38', { thousands: ',' }, null],
    ['1.386', { thousands: ',' }, 1.386],
    ['1,386', { decimal: ',' }, 1.386],
    ['1.386', { decimal: '.' }, 1.386],
    ['1,386', { decimal: '.' }, null],
    ['1.386,25', { thousands: '.' }, 1386.25],
    ["1'386", { thousands: "'" }, 1386],
    ['1\u202f386', { thousands: ' ' }, 1386],
    ['', { decimal: '.' }, null],
    ['.', { decimal: '.' }, null],
    ['1.2.3', { decimal: '.' }, null],
  ] as const)('%j with %j is %j', (text, form, number) => expect(parseNumber(text, form)).toBe(number));
});

describe('a pick-list', () => {
  const sex = new PickList(CASE_FIELDS.sex, {
    values: { F: 'female', X: '' },
    blanks: { '-': 'not_stated' },
  });

  it('knows codes, labels of both languages, and what the mapping says first', () => {
    expect(['female', 'FEMALE', 'Benyw', 'F', 'gwryw'].map((value) => sex.read(value))).toEqual([
      'female',
      'female',
      'female',
      'female',
      'male',
    ]);
  });

  it('tells what is empty, what stands for nothing, and what it does not know', () => {
    expect(sex.read('')).toBe('not_known');
    expect(sex.read('-')).toBe('not_stated');
    expect(sex.read('X')).toBeNull();
    expect(sex.read('Preferred not to say')).toBe('not_stated');
    expect(sex.read('Z')).toBeUndefined();
    expect(sex.read('__proto__')).toBeUndefined();
  });

  it('knows a fifth by its number', () => {
    const fifth = new PickList(CASE_FIELDS.deprivation_quintile, { values: {}, blanks: {} });
    expect(['1', '5', '6'].map((value) => fifth.read(value))).toEqual(['q1', 'q5', undefined]);
  });
});

function readText(
  text: string | Uint8Array,
  pieces = 1_000_000,
  separator?: string,
  encoding?: 'utf-8' | 'windows-1252',
) {
  const rows: (readonly string[])[] = [];
  const faults: string[] = [];
  const encodings: string[] = [];
  const reader = createExportReader(
    { separator, encoding },
    {
      headings: (cells) => rows.push(cells),
      row: (cells, row) => rows.push([...cells, String(row)]),
      fault: (id) => faults.push(id),
      recognised: (found) => encodings.push(found),
    },
  );
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += pieces) reader.write(bytes.subarray(at, at + pieces));
  reader.end();
  return { rows, faults, encodings };
}

describe('the text of an export', () => {
  const TEXT = '\uFEFFâ;b\r\n"1;2";"x ""y""\r\nz"\r\n\r\n3;4';

  it('is the same in whatever pieces it comes', () => {
    const whole = readText(TEXT);
    expect(whole).toEqual({
      rows: [
        ['â', 'b'],
        ['1;2', 'x "y"\nz', '2'],
        ['3', '4', '4'],
      ],
      faults: [],
      encodings: [],
    });
    for (const pieces of [1, 2, 3, 7]) expect(readText(TEXT, pieces)).toEqual(whole);
  });

  it.each(['utf-16le', 'utf-16be'])('is read from %s by its byte-order mark', (encoding) => {
    const little = Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le');
    const bytes = encoding === 'utf-16le' ? little : Buffer.from(little).swap16();
    expect(readText(new Uint8Array(bytes)).rows).toEqual([
      ['a', 'b'],
      ['1', '2', '2'],
    ]);
  });

  const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  it('is recognised as Windows-1252 where it is no UTF-8, in whatever pieces it comes', () => {
    const bytes = bytesOf('id,enw\n1,Siôn\n2,T\xfb\x92r');
    for (const pieces of [1, 2, 3, 99]) {
      expect(readText(bytes, pieces)).toEqual({
        rows: [
          ['id', 'enw'],
          ['1', 'Siôn', '2'],
          ['2', 'Tû’r', '3'],
        ],
        faults: [],
        encodings: ['windows-1252'],
      });
    }
  });

  it('is recognised as UTF-16 without its mark', () => {
    const { rows, encodings } = readText(new Uint8Array(Buffer.from('a,ŵ\n1,2\n', 'utf16le')), 3);
    expect([rows, encodings]).toEqual([
      [
        ['a', 'ŵ'],
        ['1', '2', '2'],
      ],
      ['utf-16le'],
    ]);
  });

  it.each([
    ['letters of UTF-8 and others stand in it', bytesOf('a\n\xc3\xb4\n\xf4x\n'), undefined],
    ['others and letters of UTF-8 stand in it', bytesOf('a\n\xf4x\n\xc3\xb4\n'), undefined],
    ['it holds what nobody types', bytesOf('a\n\x81\xfex\n'), undefined],
    ['the mapping says UTF-8', bytesOf('a\n\xf4x\n'), 'utf-8'],
  ] as const)('is damaged where %s', (_name, bytes, encoding) => {
    for (const pieces of [1, 99]) {
      expect(readText(bytes, pieces, undefined, encoding).faults).toEqual(['text-readable']);
    }
  });

  it('is bounded where no ASCII character comes', () => {
    expect(readText(new Uint8Array(1_200_000).fill(0xc3), 100_000).faults).toEqual(['text-readable']);
  });

  it('finds the separator, and takes the one that is said', () => {
    expect(readText('a\tb,c\n1\t2,3\n').rows[0]).toEqual(['a\tb', 'c']);
    expect(readText('a\tb,c\n1\t2,3\n', 99, '\t').rows[0]).toEqual(['a', 'b,c']);
  });

  it('stops where it is cut inside quotation marks, however long', () => {
    expect(readText(`a,b\n1,"${'x'.repeat(1_200_000)}`).faults).toEqual(['quotes-closed']);
  });
});

function readerOf<Field extends string>(
  fields: ConstructorParameters<typeof ColumnReader<Field>>[0],
  columns: ConstructorParameters<typeof ColumnReader<Field>>[1],
  headings: readonly string[],
) {
  const log = new ProblemLog();
  const context = {
    ...{ system: 's', file: 'f', dates: [], blanks: {}, numbers: {}, extracted: 20_600, log },
    period: datesOf('2026-Q2'),
  };
  return { columns: new ColumnReader<Field>(fields, columns, headings, context), log };
}

describe('a code with dates of validity', () => {
  const areaIn = (text: string) => {
    const { columns, log } = readerOf<keyof typeof CASE_FIELDS>(CASE_FIELDS, { area_code: 'area' }, ['area']);
    const code = columns.code('area_code', [text], 2);
    return { code, said: log.problems().map(({ id, tier, detail }) => [id, tier, detail?.en]) };
  };

  it('is read as the one code that took over, and that is said', () => {
    expect(areaIn('E54000022')).toEqual({
      code: 'E54000068',
      said: [['code-replaced', 'note', 'E54000022 → E54000068']],
    });
  });

  it('is left to be mapped where several took over, and they are named', () => {
    expect(areaIn('W11000026')).toEqual({
      code: 'not_known',
      said: [['code-in-use', 'unmapped', 'W11000026 → W11000030, W11000031']],
    });
  });

  it('is itself while it is in use', () => {
    expect(areaIn('W06000023')).toEqual({ code: 'W06000023', said: [] });
  });
});

describe('what cannot be true of a case', () => {
  const FIELDS = {
    person_id: 'id',
    referral_received_date: 'received',
    first_conversation_date: 'talked',
    closing_date: 'closed',
    date_of_birth: 'born',
    age: 'age',
    contacts_count: 'contacts',
  } as const;

  function caseIn(cells: Partial<Record<(typeof FIELDS)[keyof typeof FIELDS], string>>) {
    const headings = Object.values(FIELDS);
    const { columns, log } = readerOf<keyof typeof CASE_FIELDS>(CASE_FIELDS, FIELDS, headings);
    const row = { id: 'A', received: '2026-04-10', ...cells };
    const texts = headings.map((heading) => (row as Record<string, string>)[heading] ?? '');
    const reading = { columns, service: 's', personOf: (id: string) => id, extracted: 20_600 };
    const read = readCase(texts, 2, { ...reading, ageOn: 'referral' });
    const said = log.problems().map(({ id, column }) => `${id}: ${column}`);
    return { record: typeof read === 'string' ? null : read.record, said };
  }

  it('is nothing where nothing is wrong', () => {
    const { said } = caseIn({
      talked: '2026-04-10',
      closed: '2026-05-01',
      born: '1950-02-03',
      age: '76',
      contacts: '0',
    });
    expect(said).toEqual([]);
  });

  it.each([
    [{ talked: '2027-01-01' }, 'date-not-after-export: talked', { conversation: null }],
    [{ closed: '2028-01-01' }, 'date-not-after-export: closed', { closed: null }],
    [{ talked: '2026-04-03' }, 'date-not-before-referral: talked', { conversation: 20_546 }],
    [{ closed: '2026-04-02' }, 'date-not-before-referral: closed', { closed: 20_545 }],
    [{ talked: '2026-04-20', closed: '2026-04-12' }, 'closed-after-support: closed', { closed: 20_555 }],
    [{ born: '2030-01-01' }, 'date-not-after-export: born', { facts: { born: null } }],
    [{ born: '2026-04-11' }, 'birth-possible: born', { facts: { born: null } }],
    [{ born: '1066-10-14' }, 'birth-possible: born', { facts: { born: null } }],
    [{ age: '-3' }, 'age-possible: age', { facts: { age: null } }],
    [{ age: '200' }, 'age-possible: age', { facts: { age: null } }],
    [{ age: '2.5' }, 'age-possible: age', { facts: { age: null } }],
    [{ contacts: '-1' }, 'contacts-possible: contacts', { contacts: null }],
    [{ contacts: '12.9' }, 'contacts-possible: contacts', { contacts: null }],
  ])('%j is said and treated as the page says', (cells, problem, expected) => {
    const { record, said } = caseIn(cells);
    expect(said).toEqual([problem]);
    expect(record).toMatchObject(expected);
  });
});

describe('whether Welsh was received', () => {
  const headings = ['id', 'date', 'offered', 'chosen', 'used'];
  const { columns } = readerOf<keyof typeof CASE_FIELDS>(
    CASE_FIELDS,
    {
      person_id: 'id',
      referral_received_date: 'date',
      language_offered: 'offered',
      language_of_choice: 'chosen',
      language_used: 'used',
    },
    headings,
  );

  it.each([
    [['no', 'Welsh', 'Welsh'], 'welsh_not_offered'],
    [['yes', 'Welsh', 'Welsh'], 'welsh_chosen_and_received'],
    [['yes', 'Welsh', 'either'], 'welsh_chosen_received_in_part'],
    [['ie', 'Cymraeg', 'Saesneg'], 'welsh_chosen_not_received'],
    [['ie', 'English', ''], 'welsh_not_chosen'],
    [['ie', '', ''], 'not_known'],
    [['ie', 'Welsh', ''], 'not_known'],
  ])('of offered, chosen and used %j is %s', (cells, expected) => {
    const reading = {
      columns,
      service: 's',
      personOf: (id: string) => id,
      ageOn: 'referral' as const,
      extracted: 20_600,
    };
    const found = readCase(['A', '2026-04-01', ...cells], 2, reading);
    expect(
      typeof found === 'string' ? found : found.record.facts.characteristics.welsh_language_service,
    ).toBe(expected);
  });
});

describe('a score', () => {
  const items = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'];
  const headings = ['tool', 'day', 'score', 'raw', ...items];
  const { columns } = readerOf<keyof typeof SCORE_FIELDS>(
    SCORE_FIELDS,
    { measure: 'tool', score_date: 'day', score: 'score', raw_total: 'raw', items: { columns: items } },
    headings,
  );
  const scoreIn = (...cells: string[]) =>
    readScore(
      [...cells, ...Array<string>(11).fill('')].slice(0, 11),
      2,
      columns,
      { person: 'A', service: null },
      {
        Lonely: 'ucla_3',
      },
    );

  it('is taken as it is, converted from a raw total, or worked out from the answers', () => {
    expect(scoreIn('Lonely', '2026-04-01', '6')).toMatchObject({ measure: 'ucla_3', score: 6 });
    expect(scoreIn('swemwbs_metric', '2026-04-01', '', '16')).toMatchObject({ score: 16.36 });
    expect(scoreIn('swemwbs_metric', '2026-04-01', '', '', ...items.map(() => '3'))).toMatchObject({
      score: 19.25,
    });
  });

  it('says what keeps it from being one', () => {
    expect(scoreIn('Lonely', '2026-04-01', '12')).toMatchObject({ fault: 'score-possible' });
    expect(scoreIn('swemwbs_metric', '2026-04-01', '', '', '3', '3')).toMatchObject({
      fault: 'score-complete',
    });
    expect(scoreIn('swemwbs_metric', '2026-04-01', '', '', ...items.map(() => '9'))).toMatchObject({
      fault: 'score-possible',
    });
    expect(scoreIn('Tarot', '2026-04-01', '3')).toEqual({ fault: 'value-mapped', measure: 'Tarot' });
    expect(scoreIn('Lonely', '', '6')).toEqual({ fault: 'event-dated' });
    expect(scoreIn('Lonely', '2026-04-01')).toBeNull();
  });
});

describe('a postcode file', () => {
  const period = datesOf('2026-Q2');
  const lookUp = (text: string, headings = {}) => {
    const found = new Map<string, PostcodePlace>();
    const faults: string[] = [];
    const reader = readPostcodeFile(
      new Set(['LD11AA', 'HR11AA']),
      found,
      'wimd_2019',
      period,
      headings,
      (id) => faults.push(id),
    );
    reader.write(new TextEncoder().encode(text));
    reader.end();
    return { found: Object.fromEntries(found), faults };
  };

  it('gives area, fifth and rurality of the postcodes asked for, by the headings of the ONS directory', () => {
    const text =
      'pcds,oslaua,imd,ru11ind\nLD1 1AA,W06000023,382,E1\nHR1 1AA,E06000019,20000,C1\nZZ1 1ZZ,x,1,A1\n';
    expect(lookUp(text).found).toEqual({
      LD11AA: { area_code: 'W06000023', deprivation_quintile: 'q1', rurality: 'rural' },
      HR11AA: { area_code: 'E92000001', deprivation_quintile: 'not_known', rurality: 'urban' },
    });
  });

  it('reads an area that had ended as the one that took over, and says so', () => {
    const { found, faults } = lookUp('pcds,icb,imd\nLD1 1AA,E54000022,1\nHR1 1AA,E54000034,1\n');
    expect([found.LD11AA?.area_code, found.HR11AA?.area_code]).toEqual(['E54000068', null]);
    expect(faults).toEqual(['code-replaced', 'code-in-use']);
  });

  it('takes the headings that a mapping names, and fifths as they are', () => {
    const headings = { postcode: 'PC', area_code: 'LA', deprivation_quintile: 'Five', rurality: 'Kind' };
    expect(lookUp('PC,LA,Five,Kind\nld11aa,W06000023,4,Gwledig\n', headings).found).toEqual({
      LD11AA: { area_code: 'W06000023', deprivation_quintile: 'q4', rurality: 'rural' },
    });
  });

  it('says that it has no postcodes', () => expect(lookUp('a,b\n1,2\n').faults).toEqual(['column-present']));
});

describe('what the page about aggregating says', () => {
  const page = readFileSync(new URL('../../../docs/aggregate.md', import.meta.url), 'utf8');

  it.each(Object.keys({ ...CASE_FIELDS, ...CONNECTION_FIELDS, ...SCORE_FIELDS }))(
    'names the field %s',
    (field) => {
      expect(page).toContain(`\`${field}\``);
    },
  );
});
