import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CASE_FIELDS } from '../../../src/standard/aggregate/case-fields.ts';
import { readMapping } from '../../../src/standard/aggregate/check-mapping.ts';
import type { ExportField } from '../../../src/standard/aggregate/export-field.ts';
import { ProblemLog } from '../../../src/standard/aggregate/export-problems.ts';
import { headingWords } from '../../../src/standard/aggregate/heading-words.ts';
import { PickList } from '../../../src/standard/aggregate/pick-list.ts';
import type { ColumnSpec } from '../../../src/standard/aggregate/read-columns.ts';
import { CONNECTION_FIELDS, SCORE_FIELDS } from '../../../src/standard/aggregate/record-fields.ts';
import { type Sample, suggestMapping } from '../../../src/standard/aggregate/suggest-mapping.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/aggregate/', import.meta.url));

function sampleOf(text: string, file = 'cases.csv'): Sample {
  const { data } = Papa.parse<string[]>(text.trim());
  const [headings = [], ...rows] = data;
  return { file, headings, rows };
}

type Columns = Readonly<Record<string, ColumnSpec>>;

/** Field to heading or headings. */
function headingsIn(columns: Columns | undefined) {
  return Object.fromEntries(
    Object.entries(columns ?? {}).flatMap(([field, spec]) => {
      const found = typeof spec === 'string' ? spec : (spec.columns ?? spec.column);
      return found === undefined ? [] : [[field, found]];
    }),
  );
}

const TABLES = ['cases', 'connections', 'scores'] as const;

