import type { ContactsBandCode, DurationBandCode } from '../generated/code-lists.ts';
import type { ClosuresRow } from '../generated/types.ts';
import type { BoardHistory } from './board-history.ts';
import { countRows } from './count-rows.ts';
import { bandsOf } from './number-bands.ts';
import type { Episode } from './referral.ts';

const durationOf = bandsOf<DurationBandCode>('duration_band');
const contactsOf = bandsOf<ContactsBandCode>('contacts_band');

/** Counts the episodes closed in a quarter by why, after how long and after how many contacts. */
export function countClosures(history: BoardHistory, quarter: number): ClosuresRow[] {
  return countRows(
    history.closed(quarter),
    ({ person, source, episode }) => {
      const { accepted, closed, closureReason, contacts } = episode as Episode;
      return {
        area_code: person.area_code,
        referral_source: source,
        closure_reason: closureReason,
        duration_band: durationOf(closed - accepted),
        contacts_band: contactsOf(contacts),
      };
    },
    () => ({ episodes: 1 }),
  );
}
