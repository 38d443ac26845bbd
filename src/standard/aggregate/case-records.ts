import type { CharacteristicCode } from '../generated/code-lists.ts';
import type { InstrumentId, MeasureId } from '../generated/measures.ts';
import type { Day } from './day.ts';

/** How a referral was decided: the stages that a referral may lead to first. */
export type Decision = 'referral_accepted' | 'declined_by_person' | 'declined_by_service' | 'expired';

/** What is known of a person, as one case holds it. Codes are of the standard; blanks are codes too. */
export interface PersonFacts {
  /** Null where it is not known. */
  readonly area_code: string | null;
  readonly deprivation_quintile: string;
  readonly sex: string;
  readonly born: Day | null;
  /** Age in completed years on the day the referral was received, where no date of birth is held. */
  readonly age: number | null;
  /** A code of the list of age bands, or a blank; used where neither date of birth nor age is known. */
  readonly age_band: string;
  /** Category by characteristic; one that the system does not hold is absent. */
  readonly characteristics: Partial<Readonly<Record<CharacteristicCode, string>>>;
}

/** One case of an export. It never leaves the submitter: only what is counted from it does. */
export interface CaseRecord {
  readonly person: string;
  readonly service: string;
  readonly facts: PersonFacts;
  readonly received: Day;
  readonly referral_source: string;
  /** Null while undecided. */
  readonly decision: Decision | null;
  readonly decided: Day | null;
  readonly firstContact: Day | null;
  readonly conversation: Day | null;
  readonly plan: Day | null;
  readonly review: Day | null;
  readonly closed: Day | null;
  readonly closure_reason: string;
  readonly contacts: number | null;
  readonly support_tier: string;
  /** Every need recorded, the main one included. */
  readonly needs: readonly string[];
  /** Null where no main need is recorded. */
  readonly mainNeed: string | null;
}

/** One connection of an export. */
export interface ConnectionRecord {
  readonly person: string;
  /** Null where the export does not say: any of the person's episodes then fits. */
  readonly service: string | null;
  readonly made: Day;
  readonly activity_type: string;
  readonly connection_kind: string;
  readonly delivery_mode: string;
  readonly uptake: string;
  readonly barrier: string;
  readonly quality_mark: string;
  /** The provider's own number, to know the same connection again; null where the export holds none. */
  readonly provider: string | null;
}

/** One score of one measure on one day. */
export interface ScoreRecord {
  readonly person: string;
  readonly service: string | null;
  readonly taken: Day;
  readonly instrument: InstrumentId;
  readonly measure: MeasureId;
  readonly value_set: string;
  readonly score: number;
  readonly completion_mode: string;
}
