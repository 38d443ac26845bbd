import type { Answer, AnswerCell, AnswerForm, RowLabel } from '../query/answer.ts';
import { labelIn, localise, withoutRows } from './localise.ts';
import { writtenNumber, writtenOnce } from './written-once.ts';

/**
 * An answer as JSON: `meta`, `columns`, `figures`, `rows`, `notes`, `warnings`.
 *
 * A row holds each dimension's code, with `<dimension>_label` beside it unless only codes are wanted. With one
 * figure its `value` and `status` stand in the row itself; with several, each figure has an object of its own.
 * What is said of a row by a code stands last, null where there is nothing to say.
 */
export function writeJson(answer: Answer, form: AnswerForm): string {
  const { meta, columns, figures, attributes, notes, warnings } = localise(
    withoutRows(answer),
    form.language,
  );
  const before = JSON.stringify({ meta, columns, figures, attributes });
  const after = JSON.stringify({ notes, warnings });
  return `${before.slice(0, -1)},"rows":[${rowsOf(answer, form)}],${after.slice(1)}\n`;
}

/** The rows of an answer, with commas between. */
function rowsOf(answer: Answer, form: AnswerForm): string {
  const { columns, figures, attributes = [] } = answer;
  const textOf = writtenOnce(JSON.stringify);
  const addLabel = labelWriter(form, textOf);
  const cellOf = ({ value, status }: AnswerCell) =>
    `"value":${writtenNumber(value)},"status":${textOf(status)}`;
  const figureNames = figures.map(({ name }) => `,${JSON.stringify(name)}:`);
  let rows = '';
  for (const row of answer.rows) {
    let written = '';
    for (let at = 0; at < row.labels.length; at += 1) {
      written += addLabel(columns[at]?.name ?? '', row.labels[at] ?? null);
    }
    for (let at = 0; at < row.cells.length; at += 1) {
      const cell = cellOf(row.cells[at] as AnswerCell);
      written += figures.length === 1 ? `,${cell}` : `${figureNames[at]}{${cell}}`;
    }
    for (let at = 0; at < attributes.length; at += 1) {
      written += addLabel(attributes[at]?.name ?? '', row.attributes?.[at] ?? null);
    }
    rows += `${rows === '' ? '' : ','}{${written.slice(1)}}`;
  }
  return rows;
}

/** A code under its name, and its words beside it unless only codes are wanted; a comma in front. */
function labelWriter(form: AnswerForm, textOf: (text: string) => string) {
  const codeName = writtenOnce((name) => `,${JSON.stringify(name)}:`);
  const wordsName = writtenOnce((name) => `,${JSON.stringify(`${name}_label`)}:`);
  return (name: string, label: RowLabel | null): string => {
    const code = `${codeName(name)}${label === null ? 'null' : textOf(label.code)}`;
    if (form.labels === 'codes') return code;
    const words = label === null ? undefined : labelIn(form, label.title);
    return `${code}${wordsName(name)}${words === undefined ? 'null' : textOf(words)}`;
  };
}
