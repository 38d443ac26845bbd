import type { Note } from './answer.ts';

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

/** How to read a count of people by what changed between two scores. */
export const CHANGE_NOTES: readonly Note[] = [
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
];

/** How to read change between two scores, its means among it. */
export const OUTCOME_NOTES: readonly Note[] = [
  ...CHANGE_NOTES,
  {
    id: 'magnitude_noise',
    text: {
      en: 'Means and standard deviations carry noise too and are given to one decimal place, or two on a scale of about one; intervals include it.',
      cy: "Mae cymedrau a gwyriadau safonol yn cario sŵn hefyd ac fe'u rhoddir i un lle degol, neu ddau ar raddfa o tuag un; mae cyfyngau yn ei gynnwys.",
    },
  },
];

/** Of outcomes by interval or by how the second score was asked. */
export const COVERAGE_NOT_SPLIT_NOTE: Note = {
  id: 'coverage_not_split',
  text: {
    en: 'Only people with both scores have an interval and a way of completing, so who was eligible and who has one score is not counted by them. Leave both out for the follow-up rate.',
    cy: "Dim ond pobl â'r ddwy sgôr sydd â chyfwng a modd cwblhau, felly ni chyfrifir pwy oedd yn gymwys na phwy sydd ag un sgôr yn eu hôl. Gadewch y ddau allan i gael y gyfradd ddilynol.",
  },
};
