import { placeId } from '../../../src/disclosure/addresses.ts';
import { type Attack, atLeast, exactly, firstNoise, headline } from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import { type AnsweredRow, rowsOf } from './words-of-cells.ts';

/** Two questions about the same people, and the codes that name a row in each. */
interface Pair {
  readonly people: string;
  readonly one: string;
  readonly other: string;
  /** The dimensions of a row, by their name in the one and the other. */
  readonly rows: readonly (readonly [string, string])[];
}

const AREA = ['area_code', 'area_code'] as const;

/** Every pair of the scheme that can be asked, area by area; a quarter follows `before`. */
function pairsIn({ quarter, before, year }: { quarter: string; before: string; year: string }): Pair[] {
  const closed = (by: string, period: string, level: string) =>
    `by=area_code.${level},${by}&period=${period}`;
  const boards = 'by=area_code.health_board';
  return [quarter, year]
    .flatMap((period): Pair[] => [
      {
        people: `episodes closed, ${period}`,
        one: `/v1/data/pathway?basis=event&stage=closed&${closed('referral_source.code', period, 'local_authority')}`,
        other: `/v1/data/closures?${closed('referral_source.code', period, 'local_authority')}`,
        rows: [AREA, ['referral_source', 'referral_source']],
      },
      {
        people: `people measured twice with two questions of one instrument, ${period}`,
        one: `/v1/outcomes?measure=ons4_satisfaction&${boards}&period=${period}`,
        other: `/v1/outcomes?measure=ons4_anxious&${boards}&period=${period}`,
        rows: [AREA],
      },
      {
        people: `people measured twice, as coverage and as outcomes, ${period}`,
        one: `/v1/data/outcome_coverage?measure=ons4&breakdown=sex&figure=n_paired&${boards},category&period=${period}`,
        other: `/v1/outcomes?measure=ons4_worthwhile&breakdown=sex&${boards},category&period=${period}`,
        rows: [AREA, ['category', 'category']],
      },
    ])
    .concat([
      {
        people: 'people referred by fifth of deprivation',
        one: `/v1/data/profiles?population=referred&deprivation_index=wimd_2019&${boards},deprivation_quintile&period=${year}`,
        other: `/v1/data/equity?population=referred&deprivation_index=wimd_2019&${boards},deprivation_quintile&period=${year}`,
        rows: [AREA, ['deprivation_quintile', 'deprivation_quintile']],
      },
      {
        people: 'people referred by ethnic group',
        one: `/v1/data/characteristics?population=referred&characteristic=ethnic_group&${boards},category.group&period=${year}`,
        other: `/v1/data/equity?population=referred&${boards},ethnic_group.group&period=${year}`,
        rows: [AREA, ['category', 'ethnic_group']],
      },
      {
        people: 'open at the end of a quarter and at the start of the next',
        one: `/v1/data/pathway?basis=event&stage=open_at_end&${boards},referral_source&period=${before}`,
        other: `/v1/data/pathway?basis=event&stage=open_at_start&${boards},referral_source&period=${quarter}`,
        rows: [AREA, ['referral_source', 'referral_source']],
      },
      {
        people: 'referrals received in a quarter, and followed up in the next',
        one: `/v1/data/pathway?basis=event&stage=referral_received&${boards},referral_source&period=${before}`,
        other: `/v1/data/pathway?basis=cohort&stage=referral_received&${boards},referral_source&period=${quarter}`,
        rows: [AREA, ['referral_source', 'referral_source']],
      },
      {
        people: 'people by need, whichever way needs are split',
        one: `/v1/data/needs?breakdown=age_group_sex&figure=people&${boards},need.code&period=${quarter}`,
        other: `/v1/data/needs?breakdown=deprivation_quintile&figure=people&${boards},need.code&period=${quarter}`,
        rows: [AREA, ['need', 'need']],
      },
    ]);
}

export const attack: Attack = {
  id: 'A21',
  title: 'The same people in two tables',
  tried:
    'People who are counted in two tables would get two draws of noise. Every pair that the scheme names is asked both ways, row by row: the second must give the same number, or none. In the archive no such figure may stand under its second name, nor a wait or a barrier that follows from another code, nor a total over dimensions whose categories overlap.',
  noise: firstNoise,
  async run({ country, service }) {
    const cells = await country.published().cells();
    const pairs = pairsIn({ quarter: '2026-Q1', before: '2025-Q4', year: '2025-26' });
    let rows = 0;
    let shown = 0;
    let different = 0;
    let unasked = 0;
    for (const pair of pairs) {
      const [one, other = []] = await Promise.all([rowsOf(service, pair.one), rowsOf(service, pair.other)]);
      if (one === undefined) unasked += 1;
      const first = new Map(
        (one ?? []).map((row) => [pair.rows.map(([name]) => row[name]).join(), numberIn(row)]),
      );
      for (const row of other) {
        const value = numberIn(row);
        const same = first.get(pair.rows.map(([, name]) => row[name]).join()) ?? null;
        rows += 1;
        if (value !== null) shown += 1;
        if (value !== null && value !== same) different += 1;
      }
    }
    return [
      exactly('pairs whose first question cannot be asked', unasked, 0),
      atLeast('rows compared', rows, 300),
      atLeast('of these, with a number', shown, 50),
      headline(exactly('rows with two numbers for one set of people', different, 0)),
      headline(
        exactly('figures that the archive holds under a second name', cells.filter(isSecondName).length, 0),
      ),
      exactly(
        'cells that the archive holds twice',
        cells.length - new Set(cells.map(({ place, figure }) => placeId(place, figure))).size,
        0,
      ),
    ];
  },
};

/** The count in a row: its own value, or that of the people measured twice. */
function numberIn(row: AnsweredRow): number | null {
  const paired = row.n_paired as { readonly value: number | null } | undefined;
  return paired === undefined ? row.value : paired.value;
}

/** Written down from the scheme, not from the code that keeps it. */
function isSecondName({ place, figure }: Cell): boolean {
  const { table, selectors, dimensions } = place;
  const has = (...names: string[]) => names.some((name) => name in dimensions);
  if (table === 'closures') return !has('closure_reason', 'duration_band', 'contacts_band');
  if (table === 'characteristics') return !has('category');
  if (table === 'needs') {
    return !has('need') || (selectors.breakdown === 'deprivation_quintile' && !has('deprivation_quintile'));
  }
  if (table === 'equity') return !has('referral_sector') && Object.keys(dimensions).length < 2;
  if (table === 'outcomes') return figure === 'n_paired' && !has('interval', 'completion_mode');
  if (table === 'pathway') return dimensions.wait_band === 'not_applicable' || !has('stage');
  if (table === 'connections') return dimensions.barrier === 'not_applicable';
  return false;
}
