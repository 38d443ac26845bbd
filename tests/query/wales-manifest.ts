import type { Manifest, ReturnCoverage, TableContents } from '../../src/archive/manifest.ts';
import { figuresOf } from '../../src/disclosure/lattice.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { TABLE_NAMES, type TableName } from '../../src/standard/generated/tables.ts';
import type { PeriodLevel } from '../../src/standard/table-description.ts';

export const QUARTERS = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'];

const CONTENTS: TableContents = { quarters: QUARTERS, financial_years: ['2025-26'], selectors: {} };

/** Of each table, the kinds of period for which it has figures. */
function contentsOf(table: TableName): TableContents {
  const has = (level: PeriodLevel) => figuresOf(table, level).length > 0;
  return {
    ...CONTENTS,
    quarters: has('quarter') ? CONTENTS.quarters : [],
    financial_years: has('financial_year') ? CONTENTS.financial_years : [],
  };
}

/** A release of Wales with every table, five quarters and a year, and complete returns of every board. */
export function walesManifest(differences: Partial<Manifest> = {}): Manifest {
  return {
    manifest_version: 1,
    release: 'returns-2026-q2-1',
    collection: 'returns',
    schema_version: '1.0',
    built_at: '2026-08-01T09:00:00Z',
    published_at: '2026-08-01T10:00:00Z',
    scope: ['W92000004'],
    tables: Object.fromEntries(TABLE_NAMES.map((table) => [table, contentsOf(table)])),
    coverage: QUARTERS.flatMap((period) =>
      BOARDS.map((board) => completeReturn(board.code, board.area, period)),
    ),
    disclosure: {
      method: 'cell-key',
      version: 'spcd-sdc-2',
      floor: 8,
      threshold: 10,
      rounding: 5,
      magnitude_share: 0.35,
      magnitude_noise_variance: 3.0833,
    },
    files: [],
    ...differences,
  };
}

const BOARDS = CODE_LISTS.organisations.codes
  .filter(({ extra }) => extra?.nation === 'W92000004')
  .map(({ code, extra }) => ({ code, area: extra?.area_code as string }));

/** A return of every table that covers a board's whole area. */
export function completeReturn(
  organisation: string,
  area: string,
  period: string,
  differences: Partial<ReturnCoverage> = {},
): ReturnCoverage {
  const returned = { state: 'returned' as const, not_collected: [], reason_code: null, reason: null };
  return {
    organisation,
    period,
    tables: Object.fromEntries(TABLE_NAMES.map((table) => [table, returned])),
    areas_complete: Object.fromEntries(TABLE_NAMES.map((table) => [table, [area]])),
    services_included: [],
    deprivation_index: 'wimd_2019',
    ethnicity_scheme: 'census_2021',
    figures_status: 'final',
    basis_note: null,
    ...differences,
  };
}
