import type { Answer, AnswerForm } from '../query/answer.ts';
import { labelIn, localise } from './localise.ts';

/**
 * An answer as JSON: `meta`, `columns`, `figures`, `rows`, `notes`, `warnings`.
 *
 * A row holds each dimension's code, with `<dimension>_label` beside it unless only codes are wanted. With one
 * figure its `value` and `status` stand in the row itself; with several, each figure has an object of its own.
 */
export function writeJson(answer: Answer, form: AnswerForm): string {
  const { meta, columns, figures, notes, warnings } = localise(answer, form.language);
  const rows = answer.rows.map((row) => {
    const written: Record<string, unknown> = {};
    row.labels.forEach(({ code, title }, index) => {
      const name = columns[index]?.name as string;
      written[name] = code;
      const label = labelIn(form, title);
      if (label !== undefined) written[`${name}_label`] = label;
    });
    if (figures.length === 1) return { ...written, ...row.cells[0] };
    figures.forEach((figure, index) => {
      written[figure.name] = row.cells[index];
    });
    return written;
  });
  return `${JSON.stringify({ meta, columns, figures, rows, notes, warnings })}\n`;
}
