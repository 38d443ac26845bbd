import type { StructuralText } from './structural-rule.ts';

/** Faults of the header: everything in a return but its tables. */
export const HEADER_RULES = [
  {
    id: 'standard-is-spcd',
    message: {
      en: 'The field "standard" is not spcd.',
      cy: 'Nid spcd yw\'r maes "standard".',
    },
    why: {
      en: 'The file may be meant for something else.',
      cy: "Efallai fod y ffeil wedi'i bwriadu ar gyfer rhywbeth arall.",
    },
    remedy: { en: 'Send "standard": "spcd".', cy: 'Anfonwch "standard": "spcd".' },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'schema-version-known',
    message: {
      en: 'This is not a version of the standard that is known here; the versions known are: {versions}.',
      cy: "Nid yw hon yn fersiwn o'r safon sy'n hysbys yma; y fersiynau hysbys yw: {versions}.",
    },
    why: {
      en: 'The same field can mean different things in different versions.',
      cy: 'Gall yr un maes olygu pethau gwahanol mewn fersiynau gwahanol.',
    },
    remedy: {
      en: 'Send a version named here, as text: "schema_version": "1.0".',
      cy: 'Anfonwch fersiwn a enwir yma, fel testun: "schema_version": "1.0".',
    },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'header-field-present',
    message: { en: 'A field of the header is missing.', cy: 'Mae un o feysydd y pennyn ar goll.' },
    why: {
      en: 'The header says whose the figures are, for which quarter, and how to read them.',
      cy: "Mae'r pennyn yn dweud pwy biau'r ffigurau, ar gyfer pa chwarter, a sut i'w darllen.",
    },
    remedy: {
      en: 'Add the field. Beside a CSV it is a parameter of the request, or in the command --set NAME=VALUE; in a zip it stands in return.json.',
      cy: 'Ychwanegwch y maes. Wrth ochr CSV, paramedr y cais ydyw, neu --set ENW=GWERTH yn y gorchymyn; mewn zip saif yn return.json.',
    },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'header-field-known',
    message: { en: 'The header has no field of this name.', cy: "Nid oes gan y pennyn faes o'r enw hwn." },
    why: {
      en: 'Only the fields of the standard are accepted, so that nothing about a person is stored by accident.',
      cy: 'Dim ond meysydd y safon a dderbynnir, fel na chaiff dim am unigolyn ei storio ar ddamwain.',
    },
    remedy: {
      en: 'Remove the field, or use the name the standard gives it.',
      cy: "Dilëwch y maes, neu defnyddiwch yr enw y mae'r safon yn ei roi iddo.",
    },
    source: 'this standard, core dataset, principle 1',
  },
  {
    id: 'header-code-known',
    message: {
      en: 'This is not one of the codes the field takes.',
      cy: "Nid yw hwn yn un o'r codau y mae'r maes yn eu derbyn.",
    },
    why: {
      en: 'How the figures are read depends on this code.',
      cy: "Mae'r ffordd y darllenir y ffigurau yn dibynnu ar y cod hwn.",
    },
    remedy: {
      en: 'Use a code of the list that the schema names for the field.',
      cy: "Defnyddiwch god o'r rhestr y mae'r sgema yn ei henwi ar gyfer y maes.",
    },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'header-text-well-formed',
    message: {
      en: 'The text does not have the form the field takes.',
      cy: "Nid oes gan y testun y ffurf y mae'r maes yn ei derbyn.",
    },
    why: {
      en: 'Other systems look it up by its exact form.',
      cy: 'Mae systemau eraill yn chwilio amdano yn ôl ei union ffurf.',
    },
    remedy: {
      en: 'Write a period as 2026-Q2, and ids in lower-case letters, digits and hyphens as the register has them.',
      cy: 'Ysgrifennwch gyfnod fel 2026-Q2, a dynodwyr mewn llythrennau bach, digidau a chysylltnodau fel y maent yn y gofrestr.',
    },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'header-date-well-formed',
    message: {
      en: 'This is not a date, or not a date and time, of the calendar.',
      cy: "Nid yw hwn yn ddyddiad, neu'n ddyddiad ac amser, ar y calendr.",
    },
    why: {
      en: 'Dates written in other ways are read differently in different countries.',
      cy: 'Darllenir dyddiadau a ysgrifennir mewn ffyrdd eraill yn wahanol mewn gwledydd gwahanol.',
    },
    remedy: {
      en: 'Write a date as 2026-04-01 and a time as 2026-07-20T09:30:00Z.',
      cy: 'Ysgrifennwch ddyddiad fel 2026-04-01 ac amser fel 2026-07-20T09:30:00Z.',
    },
    source: 'RFC 3339',
  },
  {
    id: 'header-value-type',
    message: {
      en: 'The value is of another kind than the field takes: text, true or false, a list or an object.',
      cy: "Mae'r gwerth o fath gwahanol i'r hyn y mae'r maes yn ei dderbyn: testun, true neu false, rhestr neu wrthrych.",
    },
    why: {
      en: 'Programs that turn one kind into another change what was sent.',
      cy: "Mae rhaglenni sy'n troi un math yn fath arall yn newid yr hyn a anfonwyd.",
    },
    remedy: {
      en: 'Compare the field with the example return of the standard.',
      cy: 'Cymharwch y maes â ffurflen enghreifftiol y safon.',
    },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'header-text-length',
    message: {
      en: 'The text is empty, or longer than the field takes.',
      cy: "Mae'r testun yn wag, neu'n hirach nag y mae'r maes yn ei dderbyn.",
    },
    why: {
      en: 'An empty text says nothing; a long one is published in no table.',
      cy: 'Nid yw testun gwag yn dweud dim; ni chyhoeddir un hir mewn unrhyw dabl.',
    },
    remedy: {
      en: 'Shorten the text, or leave the field out where it is not required.',
      cy: "Byrhewch y testun, neu gadewch y maes allan lle nad yw'n ofynnol.",
    },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'header-list-length',
    message: {
      en: 'The list has more or fewer entries than the field takes.',
      cy: "Mae gan y rhestr fwy neu lai o gofnodion nag y mae'r maes yn eu derbyn.",
    },
    why: {
      en: 'A list of this size is a mistake.',
      cy: "Camgymeriad yw rhestr o'r maint hwn.",
    },
    remedy: { en: 'Check what the list was filled from.', cy: 'Gwiriwch o beth y llanwyd y rhestr.' },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'header-list-unique',
    message: { en: 'An entry stands in the list twice.', cy: 'Mae cofnod yn y rhestr ddwywaith.' },
    why: {
      en: 'A service or area named twice is often one that should have been another.',
      cy: 'Yn aml dylai gwasanaeth neu ardal a enwir ddwywaith fod yn un arall.',
    },
    remedy: { en: 'Remove or correct one of the two.', cy: "Dilëwch neu cywirwch un o'r ddau." },
    source: 'schema/1.0/return.schema.json',
  },
] as const satisfies readonly StructuralText[];
