import type { ExpectedReturn, Manifest, QualityNote, ReturnCoverage } from '../archive/manifest.ts';
import { CODE_LISTS, type CodeListId } from '../standard/generated/code-lists.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../standard/generated/tables.ts';
import type { Text } from '../standard/text.ts';
import type { CoverageFilter } from './coverage-filter.ts';
import { ancestryOf } from './scope.ts';
import { organisationsServing } from './serving-organisations.ts';

/** A code with what it means. */
export interface Named {
  readonly code: string;
  readonly title: Text;
}

/** Whether a table came, did not come though it was due, or is not collected and so did not come. */
export const RETURN_STATES = ['returned', 'no_return', 'not_collected'] as const;

/** One table of one organisation for one period: what came, or that nothing did though it was due. */
export interface CoverageRow {
  readonly organisation: Named;
  readonly period: string;
  readonly table: Named;
  readonly state: (typeof RETURN_STATES)[number];
  /** What the organisation has to send by the register; null where the register says nothing of it. */
  readonly obligation: ExpectedReturn['obligation'] | null;
  /** Whether the table was due; null where the register says nothing of the organisation. */
  readonly expected: boolean | null;
  /** Areas whose every service is in the return. */
  readonly areas_complete: readonly string[];
  readonly not_collected: readonly string[];
  readonly reason_code: Named | null;
  /** Words of published evaluations and of synthetic data; of returns null. */
  readonly reason: Text | null;
  readonly figures_status: string | null;
  readonly notes: readonly { readonly rule: string; readonly reason: Named }[];
}

/**
 * What a release says of the returns behind it: a row for each organisation, period and table that came or was due,
 * by period, organisation and table in schema order.
 *
 * An area that is asked fits a row that is complete for it, for a part of it or for more, and the rows of every
 * organisation that serves it. Releases built before they told of notes or of what was due have none.
 */
export function listCoverage(release: Manifest, filter: CoverageFilter = {}): CoverageRow[] {
  const returns = new Map(release.coverage.map((item) => [slotOf(item), item]));
  const dues = new Map((release.expected ?? []).map((item) => [slotOf(item), item]));
  const notes = new Map<string, QualityNote[]>();
  for (const note of release.notes ?? []) {
    const at = `${slotOf(note)} ${note.table}`;
    notes.set(at, [...(notes.get(at) ?? []), note]);
  }
  const isOfAreas = areaTest(filter.area_code);
  const slots = [...new Set([...returns.keys(), ...dues.keys()])].sort();
  return slots.flatMap((slot) => {
    const returned = returns.get(slot);
    const due = dues.get(slot);
    const { organisation, period } = (returned ?? due) as { organisation: string; period: string };
    if (filter.organisation?.has(organisation) === false || filter.period?.has(period) === false) return [];
    return TABLE_NAMES.filter(
      (table) =>
        (returned?.tables[table] !== undefined || due?.tables.includes(table)) &&
        filter.table?.has(table) !== false &&
        isOfAreas(organisation, returned?.areas_complete[table] ?? []),
    ).map((table) => {
      const said = notes.get(`${slot} ${table}`) ?? [];
      return rowOf({ organisation, period, table, returned, due, notes: said });
    });
  });
}

function slotOf({
  period,
  organisation,
}: {
  readonly period: string;
  readonly organisation: string;
}): string {
  return `${period} ${organisation}`;
}

/** Whether a row is of an area that is asked, by who sent it and for which areas it is complete. */
function areaTest(
  asked: ReadonlySet<string> | undefined,
): (organisation: string, complete: readonly string[]) => boolean {
  if (asked === undefined) return () => true;
  const areas = [...asked];
  const around = new Set(areas.flatMap(ancestryOf));
  const serving = new Set(areas.flatMap(organisationsServing).map(({ code }) => code));
  return (organisation, complete) =>
    serving.has(organisation) ||
    complete.some((own) => around.has(own) || ancestryOf(own).some((area) => asked.has(area)));
}

function rowOf({
  organisation,
  period,
  table,
  returned,
  due,
  notes,
}: {
  readonly organisation: string;
  readonly period: string;
  readonly table: TableName;
  readonly returned: ReturnCoverage | undefined;
  readonly due: ExpectedReturn | undefined;
  readonly notes: readonly QualityNote[];
}): CoverageRow {
  const stated = returned?.tables[table];
  const lacking = stated === undefined ? due?.not_collected?.[table] : undefined;
  const reason_code = stated?.reason_code ?? lacking ?? null;
  return {
    organisation: named('organisations', organisation),
    period,
    table: { code: table, title: TABLES[table].title },
    state: stated !== undefined ? 'returned' : lacking === undefined ? 'no_return' : 'not_collected',
    obligation: due?.obligation ?? null,
    expected: due === undefined ? null : due.tables.includes(table),
    areas_complete: stated === undefined ? [] : (returned?.areas_complete[table] ?? []),
    not_collected: stated?.not_collected ?? [],
    reason_code: reason_code === null ? null : named('coverage_reason', reason_code),
    reason: stated?.reason ?? null,
    figures_status: stated === undefined ? null : (returned?.figures_status ?? null),
    notes: notes.map(({ rule, reason_code }) => ({
      rule,
      reason: named('verification_reason', reason_code),
    })),
  };
}

/** A code that this version of the standard does not have, in an older release, stands for itself. */
function named(list: CodeListId, code: string): Named {
  const title = CODE_LISTS[list].codes.find((candidate) => candidate.code === code)?.title;
  return { code, title: title ?? { en: code, cy: code } };
}
