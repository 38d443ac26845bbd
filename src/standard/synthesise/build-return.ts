import type { AreasCode } from '../generated/code-lists.ts';
import { INSTRUMENT_IDS } from '../generated/measures.ts';
import { TABLE_NAMES, type TableName } from '../generated/tables.ts';
import type { Return } from '../generated/types.ts';
import { datesOf } from '../period.ts';
import type { Board } from './board.ts';
import type { BoardHistory } from './board-history.ts';
import { countAssets } from './count-assets.ts';
import { countClosures } from './count-closures.ts';
import { countConnections } from './count-connections.ts';
import { countNeeds } from './count-needs.ts';
import { countOutcomeCoverage, summariseOutcomes } from './count-outcomes.ts';
import { countPathway } from './count-pathway.ts';
import { countCharacteristics, countEquity, countProfiles } from './count-people.ts';
import { countWorkforce } from './count-workforce.ts';
import { extractDayOf, isoDateOf } from './days.ts';
import { instrumentsOf } from './draw-scores.ts';
import { endsFinancialYear, quarterOf } from './quarter-number.ts';
import { servicesOf } from './synthetic-services.ts';
import { NOT_HELD, notesOf, SOURCE_NAME } from './synthetic-text.ts';

/** Which return to count: a board's quarter, and the tables that go in. */
export interface ReturnRequest {
  readonly quarter: number;
  readonly seed: number;
  readonly status: 'provisional' | 'final';
  readonly tables: readonly TableName[];
}

/** Puts the counts of one board and quarter into a return that says in every header that it is invented. */
export function buildReturn(history: BoardHistory, request: ReturnRequest): Return {
  const { board } = history;
  const { quarter } = request;
  const period = quarterOf(quarter);
  const { start, end } = datesOf(period);
  const tables = countTables(history, request);
  return {
    standard: 'spcd',
    schema_version: '1.0',
    submitter: board.submitter,
    period,
    period_start: start,
    period_end: end,
    figures_status: request.status,
    source_kind: 'synthetic',
    sex_basis: 'sex',
    deprivation_index: board.deprivationIndex,
    ethnicity_scheme: board.ethnicityScheme,
    ...(board.holds.supportTiers && { support_tier_version: 'synthetic 1' }),
    coverage: {
      services_included: servicesOf(board).map((service) => service.id),
      areas_complete: Object.keys(board.authorities) as AreasCode[],
      tables: coverageOf(board, tables),
    },
    source_system: {
      name: SOURCE_NAME,
      version: '1.0',
      extracted_at: `${isoDateOf(extractDayOf(quarter))}T09:00:00Z`,
    },
    notes: notesOf(board),
    tables,
  };
}

/** Equity is sent for the whole year with its last quarter, and so are the offers; the rest each quarter. */
function countTables(history: BoardHistory, { quarter, seed, tables }: ReturnRequest): Return['tables'] {
  const { board } = history;
  const count: { readonly [Table in TableName]: () => Return['tables'][Table] } = {
    profiles: () => countProfiles(history, quarter),
    characteristics: () => countCharacteristics(history, quarter),
    equity: () => (endsFinancialYear(quarter) ? countEquity(history, quarter) : undefined),
    needs: () => countNeeds(history, quarter),
    pathway: () => countPathway(history, quarter),
    connections: () => countConnections(history, quarter),
    closures: () => countClosures(history, quarter),
    outcome_coverage: () => countOutcomeCoverage(board, history.closed(quarter)),
    outcomes: () => summariseOutcomes(board, history.closed(quarter)),
    workforce: () => countWorkforce(board, quarter, seed),
    assets: () => (endsFinancialYear(quarter) ? countAssets(board, quarter, seed) : undefined),
  };
  const counted = TABLE_NAMES.filter((table) => tables.includes(table)).map((table) => [
    table,
    count[table](),
  ]);
  return Object.fromEntries(counted.filter(([, rows]) => rows !== undefined));
}

/** The one characteristic that some boards ask of people when they are referred. */
const ASKED_OF_REFERRED = ['ethnic_group'] as const;

/** What the board's systems do not hold, table by table, for the tables that are sent. */
function coverageOf(board: Board, tables: Return['tables']): NonNullable<Return['coverage']['tables']> {
  const optional = ['sexual_orientation', 'gender_identity', 'religion', 'armed_forces'] as const;
  const used = instrumentsOf(board);
  const missing: Partial<Record<TableName, readonly string[]>> = {
    characteristics: [
      ...optional.filter((item) => !board.sendsForBoard.includes(item)),
      ...ASKED_OF_REFERRED.filter((item) => !board.sendsForReferred.includes(item)).map(
        (item) => `referred.${item}`,
      ),
    ],
    pathway: board.holds.supportTiers ? [] : ['support_tier'],
    connections: board.holds.qualityMarks ? [] : ['quality_mark'],
    outcome_coverage: INSTRUMENT_IDS.filter((instrument) => !used.includes(instrument)),
  };
  const sent = TABLE_NAMES.filter((table) => tables[table] !== undefined);
  const told = sent.map((table) => {
    const notCollected = missing[table] ?? [];
    return [
      table,
      {
        ...(notCollected.length > 0 && { not_collected: [...notCollected], reason: { ...NOT_HELD } }),
        ...(tables[table]?.length === 0 && { nil: true }),
      },
    ] as const;
  });
  return Object.fromEntries(told.filter(([, words]) => Object.keys(words).length > 0));
}
