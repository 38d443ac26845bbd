import type { StageCode, WaitBandCode } from '../generated/code-lists.ts';
import type { PathwayRow } from '../generated/types.ts';
import type { BoardHistory } from './board-history.ts';
import { countRows } from './count-rows.ts';
import { type Day, firstDayOf, lastDayOf } from './days.ts';
import { bandsOf } from './number-bands.ts';
import { endOf, type Referral } from './referral.ts';

interface Reached {
  readonly basis: PathwayRow['basis'];
  readonly referral: Referral;
  readonly stage: StageCode;
  readonly wait_band: PathwayRow['wait_band'];
}

const waitOf = bandsOf<WaitBandCode>('wait_band');

/** Counts what happened in a quarter with the stock at its ends, and follows the referrals of the one before. */
export function countPathway(history: BoardHistory, quarter: number): PathwayRow[] {
  const { referrals } = history;
  return countRows(
    [...happenedIn(referrals, quarter), ...followedFrom(referrals, quarter - 1)],
    ({ basis, referral: { person, source, tier }, stage, wait_band }) => ({
      basis,
      area_code: person.area_code,
      referral_source: source,
      deprivation_quintile: person.deprivation_quintile,
      support_tier: tier,
      stage,
      wait_band,
    }),
    () => ({ episodes: 1 }),
  );
}

function happenedIn(referrals: readonly Referral[], quarter: number): Reached[] {
  const start = firstDayOf(quarter);
  const end = lastDayOf(quarter);
  const touching = referrals.filter((referral) => referral.received <= end && endOf(referral) >= start);
  return touching.flatMap((referral) => {
    const stages = stagesOf(referral)
      .filter(([, day]) => start <= day && day <= end)
      .map(([stage, day]) => reached('event', referral, stage, day));
    return [...stages, ...stocksOf(referral, start, end)];
  });
}

/** A person taken on and not closed is open: at the first moment of the quarter, at the last, or at both. */
function stocksOf(referral: Referral, start: Day, end: Day): Reached[] {
  const { episode } = referral;
  if (episode === null) return [];
  const { accepted, closed } = episode;
  const stocks: StageCode[] = [];
  if (accepted < start && closed >= start) stocks.push('open_at_start');
  if (accepted <= end && closed > end) stocks.push('open_at_end');
  return stocks.map((stage) => ({ basis: 'event', referral, stage, wait_band: 'not_applicable' }));
}

function followedFrom(referrals: readonly Referral[], before: number): Reached[] {
  const start = firstDayOf(before);
  const end = lastDayOf(before + 1);
  return referrals
    .filter(({ received }) => start <= received && received <= lastDayOf(before))
    .flatMap((referral) =>
      stagesOf(referral)
        .filter(([, day]) => day <= end)
        .map(([stage, day]) => reached('cohort', referral, stage, day)),
    );
}

/** The stages a referral reaches and the day of each. */
function stagesOf({ received, decided, decision, episode }: Referral): (readonly [StageCode, Day])[] {
  const stages: (readonly [StageCode, Day | null | undefined])[] = [
    ['referral_received', received],
    [decision, decided],
    ['first_contact', episode?.firstContact],
    ['what_matters_conversation', episode?.support?.conversation],
    ['action_plan', episode?.support?.plan],
    ['connected', episode?.support?.connections[0]?.day],
    ['review', episode?.support?.review],
    ['closed', episode?.closed],
  ];
  return stages.flatMap(([stage, day]) => (typeof day === 'number' ? [[stage, day] as const] : []));
}

function reached(basis: Reached['basis'], referral: Referral, stage: StageCode, day: Day): Reached {
  const wait_band = stage === 'referral_received' ? 'not_applicable' : waitOf(day - referral.received);
  return { basis, referral, stage, wait_band };
}
