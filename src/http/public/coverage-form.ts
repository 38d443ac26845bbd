import type { FlatColumn, FlatTable } from '../../formats/flat-table.ts';
import { labelIn, localise } from '../../formats/localise.ts';
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

/** One column of the flat table, and what it holds of a row. */
type Column = FlatColumn & { readonly of: (row: CoverageRow) => string | null };

/**
 * The coverage of a release as a flat table: a row for each organisation, period and table.
 *
 * Release and collection stand in every row. Several codes stand in one cell with `; ` between; a note is its rule
 * and its reason with a colon between.
 */
export function flatCoverage(
  { release, collection }: { readonly release: string; readonly collection: string },
  rows: readonly CoverageRow[],
  form: AnswerForm,
): FlatTable {
  const coded = (name: string, of: (row: CoverageRow) => Named | null): Column[] => [
    code(name, (row) => of(row)?.code ?? null),
    ...(form.labels === 'codes' ? [] : [words(`${name}_label`, (row) => labelOf(of(row), form))]),
  ];
  const columns: Column[] = [
    code('release', () => release),
    code('collection', () => collection),
    ...coded('organisation', ({ organisation }) => organisation),
    code('period', ({ period }) => period),
    ...coded('table', ({ table }) => table),
    code('state', ({ state }) => state),
    code('obligation', ({ obligation }) => obligation),
    code('expected', ({ expected }) => (expected === null ? null : String(expected))),
    code('areas_complete', ({ areas_complete }) => listed(areas_complete)),
    code('not_collected', ({ not_collected }) => listed(not_collected)),
    ...coded('reason_code', ({ reason_code }) => reason_code),
    words('reason', ({ reason }) => reason?.[form.language] ?? null),
    code('figures_status', ({ figures_status }) => figures_status),
    code('notes', ({ notes }) => listed(notes.map(({ rule, reason }) => `${rule}: ${reason.code}`))),
  ];
  return {
    columns: columns.map(({ name, holds }) => ({ name, holds })),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

function code(name: string, of: Column['of']): Column {
  return { name, holds: 'code', of };
}

function words(name: string, of: Column['of']): Column {
  return { name, holds: 'words', of };
}

function labelOf(named: Named | null, form: AnswerForm): string | null {
  return named === null ? null : (labelIn(form, named.title) ?? null);
}

function listed(codes: readonly string[]): string | null {
  return codes.length === 0 ? null : codes.join('; ');
}
