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
  unbroken: {
    en: 'A valid file of the same kind, in which the rule is kept.',
    cy: "Ffeil ddilys o'r un math, lle cedwir y rheol.",
  },
  meets: {
    en: '`return` is what differs from a valid return; the tables given stand in place of all of its tables. `meets` is what it meets in the service: `today`, the `register` of services, and what differs from a valid return in those `accepted` before it. Where one of them is not given, the period is over, the register holds the services of the valid return, and nothing was accepted.',
    cy: "`return` yw'r hyn sy'n wahanol i ffurflen ddilys; saif y tablau a roddir yn lle ei thablau i gyd. `meets` yw'r hyn y mae'n ei gyfarfod yn y gwasanaeth: `today` (heddiw), `register` (y gofrestr gwasanaethau), ac `accepted` (yr hyn sy'n wahanol i ffurflen ddilys yn y rhai a dderbyniwyd o'i blaen). Lle na roddir un ohonynt, mae'r cyfnod ar ben, mae gwasanaethau'r ffurflen ddilys yn y gofrestr, ac ni dderbyniwyd dim.",
  },
  repeat: {
    en: 'A recipe for a file that is too large to stand here: into `from`, in its file `member` where one is named, the text `repeat` is put `times` times, before the text `before` or else at the end; `{n}` is the number of the time. Other rules may object to it.',
    cy: "Rysáit ar gyfer ffeil sy'n rhy fawr i sefyll yma: rhoddir y testun `repeat` yn `from`, yn ei ffeil `member` lle enwir un, `times` o weithiau, cyn y testun `before` neu fel arall ar y diwedd; rhif y tro yw `{n}`. Gall rheolau eraill ei gwrthwynebu.",
  },
  rows: {
    en: 'A recipe for a file that is too large to stand here: in `from`, each table has instead of its rows one row for each of `values_of_rows`, and the value stands in every field of its row. Other rules object to it.',
    cy: "Rysáit ar gyfer ffeil sy'n rhy fawr i sefyll yma: yn `from`, yn lle ei rhesi mae gan bob tabl un rhes ar gyfer pob un o `values_of_rows`, a saif y gwerth ym mhob maes o'i res. Mae rheolau eraill yn ei gwrthwynebu.",
  },
  list: {
    en: 'No list of the standard has two codes of one label today, so the list is shown beside the cell, which is read with `labels`.',
    cy: "Nid oes gan unrhyw restr o'r safon ddau god ag un label heddiw, felly dangosir y rhestr wrth ochr y gell, a ddarllenir gyda `labels`.",
  },
} as const satisfies Readonly<Record<string, Text>>;
