import type { Note } from './answer.ts';

/** What every reader of published counts must know. */
export const COUNT_NOTES: readonly Note[] = [
  {
    id: 'noise',
    text: {
      en: 'Every number has been changed by a small random amount and rounded to 5. Most are within 2 of the real number and 96 in 100 are within 4.',
      cy: "Mae pob rhif wedi'i newid gan swm bach ar hap a'i dalgrynnu i'r 5 agosaf. Mae'r rhan fwyaf o fewn 2 i'r rhif go iawn, a 96 o bob 100 o fewn 4.",
    },
  },
  {
    id: 'not_additive',
    text: {
      en: 'Totals may not equal the sum of their parts. Ask for the total; do not add rows.',
      cy: "Efallai na fydd cyfansymiau'n hafal i swm eu rhannau. Gofynnwch am y cyfanswm; peidiwch ag adio rhesi.",
    },
  },
  {
    id: 'suppressed_includes_zero',
    text: {
      en: 'Suppressed means none or too few to show. It does not mean nobody.',
      cy: "Ystyr wedi'i atal yw dim neu rhy ychydig i'w dangos. Nid yw'n golygu neb.",
    },
  },
  {
    id: 'same_question_same_answer',
    text: {
      en: 'The same question always gives the same answer, so asking again does not make it more exact.',
      cy: "Mae'r un cwestiwn bob amser yn rhoi'r un ateb, felly nid yw gofyn eto yn ei wneud yn fwy manwl.",
    },
  },
  {
    id: 'small_differences',
    text: {
      en: 'A difference of less than 10 between two numbers may be noise alone.',
      cy: 'Gall gwahaniaeth o lai na 10 rhwng dau rif fod yn sŵn yn unig.',
    },
  },
];

export const SYNTHETIC_NOTE: Note = {
  id: 'synthetic',
  text: {
    en: 'These figures are invented for trying the service out. Nobody was counted.',
    cy: "Mae'r ffigurau hyn yn ffug, ar gyfer rhoi cynnig ar y gwasanaeth. Ni chyfrifwyd neb.",
  },
};

export const EVIDENCE_NOTE: Note = {
  id: 'evidence',
  text: {
    en: 'These figures come from published evaluations and are never added to national returns.',
    cy: "Daw'r ffigurau hyn o werthusiadau cyhoeddedig ac ni chânt byth eu hadio at ffurflenni cenedlaethol.",
  },
};

/** How to read change between two scores. */
export const OUTCOME_NOTES: readonly Note[] = [
  {
    id: 'before_and_after',
    text: {
      en: 'Scores before and after support, with nobody to compare with: the change is not proof of what caused it.',
      cy: "Sgoriau cyn ac ar ôl cymorth, heb neb i gymharu â nhw: nid yw'r newid yn brawf o'r hyn a'i achosodd.",
    },
  },
  {
    id: 'regression_to_the_mean',
    text: {
      en: 'People are referred at a low point, so some would have felt better anyway.',
      cy: "Caiff pobl eu hatgyfeirio ar adeg isel, felly byddai rhai wedi teimlo'n well beth bynnag.",
    },
  },
  {
    id: 'attrition',
    text: {
      en: 'Only people with both scores are described; those without a second score may have fared differently. Read the follow-up rate first.',
      cy: "Disgrifir pobl â'r ddwy sgôr yn unig; gall y rhai heb ail sgôr fod wedi cael profiad gwahanol. Darllenwch y gyfradd ddilynol yn gyntaf.",
    },
  },
  {
    id: 'magnitude_noise',
    text: {
      en: 'Means and standard deviations carry noise too and are given to one decimal place, or two on a scale of about one; intervals include it.',
      cy: "Mae cymedrau a gwyriadau safonol yn cario sŵn hefyd ac fe'u rhoddir i un lle degol, neu ddau ar raddfa o tuag un; mae cyfyngau yn ei gynnwys.",
    },
  },
];
