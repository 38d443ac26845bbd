import type { CharacteristicCode, StageCode } from '../generated/code-lists.ts';
import { CODE_LISTS } from '../generated/code-lists.ts';
import { characteristicOf } from '../rules/reading/characteristics.ts';
import type { CaseField } from './case-fields.ts';

/** What the systems of one return hold, any of them: what none holds is left out, and said to be. */
export interface Holdings {
  readonly fields: ReadonlySet<CaseField>;
  readonly connections: boolean;
  readonly scores: boolean;
}

const FIELD_OF_STAGE: Readonly<Record<StageCode, CaseField | 'connections'>> = {
  open_at_start: 'referral_decision_date',
  referral_received: 'referral_received_date',
  referral_accepted: 'referral_decision_date',
  declined_by_person: 'referral_decision',
  declined_by_service: 'referral_decision',
  expired: 'referral_decision',
  first_contact: 'first_contact_date',
  what_matters_conversation: 'first_conversation_date',
  action_plan: 'plan_agreed_date',
  connected: 'connections',
  review: 'review_date',
  closed: 'closing_date',
  open_at_end: 'referral_decision_date',
};

/** The stages that the systems hold dates for. */
export function stagesHeld({ fields, connections }: Holdings): ReadonlySet<StageCode> {
  const stages = Object.keys(FIELD_OF_STAGE) as StageCode[];
  return new Set(
    stages.filter((stage) => {
      const field = FIELD_OF_STAGE[stage];
      return field === 'connections' ? connections : fields.has(field);
    }),
  );
}

export function stagesMissing(holdings: Holdings): StageCode[] {
  const held = stagesHeld(holdings);
  return (Object.keys(FIELD_OF_STAGE) as StageCode[]).filter((stage) => !held.has(stage));
}

/** The characteristics of a population that the systems hold; those of Wales alone only for a Welsh return. */
export function characteristicsHeld(
  { fields }: Holdings,
  population: 'referred' | 'supported',
  isWelsh: boolean,
): CharacteristicCode[] {
  return characteristicsOf(isWelsh)
    .filter((characteristic) => isHeld(characteristic, fields))
    .filter((characteristic) => characteristicOf(characteristic)?.populations?.includes(population) ?? true);
}

export function characteristicsMissing({ fields }: Holdings, isWelsh: boolean): CharacteristicCode[] {
  return characteristicsOf(isWelsh).filter((characteristic) => !isHeld(characteristic, fields));
}

function characteristicsOf(isWelsh: boolean): CharacteristicCode[] {
  return CODE_LISTS.characteristic.codes
    .filter((code) => isWelsh || code.level !== 'required_wales')
    .map((code) => code.code as CharacteristicCode);
}

function isHeld(characteristic: CharacteristicCode, fields: ReadonlySet<CaseField>): boolean {
  if (fields.has(characteristic)) return true;
  // Whether Welsh was received follows from what was chosen and what was used; urban or rural from the postcode.
  if (characteristic === 'welsh_language_service') {
    return (
      fields.has('language_of_choice') && (fields.has('language_offered') || fields.has('language_used'))
    );
  }
  return characteristic === 'rurality' && fields.has('postcode');
}
