import type { CodeListId } from '../generated/code-lists.ts';
import type { Text } from '../text.ts';

/** What the cells of a field hold. */
export type FieldKind = 'id' | 'date' | 'code' | 'codes' | 'number' | 'yes_no' | 'postcode' | 'text';

/** One thing that a row of an export may hold, under whatever heading. */
export interface ExportField {
  readonly kind: FieldKind;
  readonly title: Text;
  /** What the field means, where its title does not say it. */
  readonly note?: Text;
  readonly list?: CodeListId;
  /** When given, only these codes of the list. */
  readonly codes?: readonly string[];
  /** The blanks its cells may stand for. The first is what an empty cell means. */
  readonly blanks?: readonly string[];
  /** Other words that headings use for it, in either language. */
  readonly headings?: readonly string[];
  readonly required?: boolean;
}

const ASKED = ['not_known', 'not_stated', 'not_applicable'] as const;

/** A row of the cases: one referral of one person and what followed. */
export const CASE_FIELDS = {
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
  date_of_birth: {
    kind: 'date',
    title: { en: 'Date of birth', cy: 'Dyddiad geni' },
    headings: ['dob', 'birth date', 'd.o.b.'],
  },
  age: {
    kind: 'number',
    title: { en: 'Age at referral', cy: 'Oed adeg atgyfeirio' },
    headings: ['age', 'oed', 'oedran'],
  },
  age_band: {
    kind: 'code',
    list: 'age_band',
    blanks: ['not_known', 'not_stated'],
    title: { en: 'Age band', cy: 'Band oedran' },
    headings: ['age group', 'age range', 'grwp oedran'],
  },
  sex: {
    kind: 'code',
    list: 'sex',
    blanks: ['not_known', 'not_stated'],
    title: { en: 'Sex', cy: 'Rhyw' },
    headings: ['gender', 'rhywedd'],
  },
  postcode: {
    kind: 'postcode',
    title: { en: 'Postcode', cy: 'Cod post' },
    note: {
      en: 'Read with a postcode file only, for area, fifth and urban or rural; then dropped.',
      cy: "Fe'i darllenir gyda ffeil codau post yn unig, ar gyfer ardal, pumed a threfol neu wledig; yna caiff ei ollwng.",
    },
    headings: ['post code', 'home postcode', 'postal code', 'côd post'],
  },
  area_code: {
    kind: 'code',
    list: 'areas',
    blanks: ['not_known'],
    title: { en: 'Area of residence', cy: 'Ardal breswyl' },
    headings: ['local authority', 'council area', 'county', 'awdurdod lleol', 'sir'],
  },
  deprivation_quintile: {
    kind: 'code',
    list: 'deprivation_quintile',
    blanks: ['not_known', 'not_applicable'],
    title: { en: 'Deprivation fifth', cy: 'Pumed amddifadedd' },
    headings: ['deprivation quintile', 'wimd quintile', 'imd quintile', 'cwintel amddifadedd', 'cwintel'],
  },
  rurality: {
    kind: 'code',
    list: 'rurality',
    blanks: ASKED,
    title: { en: 'Urban or rural', cy: 'Trefol neu wledig' },
    headings: ['rurality', 'rural', 'gwledigrwydd'],
  },
  ethnic_group: {
    kind: 'code',
    list: 'ethnic_group',
    blanks: ASKED,
    title: { en: 'Ethnic group', cy: 'Grŵp ethnig' },
    headings: ['ethnicity', 'ethnic origin', 'ethnigrwydd', 'grwp ethnig'],
  },
  disability: {
    kind: 'code',
    list: 'disability',
    blanks: ASKED,
    title: { en: 'Disability', cy: 'Anabledd' },
    headings: ['disabled', 'disability status'],
  },
  unpaid_carer: {
    kind: 'code',
    list: 'unpaid_carer',
    blanks: ASKED,
    title: { en: 'Unpaid care', cy: 'Gofal di-dâl' },
    headings: ['carer', 'carer status', 'unpaid carer', 'gofalwr'],
  },
  employment_status: {
    kind: 'code',
    list: 'employment_status',
    blanks: ASKED,
    title: { en: 'Work status', cy: 'Statws gwaith' },
    headings: ['employment status', 'employment', 'cyflogaeth', 'gwaith'],
  },
  language_of_choice: {
    kind: 'code',
    list: 'language_of_choice',
    blanks: ASKED,
    title: { en: 'Language of choice', cy: 'Dewis iaith' },
    headings: ['preferred language', 'language chosen', 'language', 'iaith ddewisol', 'iaith'],
  },
  language_offered: {
    kind: 'yes_no',
    title: { en: 'Language choice offered', cy: 'Cynigiwyd dewis iaith' },
    note: {
      en: 'Whether the person was offered a choice of language: yes or no.',
      cy: 'A gynigiwyd dewis iaith i’r unigolyn: ie neu na.',
    },
    headings: ['language offered', 'welsh offered', 'cynnig rhagweithiol', 'cynigiwyd y gymraeg'],
  },
  language_used: {
    kind: 'code',
    list: 'language_of_choice',
    blanks: ['not_known'],
    title: { en: 'Language used', cy: 'Iaith a ddefnyddiwyd' },
    note: {
      en: 'The language the support was given in; either means partly in Welsh.',
      cy: "Yr iaith y rhoddwyd y cymorth ynddi; mae either yn golygu'n rhannol yn Gymraeg.",
    },
    headings: ['language used', 'language of support'],
  },
  welsh_language_service: {
    kind: 'code',
    list: 'welsh_language_service',
    blanks: ASKED,
    title: { en: 'Welsh-language service', cy: 'Gwasanaeth Cymraeg' },
    headings: ['welsh service', 'welsh language service'],
  },
  sexual_orientation: {
    kind: 'code',
    list: 'sexual_orientation',
    blanks: ASKED,
    title: { en: 'Sexual orientation', cy: 'Cyfeiriadedd rhywiol' },
  },
  gender_identity: {
    kind: 'code',
    list: 'gender_identity',
    blanks: ASKED,
    title: { en: 'Gender identity', cy: 'Hunaniaeth o ran rhywedd' },
  },
  religion: {
    kind: 'code',
    list: 'religion',
    blanks: ASKED,
    title: { en: 'Religion', cy: 'Crefydd' },
  },
  armed_forces: {
    kind: 'code',
    list: 'armed_forces',
    blanks: ASKED,
    title: { en: 'Armed forces community', cy: 'Cymuned y lluoedd arfog' },
    headings: ['veteran', 'armed forces', 'lluoedd arfog'],
  },
  needs: {
    kind: 'codes',
    list: 'need',
    blanks: ['not_known', 'not_stated'],
    title: { en: 'Needs', cy: 'Anghenion' },
    headings: [
      'reasons',
      'reasons for referral',
      'referral reasons',
      'issues',
      'presenting issues',
      'rhesymau',
    ],
  },
  main_need: {
    kind: 'code',
    list: 'need',
    blanks: ['not_known', 'not_stated'],
    title: { en: 'Main need', cy: 'Prif angen' },
    headings: ['main reason', 'primary reason', 'primary need', 'prif reswm'],
  },
  support_tier: {
    kind: 'code',
    list: 'support_tier',
    blanks: ['not_known', 'not_applicable'],
    title: { en: 'Tier of support', cy: 'Haen o gymorth' },
    headings: ['tier', 'level of support', 'haen'],
  },
} as const satisfies Readonly<Record<string, ExportField>>;

export type CaseField = keyof typeof CASE_FIELDS;
