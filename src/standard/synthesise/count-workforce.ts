import type { EmployerSectorCode, RoleCode } from '../generated/code-lists.ts';
import type { WorkforceRow } from '../generated/types.ts';
import type { Board } from './board.ts';
import { firstOfFinancialYear } from './quarter-number.ts';
import { type Random, randomOf } from './random.ts';

/** Assumed: a practitioner for about this many people referred in a year, near the norm of 200 to 250. */
const REFERRED_PER_PRACTITIONER = 210;

interface Post {
  readonly role: RoleCode;
  readonly employer_sector: EmployerSectorCode;
  /** People in the post for a hundred practitioners. */
  readonly people: number;
  /** Hundredths of full time for each. */
  readonly hours: number;
  readonly isVolunteer?: true;
}

/** Assumed posts: those of link workers and community connectors are a hundred together. */
const POSTS: readonly Post[] = [
  { role: 'link_worker', employer_sector: 'gp_practice_or_cluster', people: 34, hours: 82 },
  { role: 'link_worker', employer_sector: 'voluntary_organisation', people: 12, hours: 76 },
  { role: 'community_connector', employer_sector: 'county_voluntary_council', people: 30, hours: 74 },
  { role: 'community_connector', employer_sector: 'local_authority', people: 14, hours: 85 },
  { role: 'wellbeing_adviser', employer_sector: 'nhs', people: 10, hours: 80 },
  { role: 'manager_or_coordinator', employer_sector: 'county_voluntary_council', people: 12, hours: 78 },
  { role: 'data_and_administration', employer_sector: 'nhs', people: 7, hours: 60 },
  {
    role: 'volunteer_connector',
    employer_sector: 'voluntary_organisation',
    people: 60,
    hours: 0,
    isVolunteer: true,
  },
];

/** The invented people who do the work of one board on the last day of a quarter. */
export function countWorkforce(board: Board, quarter: number, seed: number): WorkforceRow[] {
  const year = firstOfFinancialYear(quarter);
  const random = randomOf(seed, board.submitter, 'workforce', year);
  const practitioners = Math.max(2, Math.round(board.referredAYear / REFERRED_PER_PRACTITIONER));
  return POSTS.flatMap((post) => {
    const headcount = Math.round((post.people * practitioners * (92 + random.below(17))) / 10_000);
    return headcount === 0 ? [] : [rowOf(board, post, headcount, random)];
  });
}

function rowOf(
  board: Board,
  { role, employer_sector, hours, isVolunteer }: Post,
  headcount: number,
  random: Random,
): WorkforceRow {
  const share = (percent: number): number => Math.floor((headcount * percent) / 100);
  const trained = share(25 + random.below(40));
  return {
    area_code: board.area_code as WorkforceRow['area_code'],
    role,
    employer_sector,
    headcount,
    fte: isVolunteer ? null : (headcount * hours - random.below(10)) / 100,
    supervised: share(70 + random.below(31)),
    trained_in_period: trained,
    trained_across_professions: Math.floor((trained * (20 + random.below(40))) / 100),
    volunteer_hours: isVolunteer ? headcount * (60 + random.below(60)) : null,
  };
}
