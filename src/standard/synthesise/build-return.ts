import type { AreasCode } from '../generated/code-lists.ts';
import type { Return } from '../generated/types.ts';
import { datesOf } from '../period.ts';
import { countOutcomeCoverage, summariseOutcomes } from './count-outcomes.ts';
import { countCharacteristics, countProfiles } from './count-people.ts';
import { quarterOf } from './quarter-number.ts';
import type { QuarterEvents } from './simulate-board.ts';
import { servicesOf } from './synthetic-services.ts';
import type { WelshBoard } from './welsh-boards.ts';

/** Puts the counts of one board and quarter into a return that says in every header that it is invented. */
export function buildReturn(
  board: WelshBoard,
  quarter: number,
  events: QuarterEvents,
  status: 'provisional' | 'final',
): Return {
  const period = quarterOf(quarter);
  const { start, end } = datesOf(period);
  const notSent = (['sexual_orientation', 'gender_identity', 'religion', 'armed_forces'] as const).filter(
    (characteristic) => !board.sendsForBoard.includes(characteristic),
  );
  return {
    standard: 'spcd',
    schema_version: '1.0',
    submitter: board.submitter,
    period,
    period_start: start,
    period_end: end,
    figures_status: status,
    source_kind: 'synthetic',
    sex_basis: 'sex',
    deprivation_index: 'wimd_2019',
    ethnicity_scheme: 'census_2021',
    coverage: {
      services_included: servicesOf(board).map((service) => service.id),
      areas_complete: Object.keys(board.authorities) as AreasCode[],
      tables: {
        characteristics: {
          not_collected: notSent,
          reason: {
            en: 'Invented: the systems imagined for this board do not hold these items.',
            cy: "Dychmygol: nid yw'r systemau a ddychmygwyd ar gyfer y bwrdd hwn yn dal yr eitemau hyn.",
          },
        },
      },
    },
    source_system: {
      name: 'spcd synthesise: synthetic data, nobody was counted',
      version: '1.0',
      extracted_at: `${quarterOf(quarter + 1).slice(0, 4)}-${extractedOn(quarter)}T09:00:00Z`,
    },
    notes: {
      en: 'Synthetic data. Invented people were drawn from census figures and counted; no real person is here.',
      cy: "Data synthetig. Lluniwyd pobl ddychmygol o ffigurau'r cyfrifiad a'u cyfrif; nid oes unigolyn go iawn yma.",
    },
    tables: {
      profiles: countProfiles(events),
      characteristics: countCharacteristics(board, events),
      outcome_coverage: countOutcomeCoverage(board, events.closed),
      outcomes: summariseOutcomes(board, events.closed),
    },
  };
}

/** Month and day, six weeks into the next quarter at the latest. */
function extractedOn(quarter: number): string {
  return ['05-06', '08-05', '11-04', '02-03'][quarter % 4] as string;
}
