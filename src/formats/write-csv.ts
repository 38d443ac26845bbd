import Papa from 'papaparse';
import type { Answer, AnswerForm, RowLabel } from '../query/answer.ts';
import { asText } from '../standard/write/csv-text.ts';
import { labelIn } from './localise.ts';

/**
 * An answer as CSV (RFC 4180, UTF-8): a header, then one line for each row of the answer.
 *
 * Release and collection stand on every line, so that a file that has wandered still says what it is. A figure
 * that is not shown is an empty cell with its status beside it. With one figure the columns are `value` and
 * `status`; with several, `<figure>` and `<figure>_status`. What is said of a row by a code comes last.
 */
export function writeCsv(answer: Answer, form: AnswerForm): string {
  const isSingle = answer.figures.length === 1;
  const withLabels = form.labels !== 'codes';
  const attributes = answer.attributes ?? [];
  const labelled = (label: RowLabel | null): string[] => {
    const words = label === null ? '' : asText(labelIn(form, label.title) ?? '');
    return withLabels ? [label?.code ?? '', words] : [label?.code ?? ''];
  };
  const header = [
    'release',
    'collection',
    ...answer.columns.flatMap(({ name }) => (withLabels ? [name, `${name}_label`] : [name])),
    ...(isSingle
      ? ['figure', 'value', 'status']
      : answer.figures.flatMap(({ name }) => [name, `${name}_status`])),
    ...attributes.flatMap(({ name }) => (withLabels ? [name, `${name}_label`] : [name])),
  ];
  const { release, collection } = answer.meta;
  const lines = answer.rows.map((row) => [
    release,
    collection,
    ...row.labels.flatMap(labelled),
    ...(isSingle ? [answer.figures[0]?.name] : []),
    ...row.cells.flatMap((cell) => [cell.value === null ? '' : String(cell.value), cell.status]),
    ...attributes.flatMap((_, index) => labelled(row.attributes?.[index] ?? null)),
  ]);
  return `${Papa.unparse([header, ...lines], { newline: '\r\n' })}\r\n`;
}
