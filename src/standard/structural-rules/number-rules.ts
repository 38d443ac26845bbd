import type { StructuralText } from './structural-rule.ts';

/** Faults of a count or another number. */
export const NUMBER_RULES = [
  {
    id: 'whole-number-in-digits',
    message: {
      en: 'This field takes a whole number written in digits only; here is something else.',
      cy: "Mae'r maes hwn yn derbyn rhif cyfan wedi'i ysgrifennu mewn digidau yn unig; mae rhywbeth arall yma.",
    },
    why: {
      en: 'Signs, spaces, commas, decimals and quotation marks are read differently by different programs.',
      cy: "Mae gwahanol raglenni'n darllen arwyddion, bylchau, comas, degolion a dyfynodau yn wahanol.",
    },
    remedy: {
      en: 'Send for example 1200: not 1,200, 1200.0, +1200 or "1200". Never a word or a star in place of a small number.',
      cy: 'Anfonwch er enghraifft 1200: nid 1,200, 1200.0, +1200 na "1200". Byth gair na seren yn lle rhif bach.',
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'number-in-digits',
    message: {
      en: 'This field takes a number; here is something else.',
      cy: "Mae'r maes hwn yn derbyn rhif; mae rhywbeth arall yma.",
    },
    why: {
      en: 'A number written in any other way is read differently by different programs.',
      cy: "Mae gwahanol raglenni'n darllen rhif a ysgrifennir mewn unrhyw ffordd arall yn wahanol.",
    },
    remedy: {
      en: 'Send for example 19.4, with a point and without quotation marks; leave a statistic that does not exist empty (null in JSON).',
      cy: "Anfonwch er enghraifft 19.4, gyda phwynt a heb ddyfynodau; gadewch ystadegyn nad yw'n bodoli yn wag (null yn JSON).",
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'count-is-whole',
    message: { en: 'The count is not a whole number.', cy: "Nid yw'r cyfrif yn rhif cyfan." },
    why: {
      en: 'People, episodes and things are counted whole.',
      cy: 'Cyfrifir pobl, cyfnodau cymorth a phethau yn gyfan.',
    },
    remedy: {
      en: 'Send the count itself, not a rate, a mean or a weighted figure.',
      cy: "Anfonwch y cyfrif ei hun, nid cyfradd, cymedr na ffigur wedi'i bwysoli.",
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'number-is-exact',
    message: {
      en: 'The number is too large or too small to be kept exactly.',
      cy: "Mae'r rhif yn rhy fawr neu'n rhy fach i'w gadw'n union.",
    },
    why: {
      en: 'Most programs would change it without saying so.',
      cy: "Byddai'r rhan fwyaf o raglenni yn ei newid heb ddweud hynny.",
    },
    remedy: {
      en: 'Check that it is the figure meant and not an identifier.',
      cy: "Gwiriwch mai dyna'r ffigur a fwriadwyd ac nid dynodwr.",
    },
    source: 'RFC 7493, section 2.2',
  },
  {
    id: 'row-counts-someone',
    message: { en: 'The row counts nobody.', cy: "Nid yw'r rhes yn cyfrif neb." },
    why: {
      en: 'A row is sent only where there is something to count; in a complete area an absent row means none.',
      cy: "Dim ond lle mae rhywbeth i'w gyfrif yr anfonir rhes; mewn ardal gyflawn mae rhes absennol yn golygu dim.",
    },
    remedy: { en: 'Leave the row out.', cy: 'Gadewch y rhes allan.' },
    source: 'this standard, core dataset, coverage',
  },
  {
    id: 'count-not-negative',
    message: { en: 'The count is below zero.', cy: "Mae'r cyfrif yn llai na sero." },
    why: {
      en: 'Nothing can be counted fewer than no times; a negative number often stands for a blank.',
      cy: 'Ni ellir cyfrif dim yn llai na dim gwaith; yn aml mae rhif negatif yn sefyll am fwlch.',
    },
    remedy: {
      en: 'Send the count. A number never stands for a blank.',
      cy: 'Anfonwch y cyfrif. Nid yw rhif byth yn sefyll am fwlch.',
    },
    source: 'this standard, core dataset, principle 4',
  },
  {
    id: 'value-not-too-small',
    message: {
      en: 'The value is below the least this field can be.',
      cy: "Mae'r gwerth yn is na'r lleiaf y gall y maes hwn fod.",
    },
    why: {
      en: 'A spread or a threshold cannot be below zero.',
      cy: 'Ni all gwasgariad na throthwy fod yn llai na sero.',
    },
    remedy: {
      en: 'Check the calculation; leave a statistic that does not exist empty (null in JSON).',
      cy: "Gwiriwch y cyfrifiad; gadewch ystadegyn nad yw'n bodoli yn wag (null yn JSON).",
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'value-not-too-large',
    message: {
      en: 'The value is above the most this field can be.',
      cy: "Mae'r gwerth yn uwch na'r mwyaf y gall y maes hwn fod.",
    },
    why: {
      en: 'No quarter of one organisation holds so many.',
      cy: 'Nid oes cynifer yn chwarter unrhyw un sefydliad.',
    },
    remedy: {
      en: 'Check that it is a count and not an identifier or a date.',
      cy: 'Gwiriwch mai cyfrif ydyw ac nid dynodwr na dyddiad.',
    },
    source: 'schema/1.0/tables/',
  },
] as const satisfies readonly StructuralText[];
