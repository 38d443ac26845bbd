import type { StructuralText } from './structural-rule.ts';

/** Faults of a cell of a row, whatever it should hold. */
export const CELL_RULES = [
  {
    id: 'cell-not-empty',
    message: { en: 'The cell is empty.', cy: "Mae'r gell yn wag." },
    why: {
      en: 'An empty cell can mean not asked, not known, none or lost; the reader cannot tell which.',
      cy: 'Gall cell wag olygu heb ei ofyn, ddim yn hysbys, dim neu ar goll; ni all y darllenydd ddweud pa un.',
    },
    remedy: {
      en: 'For a code send the blank that is true (not_stated, not_known, not_applicable or not_collected); for a count send the number, 0 included where the field takes it.',
      cy: "Ar gyfer cod anfonwch y cod bwlch sy'n wir (not_stated, not_known, not_applicable neu not_collected); ar gyfer cyfrif anfonwch y rhif, gan gynnwys 0 lle mae'r maes yn ei dderbyn.",
    },
    source: 'this standard, core dataset, principle 4',
  },
  {
    id: 'cell-is-one-value',
    message: {
      en: 'A field of a row holds one value, not a list or an object.',
      cy: 'Un gwerth sydd mewn maes rhes, nid rhestr na gwrthrych.',
    },
    why: {
      en: 'One row is one combination of codes and the counts in it.',
      cy: "Un cyfuniad o godau a'r cyfrifon ynddo yw un rhes.",
    },
    remedy: {
      en: 'Send one row for each combination.',
      cy: 'Anfonwch un rhes ar gyfer pob cyfuniad.',
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'text-not-too-long',
    message: {
      en: 'The text is longer than 10,000 characters.',
      cy: "Mae'r testun yn hirach na 10,000 o nodau.",
    },
    why: {
      en: 'Codes are short; a long text in a row is free text, which may hold what identifies a person.',
      cy: "Mae codau'n fyr; testun rhydd yw testun hir mewn rhes, a gall ddal yr hyn sy'n adnabod unigolyn.",
    },
    remedy: { en: 'Send the code alone.', cy: 'Anfonwch y cod yn unig.' },
    source: 'this standard, core dataset, principle 1',
  },
] as const satisfies readonly StructuralText[];
