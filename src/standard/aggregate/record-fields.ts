import { CASE_FIELDS } from './case-fields.ts';
import type { ExportField } from './export-field.ts';
import { USUAL_WORDS } from './usual-words.ts';

/** A row of the connections: one person linked to one activity or service. */
export const CONNECTION_FIELDS = {
  person_id: CASE_FIELDS.person_id,
  service_id: CASE_FIELDS.service_id,
  connection_date: {
    kind: 'date',
    required: true,
    title: { en: 'Date of the connection', cy: 'Dyddiad y cysylltiad' },
    headings: ['connection date', 'date referred on', 'date', 'dyddiad cysylltu', 'dyddiad'],
  },
  activity_type: {
    kind: 'code',
    list: 'activity_type',
    blanks: ['not_known'],
    title: { en: 'Kind of activity', cy: 'Math o weithgaredd' },
    headings: ['activity', 'activity type', 'gweithgaredd'],
  },
  connection_kind: {
    kind: 'codes',
    list: 'connection_kind',
    blanks: ['not_known'],
    title: { en: 'Kind of connection', cy: 'Math o gysylltiad' },
    note: {
      en: 'Where several apply, the one with most support counts.',
      cy: "Lle mae sawl un yn berthnasol, yr un â'r mwyaf o gymorth sy'n cyfrif.",
    },
    headings: ['connection type', 'how connected', 'sut y cysylltwyd'],
    sharedHeadings: ['how', 'kind', 'type'],
    words: USUAL_WORDS.connection_kind,
  },
  delivery_mode: {
    kind: 'code',
    list: 'delivery_mode',
    blanks: ['not_known'],
    title: { en: 'How it is delivered', cy: 'Sut y caiff ei ddarparu' },
    headings: ['mode', 'delivery', 'dull'],
    sharedHeadings: ['where'],
    words: USUAL_WORDS.delivery_mode,
  },
  uptake: {
    kind: 'code',
    list: 'uptake',
    blanks: ['not_known'],
    title: { en: 'Uptake', cy: 'Manteisio' },
    headings: ['attended', 'status', 'taken up', 'mynychu', 'statws'],
    words: USUAL_WORDS.uptake,
  },
  barrier: {
    kind: 'code',
    list: 'barrier',
    blanks: ['not_known', 'not_applicable'],
    title: { en: 'Barrier', cy: 'Rhwystr' },
    headings: ['reason not taken up', 'reason not attended', 'rheswm dros beidio', 'reason not', 'why not'],
    sharedHeadings: ['reason'],
    words: USUAL_WORDS.barrier,
  },
  provider_id: {
    kind: 'id',
    title: { en: 'Provider', cy: 'Darparwr' },
    note: {
      en: 'Tells one connection made again from another. It is never written.',
      cy: 'Mae’n gwahaniaethu rhwng yr un cysylltiad eto ac un arall. Nis ysgrifennir byth.',
    },
    headings: ['provider id', 'organisation', 'sefydliad'],
  },
  quality_mark: {
    kind: 'code',
    list: 'quality_mark',
    blanks: ['not_known'],
    title: { en: 'Quality mark', cy: 'Nod ansawdd' },
    headings: ['provider quality mark'],
    words: USUAL_WORDS.quality_mark,
  },
} as const satisfies Readonly<Record<string, ExportField>>;

/** A row of the scores: one measure on one day, as a score, as a raw total, or as answers to its items. */
export const SCORE_FIELDS = {
  person_id: CASE_FIELDS.person_id,
  service_id: CASE_FIELDS.service_id,
  measure: {
    kind: 'text',
    required: true,
    title: { en: 'Outcome measure', cy: 'Mesur canlyniadau' },
    headings: ['tool', 'questionnaire', 'scale', 'holiadur'],
  },
  value_set: {
    kind: 'code',
    list: 'value_set',
    title: { en: 'Value set', cy: 'Set werthoedd' },
  },
  score_date: {
    kind: 'date',
    required: true,
    title: { en: 'Date of the score', cy: 'Dyddiad y sgôr' },
    headings: ['date completed', 'completed on', 'date', 'dyddiad cwblhau', 'dyddiad'],
  },
  score: {
    kind: 'number',
    title: { en: 'Score', cy: 'Sgôr' },
    note: {
      en: "The measure's own score, after any conversion.",
      cy: 'Sgôr y mesur ei hun, ar ôl unrhyw drosi.',
    },
    headings: ['result', 'sgor'],
  },
  raw_total: {
    kind: 'number',
    title: { en: 'Raw total', cy: 'Cyfanswm crai' },
    note: {
      en: 'The sum of the answers, for a measure with a conversion table; each is converted before any mean.',
      cy: 'Swm yr atebion, ar gyfer mesur â thabl trosi; trosir pob un cyn unrhyw gymedr.',
    },
    headings: ['raw score', 'total', 'cyfanswm'],
  },
  items: {
    kind: 'number',
    title: { en: 'Answers to the items', cy: "Atebion i'r eitemau" },
    note: {
      en: 'One column for each item, in the order of the questionnaire.',
      cy: 'Un golofn i bob eitem, yn nhrefn yr holiadur.',
    },
  },
  completion_mode: {
    kind: 'code',
    list: 'completion_mode',
    codes: ['self', 'assisted', 'telephone_or_video', 'proxy'],
    blanks: ['not_known'],
    title: { en: 'How the score was given', cy: 'Sut y rhoddwyd y sgôr' },
    headings: ['completed by', 'mode', 'dull'],
    words: USUAL_WORDS.completion_mode,
  },
} as const satisfies Readonly<Record<string, ExportField>>;

export type ConnectionField = keyof typeof CONNECTION_FIELDS;
export type ScoreField = keyof typeof SCORE_FIELDS;
