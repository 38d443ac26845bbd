import type { ExportField } from './export-field.ts';

const ASKED = ['not_known', 'not_stated', 'not_applicable'] as const;

/** What a row of the cases says of the person, where they live and which language they chose. */
export const PERSON_FIELDS = {
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
} as const satisfies Readonly<Record<string, ExportField>>;
