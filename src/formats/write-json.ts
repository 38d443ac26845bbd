import type { Answer, AnswerForm, RowLabel } from '../query/answer.ts';
import { labelIn, localise } from './localise.ts';

/**
 * An answer as JSON: `meta`, `columns`, `figures`, `rows`, `notes`, `warnings`.
 *
 * A row holds each dimension's code, with `<dimension>_label` beside it unless only codes are wanted. With one
 * figure its `value` and `status` stand in the row itself; with several, each figure has an object of its own.
 * What is said of a row by a code stands last, null where there is nothing to say.
 */
export function writeJson(answer: Answer, form: AnswerForm): string {
  const { meta, columns, figures, attributes, notes, warnings } = localise(answer, form.language);
  const rows = answer.rows.map((row) => {
    const written: Record<string, unknown> = {};
    row.labels.forEach((label, index) => {
      Object.assign(written, labelled(columns[index]?.name as string, label, form));
    });
    if (figures.length === 1) Object.assign(written, row.cells[0]);
    else {
      figures.forEach((figure, index) => {
        written[figure.name] = row.cells[index];
      });
    }
    attributes?.forEach(({ name }, index) => {
      Object.assign(written, labelled(name, row.attributes?.[index] ?? null, form));
    });
    return written;
  });
  return `${JSON.stringify({ meta, columns, figures, attributes, rows, notes, warnings })}\n`;
}

/** A code under its name, and its words beside it unless only codes are wanted. */
function labelled(name: string, label: RowLabel | null, form: AnswerForm): Record<string, string | null> {
  const words = label === null ? null : labelIn(form, label.title);
  return {
    [name]: label?.code ?? null,
    ...(form.labels === 'codes' ? {} : { [`${name}_label`]: words ?? null }),
  };
}
