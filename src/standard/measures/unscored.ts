import type { Text } from '../text.ts';

/** Why there is no score. */
export type UnscoredReason =
  | 'answers_not_a_list'
  | 'wrong_number_of_answers'
  | 'answer_not_a_number'
  | 'answer_out_of_range'
  | 'too_many_missing'
  | 'item_always_applies'
  | 'value_set_needed'
  | 'value_set_not_of_the_measure'
  | 'value_set_not_carried'
  | 'weights_do_not_fit'
  | 'licence_holder_scores'
  | 'raw_total_impossible'
  | 'no_raw_total';

/** Answers that give no score, with the reason in words. */
export interface Unscored {
  readonly score: null;
  readonly reason: UnscoredReason;
  /** Number of the item, from 1, where one item is the reason. */
  readonly item: number | null;
  readonly message: Text;
}

const MESSAGES: Readonly<Record<UnscoredReason, Text>> = {
  answers_not_a_list: {
    en: 'The answers are not a list.',
    cy: "Nid yw'r atebion yn rhestr.",
  },
  wrong_number_of_answers: {
    en: 'There are more or fewer answers than the measure has items.',
    cy: 'Mae mwy neu lai o atebion nag sydd o eitemau yn y mesur.',
  },
  answer_not_a_number: {
    en: 'An answer is not a number of the kind that the item takes.',
    cy: "Nid yw ateb yn rhif o'r math y mae'r eitem yn ei gymryd.",
  },
  answer_out_of_range: {
    en: 'An answer lies outside the range of its item.',
    cy: 'Mae ateb y tu allan i ystod ei eitem.',
  },
  too_many_missing: {
    en: 'More answers are missing than the measure allows.',
    cy: "Mae mwy o atebion ar goll nag y mae'r mesur yn ei ganiatáu.",
  },
  item_always_applies: {
    en: 'An item that applies to everybody is answered as not applicable.',
    cy: "Atebwyd nad yw eitem sy'n berthnasol i bawb yn berthnasol.",
  },
  value_set_needed: {
    en: 'The measure is an index and needs the name of a value set.',
    cy: "Mynegai yw'r mesur ac mae angen enw set werthoedd arno.",
  },
  value_set_not_of_the_measure: {
    en: 'The value set does not belong to the measure.',
    cy: "Nid yw'r set werthoedd yn perthyn i'r mesur.",
  },
  value_set_not_carried: {
    en: 'The table of the value set is not carried here, so the score has to be worked out elsewhere.',
    cy: "Ni chedwir tabl y set werthoedd yma, felly rhaid cyfrifo'r sgôr yn rhywle arall.",
  },
  weights_do_not_fit: {
    en: 'There is not one weight above 0 for each goal.',
    cy: 'Nid oes un pwysau uwchlaw 0 ar gyfer pob nod.',
  },
  licence_holder_scores: {
    en: "Only the licence holder's own scoring gives a score of this measure.",
    cy: "Dim ond sgorio deiliad y drwydded sy'n rhoi sgôr o'r mesur hwn.",
  },
  raw_total_impossible: {
    en: 'No answers add up to this raw total.',
    cy: "Nid oes atebion sy'n adio i'r cyfanswm crai hwn.",
  },
  no_raw_total: {
    en: 'The measure is not scored from a raw total.',
    cy: 'Ni sgorir y mesur o gyfanswm crai.',
  },
};

/** Says why there is no score, without repeating what was given. */
export function unscored(reason: UnscoredReason, item: number | null = null): Unscored {
  return { score: null, reason, item, message: MESSAGES[reason] };
}
