import type { StageCode } from '../generated/code-lists.ts';
import { closingDay } from './attach-records.ts';
import { waitBandOf } from './bands.ts';
import type { CountingFrame } from './counting-frame.ts';
import { type Day, isWithinDays } from './day.ts';
import type { Episode } from './merge-episodes.ts';
import { placeOf } from './place-person.ts';
import { type CountedRow, Groups } from './tally.ts';

/** Stages in the order in which a cohort reaches them: none counts without the one before. */
const IN_ORDER: readonly StageCode[] = [
  'referral_received',
  'referral_accepted',
  'first_contact',
  'what_matters_conversation',
  'action_plan',
];

/** The day a referral reached a stage, or null. A conversation is a contact, so it is the first if none is earlier. */
function dayOfStage(stage: StageCode, episode: Episode): Day | null {
  switch (stage) {
    case 'referral_received':
      return episode.received;
    case 'referral_accepted':
      return episode.accepted;
    case 'declined_by_person':
    case 'declined_by_service':
    case 'expired':
      return episode.declined?.stage === stage ? episode.declined.on : null;
    case 'first_contact':
      if (episode.firstContact === null) return episode.conversation;
      return Math.min(episode.firstContact, episode.conversation ?? episode.firstContact);
    case 'what_matters_conversation':
      return episode.conversation;
    case 'action_plan':
      return episode.plan;
    case 'connected':
      return episode.connections[0]?.made ?? null;
    case 'review':
      return episode.review;
    case 'closed':
      return closingDay(episode);
    case 'open_at_start':
    case 'open_at_end':
      return null;
  }
}

/** Everything dated in the period, whoever it belongs to, and what was open at its two ends. */
export function countEvents(
  episodes: readonly Episode[],
  stages: ReadonlySet<StageCode>,
  frame: CountingFrame,
): CountedRow[] {
  const groups = new Groups<Episode>();
  const { period } = frame;
  for (const episode of episodes) {
    for (const stage of stages) {
      const day = dayOfStage(stage, episode);
      if (isWithinDays(day, period)) groups.add(codesOf('event', stage, episode, day, frame), episode);
    }
    if (stages.has('open_at_start') && isOpenBefore(episode, period.start)) {
      groups.add(codesOf('event', 'open_at_start', episode, null, frame), episode);
    }
    if (stages.has('open_at_end') && isOpenBefore(episode, period.end + 1)) {
      groups.add(codesOf('event', 'open_at_end', episode, null, frame), episode);
    }
  }
  return groups.rows((counted) => ({ episodes: counted.length }));
}

/** The referrals of the quarter before, at each stage they reached by the last day of the period. */
export function countCohort(
  episodes: readonly Episode[],
  stages: ReadonlySet<StageCode>,
  frame: CountingFrame,
): CountedRow[] {
  const groups = new Groups<Episode>();
  const reachedBy = (stage: StageCode, episode: Episode): boolean => {
    const day = dayOfStage(stage, episode);
    return day !== null && day <= frame.period.end;
  };
  const inOrder = IN_ORDER.filter((stage) => stages.has(stage));
  for (const episode of episodes) {
    if (!isWithinDays(episode.received, frame.previous)) continue;
    for (const stage of stages) {
      const before = inOrder.slice(0, inOrder.indexOf(stage) + 1);
      if (!reachedBy(stage, episode) || !before.every((earlier) => reachedBy(earlier, episode))) continue;
      groups.add(codesOf('cohort', stage, episode, dayOfStage(stage, episode), frame), episode);
    }
  }
  return groups.rows((counted) => ({ episodes: counted.length }));
}

/** Whether an episode was open as a day began. */
function isOpenBefore(episode: Episode, day: Day): boolean {
  const closed = closingDay(episode);
  return episode.accepted !== null && episode.accepted < day && (closed === null || closed >= day);
}

function codesOf(
  basis: 'event' | 'cohort',
  stage: StageCode,
  episode: Episode,
  day: Day | null,
  frame: CountingFrame,
): Readonly<Record<string, string>> {
  const isWaitedFor = day !== null && stage !== 'referral_received';
  const { area_code, deprivation_quintile } = placeOf(episode.facts, frame);
  return {
    basis,
    area_code,
    referral_source: episode.referral_source,
    deprivation_quintile,
    support_tier: episode.support_tier,
    stage,
    wait_band: isWaitedFor ? waitBandOf(day - episode.received) : 'not_applicable',
  };
}
