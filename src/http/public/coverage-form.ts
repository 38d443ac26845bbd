import { labelIn, localise } from '../../formats/localise.ts';
import { type Columns, writeRowsCsv } from '../../formats/write-rows-csv.ts';
import type { AnswerForm } from '../../query/answer.ts';
import type { CoverageRow, Named } from '../../query/list-coverage.ts';

/** The coverage of a release as JSON: what is said of the answer, and a row for each organisation, period and table. */
export function writeCoverageJson(meta: object, rows: readonly CoverageRow[], form: AnswerForm): string {
  return `${JSON.stringify({ meta: localise(meta, form.language), rows: rows.map((row) => written(row, form)) })}\n`;
}

function written(row: CoverageRow, form: AnswerForm) {
  const coded = (name: string, { code, title }: Named) => {
    const label = labelIn(form, title);
    return label === undefined ? { [name]: code } : { [name]: code, [`${name}_label`]: label };
  };
  return {
    ...coded('organisation', row.organisation),
    period: row.period,
    ...coded('table', row.table),
    state: row.state,
    obligation: row.obligation,
    expected: row.expected,
    areas_complete: row.areas_complete,
    not_collected: row.not_collected,
    ...(row.reason_code === null ? { reason_code: null } : coded('reason_code', row.reason_code)),
    reason: row.reason?.[form.language] ?? null,
    figures_status: row.figures_status,
    notes: row.notes.map(({ rule, reason }) => ({ rule, ...coded('reason_code', reason) })),
  };
}

/**
 * The coverage of a release as CSV: a line for each organisation, period and table.
 *
 * Release and collection stand on every line. A note is its rule and its reason with a colon between.
 */
export function writeCoverageCsv(
  { release, collection }: { readonly release: string; readonly collection: string },
  rows: readonly CoverageRow[],
  form: AnswerForm,
): string {
  const coded = (name: string, of: (row: CoverageRow) => Named | null): Columns<CoverageRow> => ({
    [name]: (row) => of(row)?.code ?? null,
    ...(form.labels !== 'codes' && {
      [`${name}_label`]: (row: CoverageRow) => {
        const value = of(row);
        return value === null ? null : (labelIn(form, value.title) ?? null);
      },
    }),
  });
  const columns: Columns<CoverageRow> = {
    release: () => release,
    collection: () => collection,
    ...coded('organisation', ({ organisation }) => organisation),
    period: ({ period }) => period,
    ...coded('table', ({ table }) => table),
    state: ({ state }) => state,
    obligation: ({ obligation }) => obligation,
    expected: ({ expected }) => (expected === null ? null : String(expected)),
    areas_complete: ({ areas_complete }) => areas_complete,
    not_collected: ({ not_collected }) => not_collected,
    ...coded('reason_code', ({ reason_code }) => reason_code),
    reason: ({ reason }) => reason?.[form.language] ?? null,
    figures_status: ({ figures_status }) => figures_status,
    notes: ({ notes }) => notes.map(({ rule, reason }) => `${rule}: ${reason.code}`),
  };
  return writeRowsCsv(columns, rows);
}
