import type { ExportField } from './export-field.ts';

/** Whose case a row is, and when it reached each stage. */
export const PROGRESS_FIELDS = {
  person_id: {
    kind: 'id',
    required: true,
    title: { en: 'Number of the person', cy: 'Rhif yr unigolyn' },
    note: {
      en: 'Any number or text that stands for one person. It is never written.',
      cy: "Unrhyw rif neu destun sy'n sefyll am un unigolyn. Nis ysgrifennir byth.",
    },
    headings: [
      'person id',
      'client id',
      'client ref',
      'client reference',
      'patient id',
      'id',
      'cyfeirnod',
      'cyfeirnod y person',
      'rhif cleient',
    ],
  },
  service_id: {
    kind: 'id',
    title: { en: 'Service', cy: 'Gwasanaeth' },
    headings: ['service id', 'team', 'project', 'tim', 'prosiect'],
  },
  referral_received_date: {
    kind: 'date',
    required: true,
    title: { en: 'Date the referral was received', cy: 'Dyddiad derbyn yr atgyfeiriad' },
    headings: [
      'referral date',
      'date of referral',
      'referred on',
      'date received',
      'dyddiad atgyfeirio',
      'dyddiad yr atgyfeiriad',
    ],
  },
  referral_source: {
    kind: 'code',
    list: 'referral_source',
    blanks: ['not_known'],
    title: { en: 'Source of referral', cy: 'Ffynhonnell yr atgyfeiriad' },
    headings: ['referral source', 'referred by', 'referrer type', 'atgyfeiriwyd gan', 'ffynhonnell'],
  },
  referral_decision: {
    kind: 'code',
    list: 'stage',
    codes: ['referral_accepted', 'declined_by_person', 'declined_by_service', 'expired'],
    title: { en: 'Decision on the referral', cy: 'Penderfyniad ar yr atgyfeiriad' },
    note: {
      en: 'Empty while undecided.',
      cy: 'Gwag tra bo heb ei benderfynu.',
    },
    headings: ['referral status', 'referral outcome', 'decision', 'penderfyniad'],
  },
  referral_decision_date: {
    kind: 'date',
    title: { en: 'Date of the decision', cy: 'Dyddiad y penderfyniad' },
    note: {
      en: 'With no field for the decision, a date means that the referral was accepted.',
      cy: "Heb faes ar gyfer y penderfyniad, mae dyddiad yn golygu bod yr atgyfeiriad wedi'i dderbyn.",
    },
    headings: ['decision date', 'date accepted', 'accepted on', 'acceptance date', 'dyddiad derbyn'],
  },
  first_contact_date: {
    kind: 'date',
    title: { en: 'Date of the first contact', cy: 'Dyddiad y cyswllt cyntaf' },
    headings: ['first contact', 'first contact date', 'cyswllt cyntaf'],
  },
  first_conversation_date: {
    kind: 'date',
    title: {
      en: 'Date of the first what matters conversation',
      cy: "Dyddiad y sgwrs gyntaf am yr hyn sy'n bwysig",
    },
    headings: [
      'what matters conversation',
      'what matters date',
      'first appointment',
      'assessment date',
      "sgwrs yr hyn sy'n bwysig",
      'dyddiad y sgwrs',
    ],
  },
  plan_agreed_date: {
    kind: 'date',
    title: { en: 'Date the plan was agreed', cy: 'Dyddiad cytuno ar y cynllun' },
    headings: ['plan agreed', 'action plan date', 'plan date', 'dyddiad y cynllun'],
  },
  review_date: {
    kind: 'date',
    title: { en: 'Date of the first review', cy: 'Dyddiad yr adolygiad cyntaf' },
    headings: ['review date', 'review held', 'dyddiad adolygu', 'adolygiad'],
  },
  closing_date: {
    kind: 'date',
    title: { en: 'Closing date', cy: 'Dyddiad cau' },
    headings: ['date closed', 'closed on', 'case closed', 'end date', 'discharge date', 'dyddiad cau achos'],
  },
  closure_reason: {
    kind: 'code',
    list: 'closure_reason',
    blanks: ['not_known'],
    title: { en: 'Reason for closure', cy: 'Rheswm dros gau' },
    headings: ['closure reason', 'closing reason', 'reason closed', 'outcome of case', 'rheswm cau'],
  },
  contacts_count: {
    kind: 'number',
    title: { en: 'Number of contacts', cy: 'Nifer y cysylltiadau' },
    headings: ['contacts', 'number of sessions', 'sessions', 'nifer y sesiynau'],
  },
} as const satisfies Readonly<Record<string, ExportField>>;
