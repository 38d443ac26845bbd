import type { Answer, AnswerForm } from '../../query/answer.ts';
import { TABLE_NAMES, TABLES } from '../../standard/generated/tables.ts';
import { keyFields } from '../../standard/table-description.ts';
import type { Text } from '../../standard/text.ts';
import { flatTableOf } from '../flat-table.ts';
import { type ColumnDescription, codeListsOf } from './bulk-columns.ts';

type Words = Pick<ColumnDescription, 'title' | 'description' | 'codeLists'>;

const RELEASE: Words = {
  title: { en: 'Release', cy: 'Datganiad' },
  description: { en: 'The release that the row is of.', cy: "Y datganiad y mae'r rhes yn perthyn iddo." },
  codeLists: ['/v1/releases'],
};

const COLLECTION: Words = {
  title: { en: 'Collection', cy: 'Casgliad' },
  description: {
    en: 'What the figures were drawn from.',
    cy: 'Yr hyn y tynnwyd y ffigurau ohono.',
  },
  codeLists: ['/v1/codelists/collection'],
};

const FIGURE: Words = {
  title: { en: 'Figure', cy: 'Ffigur' },
  description: { en: 'What is counted or averaged.', cy: 'Yr hyn a gyfrifir neu a gyfartaleddir.' },
  codeLists: [],
};

const NOT_SHOWN: Text = {
  en: 'Empty where it is not shown; its status says why. Empty is never nought.',
  cy: 'Gwag lle na chaiff ei ddangos; mae ei statws yn dweud pam. Nid yw gwag byth yn sero.',
};

const STATUS: Words = {
  title: { en: 'Status', cy: 'Statws' },
  description: {
    en: 'Whether the figure is shown, and if not, why.',
    cy: 'A ddangosir y ffigur, ac os na, pam.',
  },
  codeLists: ['/v1/codelists/cell_status'],
};

/** The columns of an answer's CSV, in their order, with what each of them holds. */
export function answerColumnsOf(answer: Answer, form: AnswerForm): ColumnDescription[] {
  const words = wordsOf(answer);
  return flatTableOf(answer, form).columns.map(({ name, holds }) => {
    const known = words.get(name);
    if (known === undefined) throw new Error(`No words describe the column ${name} of an answer`);
    return { name, ...known, datatype: holds === 'number' ? 'number' : 'string' };
  });
}

function wordsOf({ meta, columns, figures, attributes = [] }: Answer): ReadonlyMap<string, Words> {
  const value = figures[0];
  const coded = [
    ...columns.map(({ name, title }) => ({
      name,
      words: { title, description: title, codeLists: listsOf(meta.table, name) },
    })),
    ...attributes.map(({ name, title, description }) => ({
      name,
      words: { title, description, codeLists: [] },
    })),
  ];
  return new Map<string, Words>([
    ['release', RELEASE],
    ['collection', COLLECTION],
    ['figure', FIGURE],
    ['status', STATUS],
    ...(value === undefined ? [] : [['value', figureWords(value)] as const]),
    ...figures.flatMap((figure) => [
      [figure.name, figureWords(figure)] as const,
      [`${figure.name}_status`, { ...STATUS, title: joined(figure.title, STATUS.title, ': ') }] as const,
    ]),
    ...coded.flatMap(({ name, words }) => [
      [name, words] as const,
      [`${name}_label`, { ...words, title: joined(words.title, LABEL, ', '), codeLists: [] }] as const,
    ]),
  ]);
}

const LABEL: Text = { en: 'in words', cy: 'mewn geiriau' };

function figureWords({ title, description }: Answer['figures'][number]): Words {
  return { title, description: joined(description, NOT_SHOWN, ' '), codeLists: [] };
}

/** What the standard says of the field; that of any table where the answer is of several. */
function listsOf(table: string, name: string): string[] {
  const named = TABLE_NAMES.find((each) => each === table);
  const fields = (named === undefined ? TABLE_NAMES : [named]).flatMap((each) => keyFields(TABLES[each]));
  const field = fields.find((candidate) => candidate.name === name);
  return field === undefined ? [] : codeListsOf(field);
}

function joined(first: Text, second: Text, between: string): Text {
  return { en: `${first.en}${between}${second.en}`, cy: `${first.cy}${between}${second.cy}` };
}
