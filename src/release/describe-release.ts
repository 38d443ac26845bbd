import type { Manifest, ReleaseFile, ReturnCoverage, TableContents } from '../archive/manifest.ts';
import { MAGNITUDE_NOISE_VARIANCE } from '../disclosure/noise.ts';
import { FLOOR, MAGNITUDE_SHARE, ROUNDING, THRESHOLD } from '../disclosure/publish.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';
import { nationsOf, scopeOf } from './release-scope.ts';

/** The statements of coverage of the returns behind a release, one for each organisation and period. */
export function coverageOf(accepted: readonly AcceptedTable[]): ReturnCoverage[] {
  const returns = new Map<string, AcceptedTable[]>();
  for (const table of accepted) {
    const key = `${table.period} ${table.organisation}`;
    returns.set(key, [...(returns.get(key) ?? []), table]);
  }
  return [...returns.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, tables]) => {
      const latest = tables.reduce((a, b) => (a.accepted_at > b.accepted_at ? a : b));
      const { header } = latest;
      return {
        organisation: latest.organisation,
        period: latest.period,
        tables: Object.fromEntries(tables.map((table) => [table.table, tableCoverage(table)])),
        areas_complete: Object.fromEntries(
          tables.map((table) => [table.table, [...table.header.coverage.areas_complete]]),
        ),
        services_included: [...header.coverage.services_included],
        deprivation_index: header.deprivation_index,
        ethnicity_scheme: header.ethnicity_scheme,
        figures_status: header.figures_status,
        basis_note: header.basis_note ?? null,
      };
    });
}

function tableCoverage(table: AcceptedTable) {
  const stated = table.header.coverage.tables?.[table.table];
  return {
    state: stated?.nil === true ? ('nil' as const) : ('returned' as const),
    not_collected: stated?.not_collected ?? [],
    reason: stated?.reason ?? null,
  };
}

export function describeRelease(facts: {
  readonly release: string;
  readonly collection: string;
  readonly schemaVersion: string;
  readonly builtAt: Date;
  readonly accepted: readonly AcceptedTable[];
  readonly contents: Partial<Record<TableName, TableContents>>;
  /** Tokens of the areas of published cells. */
  readonly areas: readonly string[];
  readonly files: readonly ReleaseFile[];
}): Manifest {
  return {
    manifest_version: 1,
    release: facts.release,
    collection: facts.collection,
    schema_version: facts.schemaVersion,
    built_at: facts.builtAt.toISOString(),
    published_at: null,
    scope: scopeOf(nationsOf(facts.accepted), facts.areas),
    tables: facts.contents,
    coverage: coverageOf(facts.accepted),
    disclosure: {
      method: 'cell-key',
      version: 'spcd-sdc-2',
      floor: FLOOR,
      threshold: THRESHOLD,
      rounding: ROUNDING,
      magnitude_share: MAGNITUDE_SHARE,
      magnitude_noise_variance: MAGNITUDE_NOISE_VARIANCE,
    },
    files: facts.files,
  };
}
