import type { CharacteristicCode } from '../generated/code-lists.ts';
import { SCHEMA_VERSION, TABLE_NAMES, type TableName } from '../generated/tables.ts';
import type { Return } from '../generated/types.ts';
import { datesOf } from '../period.ts';
import type { ReturnHeader } from '../row.ts';
import type { Text } from '../text.ts';
import { countCharacteristics } from './count-characteristics.ts';
import { countClosures } from './count-closures.ts';
import { countConnections } from './count-connections.ts';
import { countEquity } from './count-equity.ts';
import { countNeeds } from './count-needs.ts';
import { countOutcomes, instrumentsInUse, type OutcomeBreakdown } from './count-outcomes.ts';
import { countCohort, countEvents } from './count-pathway.ts';
import { countProfiles } from './count-profiles.ts';
import { type CountingFrame, frameOf } from './counting-frame.ts';
import { isoOf } from './day.ts';
import {
  characteristicsHeld,
  characteristicsMissing,
  type Holdings,
  stagesHeld,
  stagesMissing,
} from './holdings.ts';
import type { Episode } from './merge-episodes.ts';
import { countOutside } from './place-person.ts';
import { membersOf } from './population-events.ts';
import type { CountedRow } from './tally.ts';

/** What the header of a return says that no case can tell. */
export type GivenHeader = Omit<
  ReturnHeader,
  'standard' | 'schema_version' | 'period_start' | 'period_end' | 'coverage'
> & {
  readonly coverage: Pick<ReturnHeader['coverage'], 'services_included' | 'areas_complete'>;
};

export interface BuildRequest {
  readonly header: GivenHeader;
  readonly holdings: Holdings;
  /** Characteristics also sent for people referred; each must be held. */
  readonly forReferred: readonly CharacteristicCode[];
}

/** A return, and how many of the period's connections the cap left out. */
export interface BuiltReturn {
  readonly document: Return;
  readonly connectionsLeftOut: number;
  /** People of the period who live beyond the areas of the submitter. */
  readonly peopleOutside: number;
}

type Tables = Partial<Record<TableName, CountedRow[]>>;

/** Counts the episodes into every table that the systems hold something for. */
export function buildReturn(episodes: readonly Episode[], request: BuildRequest): BuiltReturn {
  const { header } = request;
  const frame = frameOf(header.period, header.submitter, header.source_system.extracted_at);
  const { tables, connectionsLeftOut, peopleOutside } = countTables(episodes, request, frame);
  const { start, end } = datesOf(header.period);
  const { submitter, period, coverage, ...others } = header;
  const document = {
    standard: 'spcd',
    schema_version: SCHEMA_VERSION,
    submitter,
    period,
    period_start: start,
    period_end: end,
    ...others,
    coverage: { ...coverage, tables: coverageOf(tables, request, frame) },
    tables,
  };
  // The codes of the rows are text until the validator has seen them: nothing is written before it has.
  return { document: document as unknown as Return, connectionsLeftOut, peopleOutside };
}

function countTables(episodes: readonly Episode[], request: BuildRequest, frame: CountingFrame) {
  const { holdings, forReferred } = request;
  const { fields } = holdings;
  const stages = stagesHeld(holdings);
  const isSupportHeld = fields.has('first_conversation_date');
  const referred = membersOf('referred', episodes, frame);
  const supported = membersOf('supported', episodes, frame);
  const populations = {
    referred,
    ...(isSupportHeld ? { supported } : {}),
    ...(holdings.connections ? { connected: membersOf('connected', episodes, frame) } : {}),
  };
  const tables: Tables = { profiles: countProfiles(populations, frame) };
  const held = (population: 'referred' | 'supported') =>
    characteristicsHeld(holdings, population, frame.isWelsh);
  const ofReferred = held('referred').filter((characteristic) => forReferred.includes(characteristic));
  if (ofReferred.length > 0 || (isSupportHeld && held('supported').length > 0)) {
    tables.characteristics = [
      ...countCharacteristics('referred', ofReferred, referred, frame),
      ...(isSupportHeld ? countCharacteristics('supported', held('supported'), supported, frame) : []),
    ];
  }
  if (frame.endsYear && fields.has('ethnic_group')) tables.equity = countEquity(episodes, frame);
  if (isSupportHeld && (fields.has('needs') || fields.has('main_need'))) {
    tables.needs = countNeeds(supported, frame);
  }
  tables.pathway = [...countEvents(episodes, stages, frame), ...countCohort(episodes, stages, frame)];
  const connections = countConnections(
    episodes,
    frame,
    (day) => `${isoOf(day).slice(0, 4)} ${quarterNumber(isoOf(day))}`,
  );
  if (holdings.connections) tables.connections = connections.rows;
  if (stages.has('closed')) {
    const acceptance = stages.has('referral_accepted');
    tables.closures = countClosures(episodes, { contacts: fields.has('contacts_count'), acceptance }, frame);
  }
  if (holdings.scores && isSupportHeld && stages.has('closed')) {
    const breakdowns = breakdownsHeld(holdings);
    const { coverage, outcomes } = countOutcomes(episodes, instrumentsInUse(episodes), breakdowns, frame);
    tables.outcome_coverage = coverage;
    tables.outcomes = outcomes;
  }
  const peopleOutside = countOutside(Object.values(populations).flat(), frame);
  return { tables, connectionsLeftOut: connections.leftOut, peopleOutside };
}

function quarterNumber(iso: string): number {
  return Math.ceil(Number(iso.slice(5, 7)) / 3);
}

function breakdownsHeld({ fields }: Holdings): OutcomeBreakdown[] {
  const hasAge = fields.has('date_of_birth') || fields.has('age') || fields.has('age_band');
  const hasFifth = fields.has('deprivation_quintile') || fields.has('postcode');
  return [
    'all',
    ...(hasAge ? (['age_group'] as const) : []),
    ...(fields.has('sex') ? (['sex'] as const) : []),
    ...(hasFifth ? (['deprivation_quintile'] as const) : []),
    ...(fields.has('ethnic_group') ? (['ethnic_group'] as const) : []),
  ];
}

interface TableCoverage {
  not_collected?: readonly string[];
  nil?: true;
  reason?: Text;
}

/** What each table leaves out because no system holds it, and which tables had nothing to count. */
function coverageOf(tables: Tables, { holdings }: BuildRequest, frame: CountingFrame) {
  const coverage: Partial<Record<TableName, TableCoverage>> = {};
  const leaveOut = (table: TableName, names: readonly string[]) => {
    if (names.length > 0 && tables[table]) coverage[table] = { not_collected: names, reason: NOT_HELD };
  };
  leaveOut('profiles', [
    ...(holdings.fields.has('first_conversation_date') ? [] : ['supported']),
    ...(holdings.connections ? [] : ['connected']),
  ]);
  leaveOut('characteristics', characteristicsMissing(holdings, frame.isWelsh));
  leaveOut('pathway', stagesMissing(holdings));
  for (const table of TABLE_NAMES) {
    if (tables[table]?.length === 0) coverage[table] = { ...coverage[table], nil: true };
  }
  return coverage;
}

const NOT_HELD: Text = {
  en: "The services' systems do not hold these.",
  cy: "Nid yw systemau'r gwasanaethau yn dal y rhain.",
};
