import type { Answer, AnswerForm, AnswerRow, RowLabel } from '../query/answer.ts';
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
  const single = isSingle ? (answer.figures[0]?.name ?? '') : undefined;
  type Values = (string | number | null)[];
  const addLabel = (values: Values, label: RowLabel | null) => {
    values.push(label?.code ?? null);
    if (withLabels) values.push(label === null ? null : (labelIn(form, label.title) ?? ''));
  };
  const valuesOf = (row: AnswerRow): Values => {
    const values: Values = [release, collection];
    for (const label of row.labels) addLabel(values, label);
    if (single !== undefined) values.push(single);
    for (const { value, status } of row.cells) values.push(value, status);
    for (let at = 0; at < attributes.length; at += 1) addLabel(values, row.attributes?.[at] ?? null);
    return values;
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
    rows: answer.rows.map(valuesOf),
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
