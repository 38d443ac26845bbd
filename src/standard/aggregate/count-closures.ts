import { closingDay } from './attach-records.ts';
import { contactsBandOf, durationBandOf } from './bands.ts';
import type { CountingFrame } from './counting-frame.ts';
import { isWithinDays } from './day.ts';
import type { Episode } from './merge-episodes.ts';
import { placeOf } from './place-person.ts';
import { type CountedRow, Groups } from './tally.ts';

/** The episodes closed in the period, whenever the person was referred. */
export function countClosures(
  episodes: readonly Episode[],
  holds: { readonly contacts: boolean; readonly acceptance: boolean },
  frame: CountingFrame,
): CountedRow[] {
  const groups = new Groups<Episode>();
  for (const episode of episodes) {
    const closed = closingDay(episode);
    if (!isWithinDays(closed, frame.period)) continue;
    const days = episode.accepted === null ? null : closed - episode.accepted;
    groups.add(
      {
        area_code: placeOf(episode.facts, frame).area_code,
        referral_source: episode.referral_source,
        closure_reason: episode.closure_reason,
        duration_band: holds.acceptance ? durationBandOf(days) : 'not_collected',
        contacts_band: holds.contacts ? contactsBandOf(episode.contacts) : 'not_collected',
      },
      episode,
    );
  }
  return groups.rows((counted) => ({ episodes: counted.length }));
}
