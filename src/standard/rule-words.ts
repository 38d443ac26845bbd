import type { Tier } from './finding.ts';
import type { RuleKind } from './rule-catalogue.ts';
import type { Text } from './text.ts';

/** What each tier of a rule does to a return. */
export const TIER_WORDS: Readonly<Record<Tier, Text>> = {
  error: {
    en: 'It stops the return.',
    cy: "Mae'n atal y ffurflen.",
  },
  verify: {
    en: 'It holds the return until the submitter confirms it with a reason.',
    cy: "Mae'n dal y ffurflen nes i'r cyflwynydd ei chadarnhau gyda rheswm.",
  },
  advice: {
    en: 'It informs and stops nothing.',
    cy: "Mae'n rhoi gwybod ac nid yw'n atal dim.",
  },
};

/** Where each kind of rule is looked at. */
export const KIND_WORDS: Readonly<Record<RuleKind, { readonly title: Text; readonly where: Text }>> = {
  form: {
    title: { en: 'Form: can the return be read?', cy: 'Ffurf: a ellir darllen y ffurflen?' },
    where: {
      en: 'Looked at wherever a return is validated: library, command, service.',
      cy: 'Edrychir arni lle bynnag y dilysir ffurflen: llyfrgell, gorchymyn, gwasanaeth.',
    },
  },
  content: {
    title: {
      en: 'Content: can what it says be so?',
      cy: "Cynnwys: a all yr hyn y mae'n ei ddweud fod yn wir?",
    },
    where: {
      en: 'Looked at wherever a return is validated, once every row of its tables can be read.',
      cy: "Edrychir arni lle bynnag y dilysir ffurflen, unwaith y gellir darllen pob rhes o'i thablau.",
    },
  },
  service: {
    title: { en: 'What only the service knows', cy: "Yr hyn y mae'r gwasanaeth yn unig yn ei wybod" },
    where: {
      en: 'Looked at by the service only, when a return is submitted or tried.',
      cy: 'Edrychir arni gan y gwasanaeth yn unig, pan gyflwynir neu y profir ffurflen.',
    },
  },
};

/** The headings of a rule's page. */
export const RULE_PAGE_WORDS = {
  catalogue: { en: 'Rules of the standard', cy: "Rheolau'r safon" },
  tier: { en: 'Tier', cy: 'Haen' },
  since: { en: 'Since version', cy: 'Ers fersiwn' },
  where: { en: 'Where', cy: 'Ble' },
  wrong: { en: 'What is wrong', cy: "Beth sydd o'i le" },
  why: { en: 'Why it matters', cy: "Pam mae'n bwysig" },
  remedy: { en: 'How to mend it', cy: "Sut i'w gywiro" },
  source: { en: 'Source', cy: 'Ffynhonnell' },
  passes: { en: 'An example that passes', cy: "Enghraifft sy'n pasio" },
  fails: { en: 'An example that fails', cy: "Enghraifft sy'n methu" },
  differs: {
    en: 'What differs from a valid return; the tables given stand in place of all of its tables.',
    cy: "Yr hyn sy'n wahanol i ffurflen ddilys; saif y tablau a roddir yn lle ei thablau i gyd.",
  },
  extract: {
    en: 'It is an extract: other rules ask for rows that are not shown here.',
    cy: 'Detholiad ydyw: mae rheolau eraill yn gofyn am resi nad ydynt i’w gweld yma.',
  },
} as const satisfies Readonly<Record<string, Text>>;
