import Papa from 'papaparse';
import type { Answer, AnswerForm } from '../query/answer.ts';
import { asText } from '../standard/write/csv-text.ts';
import { labelIn } from './localise.ts';

/**
 * An answer as CSV (RFC 4180, UTF-8): a header, then one line for each row of the answer.
 *
 * Release and collection stand on every line, so that a file that has wandered still says what it is. A figure
 * that is not shown is an empty cell with its status beside it. With one figure the columns are `value` and
 * `status`; with several, `<figure>` and `<figure>_status`.
 */
export function writeCsv(answer: Answer, form: AnswerForm): string {
  const isSingle = answer.figures.length === 1;
  const withLabels = form.labels !== 'codes';
  const header = [
    'release',
    'collection',
    ...answer.columns.flatMap(({ name }) => (withLabels ? [name, `${name}_label`] : [name])),
    ...(isSingle
      ? ['figure', 'value', 'status']
      : answer.figures.flatMap(({ name }) => [name, `${name}_status`])),
  ];
  const { release, collection } = answer.meta;
  const lines = answer.rows.map((row) => [
    release,
    collection,
    ...row.labels.flatMap(({ code, title }) =>
      withLabels ? [code, asText(labelIn(form, title) ?? '')] : [code],
    ),
    ...(isSingle ? [answer.figures[0]?.name] : []),
    ...row.cells.flatMap((cell) => [cell.value === null ? '' : String(cell.value), cell.status]),
  ]);
  return `${Papa.unparse([header, ...lines], { newline: '\r\n' })}\r\n`;
}