describe.each(['system-a', 'system-b', 'system-c'])('of the exports of %s', (system) => {
  const read = (file: string) => readFileSync(`${EXAMPLES}${system}/${file}`, 'utf8');
  const mapping = readMapping(read('mapping.json'), system, new ProblemLog());
  if (mapping === null) throw new Error(`The mapping of ${system} cannot be read`);
  const samples = Object.fromEntries(
    TABLES.flatMap((kind) => {
      const file = mapping[kind]?.file;
      return file === undefined ? [] : [[kind, sampleOf(read(file), file)]];
    }),
  );
  const { mapping: proposed } = suggestMapping(samples);

  it.each(TABLES)('every column of %s is proposed for the field it holds, and no other', (kind) => {
    expect(headingsIn(proposed[kind]?.columns)).toEqual(headingsIn(mapping[kind]?.columns));
  });

  it('the scores in the row of a case are found', () => {
    const scoresIn = ({ cases }: typeof mapping) => (cases.scores ?? []).map(headingsIn);
    expect(scoresIn(proposed)).toEqual(scoresIn(mapping));
  });

  it('no value is proposed a code other than the one that the system means', () => {
    const wrong = TABLES.flatMap((kind) =>
      Object.entries((proposed[kind]?.columns ?? {}) as Columns).flatMap(([field, spec]) => {
        const meant = ((mapping[kind]?.columns ?? {}) as Columns)[field];
        const values = typeof meant === 'object' ? (meant.values ?? {}) : {};
        return Object.entries(typeof spec === 'string' ? {} : (spec.values ?? {})).filter(
          ([value, code]) => values[value] !== undefined && values[value] !== code,
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('makes a mapping that its schema takes', () => {
    expect(readMapping(JSON.stringify(proposed), system, new ProblemLog())).not.toBeNull();
  });
});

describe('a heading', () => {
  it.each([
    ["Date Rec'd", 'date received'],
    ['Date referred', 'date referred'],
    ['Received date', 'date received'],
    ['D.O.B.', 'birth date'],
    ['No. of Contacts', 'contacts number'],
    ['Grŵp ethnig', 'ethnig grwp'],
    ['closingDate', 'closing date'],
    ['', ''],
  ])('%j is compared as %j', (heading, words) => expect(headingWords(heading)).toBe(words));

  const found = (csv: string) => headingsIn(suggestMapping({ cases: sampleOf(csv) }).mapping.cases.columns);

  it('in usual words is found', () => {
    const csv = [
      "Client No,Date Rec'd,Triage Date,WM Conversation,No. of Contacts,Main Issue,Council,Language Pref",
      'A1,05/04/2026,06/04/2026,10/04/2026,3,Loneliness,Powys,Cymraeg',
    ].join('\n');
    expect(found(csv)).toEqual({
      person_id: 'Client No',
      referral_received_date: "Date Rec'd",
      referral_decision_date: 'Triage Date',
      first_conversation_date: 'WM Conversation',
      contacts_count: 'No. of Contacts',
      main_need: 'Main Issue',
      area_code: 'Council',
      language_of_choice: 'Language Pref',
    });
  });

  it('of the day of referral is found with its words either way round', () => {
    for (const heading of ['Date referred', 'Referred date', 'Referral date']) {
      expect(found(`person,${heading}\nA1,05/04/2026\n`)).toMatchObject({ referral_received_date: heading });
    }
  });

  it('that several fields might have goes by what stands below it', () => {
    expect(found('person,reason\nA1,plan_complete\n')).toEqual({
      person_id: 'person',
      closure_reason: 'reason',
    });
    expect(found('person,reason\nA1,food\n')).toEqual({ person_id: 'person', needs: 'reason' });
    expect(found('person,reason\nA1,lost the bus\n')).toEqual({ person_id: 'person' });
  });

  it('is not taken for a field that the cells below cannot be', () => {
    expect(found('person,Date closed,Worker\nA1,yes,Worker 3\n')).toEqual({ person_id: 'person' });
    expect(found('person,Age\nA1,25-34\n')).toEqual({ person_id: 'person', age_band: 'Age' });
  });

  it('that hardly looks like one is not repeated: the first row may be about a person', () => {
    const { mapping } = suggestMapping({ cases: sampleOf('Mary Jones,Llanfair,lives alone\nDai,x,y\n') });
    expect(JSON.stringify(mapping)).not.toContain('Mary');
    expect(mapping.comments?.join('\n')).toContain('Does the file begin with its headings?');
  });
});

describe('the values under a pick-list', () => {
  const CASES = [
    'Client ref,Referral source,Reason for referral,Gender',
    ...['GP', 'GP', 'Pharmcy', 'Pharmcy', 'Pharmcy'].map((source) => `A1,${source},Food,F`),
    'A2,Dr Siân Evans,Mrs Jones lonely since husband Dai died,F',
  ].join('\n');

  it('are copied where they are words for a code, or often there and near one', () => {
    const { mapping, valuesCopied, valuesLeft } = suggestMapping({ cases: sampleOf(CASES) });
    expect(mapping.cases.columns).toMatchObject({
      referral_source: { values: { GP: 'gp_practice', Pharmcy: 'community_pharmacy' } },
      sex: { values: { F: 'female' } },
    });
    expect(valuesCopied).toEqual(['cases · Referral source', 'cases · Gender']);
    expect(valuesLeft).toContain('cases · Referral source');
  });

  it('are never what somebody wrote about a person', () => {
    const written = JSON.stringify(suggestMapping({ cases: sampleOf(CASES) }));
    for (const secret of ['Evans', 'Jones', 'Dai', 'lonely']) expect(written).not.toContain(secret);
  });

  it('are copied when that is asked for, all but identifiers', () => {
    const csv = `${CASES}\nA3,943 476 5919,Moon,F`;
    const { mapping } = suggestMapping({ cases: sampleOf(csv) }, { language: 'en', withValues: true });
    expect(mapping.cases.columns.referral_source).toMatchObject({ values: { 'Dr Siân Evans': '?' } });
    expect(JSON.stringify(mapping)).not.toContain('5919');
  });

  it('that stand together in a cell are parted by what the system writes', () => {
    const { mapping } = suggestMapping({
      cases: sampleOf('person;needs\nA1;food, transport\nA2;"food, debt"'),
    });
    expect(mapping.cases.columns.needs).toMatchObject({
      separator: ',',
      values: { debt: 'money_debt_benefits' },
    });
  });
});

it.each(Object.entries({ ...CASE_FIELDS, ...CONNECTION_FIELDS, ...SCORE_FIELDS }) as [string, ExportField][])(
  'the usual words of %s stand for codes that it takes, one each',
  (_name, field) => {
    const picks = new PickList(field, { values: {}, blanks: {} });
    expect(Object.keys(field.words ?? {}).filter((code) => !picks.accepts(code, field))).toEqual([]);
    const words = Object.values(field.words ?? {}).flat();
    expect(words.length).toBe(new Set(words).size);
  },
);

it('speaks Welsh in its comments when asked', () => {
  const { mapping } = suggestMapping(
    { cases: sampleOf('Client ref\nA1') },
    { language: 'cy', withValues: false },
  );
  expect(mapping.comments?.join('\n')).toContain('gwiriwch mai person_id');
  expect(mapping.comments?.join('\n')).not.toMatch(/check|column/);
});
