import type {
  ActivityTypeCode,
  ClosureReasonCode,
  CompletionModeCode,
  IntervalCode,
} from '../generated/code-lists.ts';
import type { InstrumentId, MeasureId } from '../generated/measures.ts';
import type { ConnectionsRow, NeedsRow, PathwayRow } from '../generated/types.ts';
import type { ScorePair } from '../measures/summarise-pairs.ts';
import type { Day } from './days.ts';
import type { Person } from './person.ts';

/** How far one episode got with one instrument. */
export interface Measurement {
  readonly baseline: boolean;
  readonly followUp: boolean;
  /** Both scores of every measure of the instrument; null unless there are both. */
  readonly scores: Readonly<Partial<Record<MeasureId, ScorePair>>> | null;
}

/** One link between the person and one activity. */
export interface Connection {
  readonly day: Day;
  readonly activity_type: ActivityTypeCode | 'not_known';
  readonly connection_kind: ConnectionsRow['connection_kind'];
  readonly delivery_mode: ConnectionsRow['delivery_mode'];
  readonly uptake: ConnectionsRow['uptake'];
  readonly barrier: ConnectionsRow['barrier'];
  readonly quality_mark: ConnectionsRow['quality_mark'];
}

/** What followed from the first what matters conversation. */
export interface Support {
  readonly conversation: Day;
  readonly plan: Day | null;
  readonly review: Day | null;
  /** The main need first; `not_known` alone where none was written down. */
  readonly needs: readonly NeedsRow['need'][];
  /** In order of their days. */
  readonly connections: readonly Connection[];
  readonly interval: IntervalCode;
  readonly completionMode: CompletionModeCode | 'not_known';
  /** By instrument; absent where the person was not eligible for it. */
  readonly measured: Readonly<Partial<Record<InstrumentId, Measurement>>>;
}

/** The span of support from acceptance to closure. */
export interface Episode {
  readonly accepted: Day;
  readonly firstContact: Day | null;
  /** Null where the person never came to a conversation. */
  readonly support: Support | null;
  readonly contacts: number;
  readonly closed: Day;
  readonly closureReason: ClosureReasonCode | 'not_known';
}

/** One referral of an invented person and what came of it. */
export interface Referral {
  readonly person: Person;
  readonly source: PathwayRow['referral_source'];
  readonly tier: PathwayRow['support_tier'];
  readonly received: Day;
  readonly decided: Day;
  readonly decision: 'referral_accepted' | 'declined_by_person' | 'declined_by_service' | 'expired';
  /** Null unless the referral was accepted. */
  readonly episode: Episode | null;
}

/** The day on which nothing more is to come of a referral. */
export function endOf({ decided, episode }: Referral): Day {
  return episode?.closed ?? decided;
}
