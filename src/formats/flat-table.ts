import type { Answer, AnswerForm, RowLabel } from '../query/answer.ts';
import { labelIn } from './localise.ts';

/** One column of a table of cells. What holds `words` is for people and may begin with any character. */
export interface FlatColumn {
  readonly name: string;
  readonly holds: 'code' | 'words' | 'number';
}

/** What several formats write alike: columns with names, and rows of values in their order. */
export interface FlatTable {
  readonly columns: readonly FlatColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * An answer as a flat table: a row for each row of the answer.
 *
 * Release and collection stand in every row, so that a file that has wandered still says what it is. A figure
 * that is not shown is null with its status beside it. With one figure the columns are `figure`, `value` and
 * `status`; with several, `<figure>` and `<figure>_status`. What is said of a row by a code comes last.
 */
export function flatTableOf(answer: Answer, form: AnswerForm): FlatTable {
  const isSingle = answer.figures.length === 1;
  const withLabels = form.labels !== 'codes';
  const { release, collection } = answer.meta;
  const attributes = answer.attributes ?? [];
  const coded = ({ name }: { readonly name: string }) =>
    withLabels ? [code(name), words(`${name}_label`)] : [code(name)];
  const labelled = (label: RowLabel | null) => {
    if (label === null) return withLabels ? [null, null] : [null];
    return withLabels ? [label.code, labelIn(form, label.title) ?? ''] : [label.code];
  };
  return {
    columns: [
      code('release'),
      code('collection'),
      ...answer.columns.flatMap(coded),
      ...(isSingle
        ? [code('figure'), number('value'), code('status')]
        : answer.figures.flatMap(({ name }) => [number(name), code(`${name}_status`)])),
      ...attributes.flatMap(coded),
    ],
    rows: answer.rows.map((row) => [
      release,
      collection,
      ...row.labels.flatMap(labelled),
      ...(isSingle ? [answer.figures[0]?.name ?? ''] : []),
      ...row.cells.flatMap(({ value, status }) => [value, status]),
      ...attributes.flatMap((_, index) => labelled(row.attributes?.[index] ?? null)),
    ]),
  };
}

function code(name: string): FlatColumn {
  return { name, holds: 'code' };
}

function words(name: string): FlatColumn {
  return { name, holds: 'words' };
}

function number(name: string): FlatColumn {
  return { name, holds: 'number' };
}
