import type { CompletionModeCode, IntervalCode } from '../generated/code-lists.ts';
import type { InstrumentId, MeasureId } from '../generated/measures.ts';
import type { ScorePair } from '../measures/summarise-pairs.ts';
import type { Person } from './person.ts';

/** How far one episode got with one instrument. */
export interface Measurement {
  readonly baseline: boolean;
  readonly followUp: boolean;
  /** Both scores of every measure of the instrument; null unless there are both. */
  readonly scores: Readonly<Partial<Record<MeasureId, ScorePair>>> | null;
}

/** One referral of an invented person and what came of it; quarters are numbers of `quarter-number.ts`. */
export interface Episode {
  readonly person: Person;
  readonly referred: number;
  readonly supported: number | null;
  readonly connected: number | null;
  readonly closed: number | null;
  readonly interval: IntervalCode | null;
  readonly completionMode: CompletionModeCode | 'not_known' | null;
  /** By instrument; absent where the person was not eligible for it. */
  readonly measured: Readonly<Partial<Record<InstrumentId, Measurement>>>;
}

/** The latest an episode closes, in quarters after the referral: conversation one later, closure three more. */
export const LONGEST_EPISODE = 4;
