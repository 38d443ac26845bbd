import type { CodeListId } from '../../standard/generated/code-lists.ts';
import { TABLES, type TableName } from '../../standard/generated/tables.ts';
import {
  type FieldDescription,
  INDEX_SELECTOR,
  keyFields,
  personDimensions,
  selectorsOf,
} from '../../standard/table-description.ts';
import type { Text } from '../../standard/text.ts';

/** One column of a file, as any kind of metadata may describe it. */
export interface ColumnDescription {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly datatype: 'string' | 'number';
  /** Below the service's address: the lists or registries that its codes are of. */
  readonly codeLists: readonly string[];
}

const FIGURE = {
  title: { en: 'Figure', cy: 'Ffigur' },
  description: { en: 'What is counted or averaged.', cy: 'Yr hyn a gyfrifir neu a gyfartaleddir.' },
};

const INDEX = {
  title: { en: 'Deprivation index', cy: 'Mynegai amddifadedd' },
  description: {
    en: 'The index whose fifths the row is by. Empty where it is by none.',
    cy: "Y mynegai y mae'r rhes yn ôl ei bumedau. Gwag lle nad yw yn ôl yr un.",
  },
};

const PERIOD = {
  title: { en: 'Period', cy: 'Cyfnod' },
  description: {
    en: 'A quarter, such as 2026-Q1, or a financial year, such as 2025-26.',
    cy: 'Chwarter, megis 2026-Q1, neu flwyddyn ariannol, megis 2025-26.',
  },
};

const VALUE = {
  title: { en: 'Value', cy: 'Gwerth' },
  description: {
    en: 'The published figure. Empty only where the returns did not hold a statistic of things. Rows overlap: never add them up. A row that is not there is not nought.',
    cy: "Y ffigur cyhoeddedig. Gwag dim ond lle nad oedd y ffurflenni'n dal ystadegyn am bethau. Mae rhesi'n gorgyffwrdd: peidiwch byth â'u hadio. Nid yw rhes nad yw yno yn sero.",
  },
};

const EVERYONE: Text = {
  en: 'Empty means everyone, not “not known”. A broader level stands before its code with a colon.',
  cy: "Mae gwag yn golygu pawb, nid 'ddim yn hysbys'. Saif lefel ehangach o flaen ei chod gyda cholon.",
};

/** The columns of the file with all published cells of a table, in their order. */
export function bulkColumnsOf(table: TableName): ColumnDescription[] {
  const description = TABLES[table];
  const area = keyFields(description).find(({ name }) => name === 'area_code') as FieldDescription;
  return [
    textColumn('figure', FIGURE),
    ...selectorsOf(description).map((field) => ofField(field, field.description)),
    { ...textColumn(INDEX_SELECTOR, INDEX), codeLists: ['/v1/codelists/deprivation_index'] },
    textColumn('period', PERIOD),
    ...[area, ...personDimensions(description)].map((field) =>
      ofField(field, joined(field.description, EVERYONE)),
    ),
    { ...textColumn('value', VALUE), datatype: 'number' },
  ];
}

/** Below the service's address: where the codes of a field are listed. */
export function codeListsOf({ list, chosen_by: chosen, registry }: FieldDescription): string[] {
  const lists: CodeListId[] = [
    ...(list === null ? [] : [list]),
    ...Object.values(chosen?.lists ?? {}).map((choice) => choice.list),
  ];
  const registers = registry === null ? [] : ['/v1/measures'];
  return [...[...new Set(lists)].map((id) => `/v1/codelists/${id}`), ...registers];
}

function ofField(field: FieldDescription, description: Text): ColumnDescription {
  const { name, title } = field;
  return { name, title, description, datatype: 'string', codeLists: codeListsOf(field) };
}

function textColumn(
  name: string,
  words: { readonly title: Text; readonly description: Text },
): ColumnDescription {
  return { name, ...words, datatype: 'string', codeLists: [] };
}

function joined(first: Text, second: Text): Text {
  return { en: `${first.en} ${second.en}`, cy: `${first.cy} ${second.cy}` };
}
