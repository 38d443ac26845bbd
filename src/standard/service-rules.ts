import type { RuleText } from './rules/rule.ts';

const REGISTER = 'core dataset, the return: services register';

export const PERIOD_HAS_ENDED: RuleText = {
  id: 'period-has-ended',
  tier: 'error',
  since: '1.0',
  message: {
    en: 'The period has not ended yet.',
    cy: "Nid yw'r cyfnod wedi dod i ben eto.",
  },
  why: {
    en: 'A return counts a whole quarter. Sent before its last day is over, it would leave people out.',
    cy: "Mae ffurflen yn cyfrif chwarter cyfan. O'i hanfon cyn i'w ddiwrnod olaf ddod i ben, byddai'n gadael pobl allan.",
  },
  remedy: {
    en: 'Check the period. If it is right, send the return after its last day.',
    cy: "Gwiriwch y cyfnod. Os yw'n gywir, anfonwch y ffurflen ar ôl ei ddiwrnod olaf.",
  },
  source: 'core dataset, the return: the period is open',
};

export const VERSION_IS_RECEIVED: RuleText = {
  id: 'version-is-received',
  tier: 'error',
  since: '1.1',
  message: {
    en: 'The version that the return follows is a draft, which is not received yet.',
    cy: "Drafft yw'r fersiwn y mae'r ffurflen yn ei dilyn, ac ni dderbynnir hi eto.",
  },
  why: {
    en: 'A draft may change, and figures sent by it could then not be read. It can be tried in a dry run.',
    cy: 'Gall drafft newid, ac ni ellid wedyn ddarllen ffigurau a anfonwyd yn ei ôl. Gellir rhoi cynnig arno mewn rhediad prawf.',
  },
  remedy: {
    en: 'Send the return by the version suggested.',
    cy: 'Anfonwch y ffurflen yn ôl y fersiwn a awgrymir.',
  },
  source: 'this standard, core dataset, principle 9',
};

export const SERVICES_ARE_REGISTERED: RuleText = {
  id: 'services-are-registered',
  tier: 'error',
  since: '1.0',
  message: {
    en: 'A service is not in the services register.',
    cy: 'Nid yw gwasanaeth yn y gofrestr gwasanaethau.',
  },
  why: {
    en: 'The register shows which organisation counts a service, so that its people are counted once.',
    cy: "Mae'r gofrestr yn dangos pa sefydliad sy'n cyfrif gwasanaeth, fel bod ei bobl yn cael eu cyfrif unwaith.",
  },
  remedy: {
    en: 'Check the code of the service, or ask the publisher to register it.',
    cy: "Gwiriwch god y gwasanaeth, neu gofynnwch i'r cyhoeddwr ei gofrestru.",
  },
  source: REGISTER,
};

export const SERVICES_BELONG_TO_THE_SUBMITTER: RuleText = {
  id: 'services-belong-to-the-submitter',
  tier: 'error',
  since: '1.0',
  message: {
    en: 'A service is registered with another organisation.',
    cy: 'Mae gwasanaeth wedi ei gofrestru gyda sefydliad arall.',
  },
  why: {
    en: 'Each service belongs to exactly one return of a period. In two, its people would be counted twice.',
    cy: 'Mae pob gwasanaeth yn perthyn i un ffurflen yn unig mewn cyfnod. Mewn dwy, byddai ei bobl yn cael eu cyfrif ddwywaith.',
  },
  remedy: {
    en: 'Leave the service and its people out, or ask the publisher to move it to your organisation.',
    cy: "Gadewch y gwasanaeth a'i bobl allan, neu gofynnwch i'r cyhoeddwr ei symud i'ch sefydliad chi.",
  },
  source: REGISTER,
};

export const SERVICES_WERE_OPEN_IN_THE_PERIOD: RuleText = {
  id: 'services-were-open-in-the-period',
  tier: 'error',
  since: '1.0',
  message: {
    en: 'By the register, a service was not open on any day of the period.',
    cy: "Yn ôl y gofrestr, nid oedd gwasanaeth ar agor ar unrhyw ddiwrnod o'r cyfnod.",
  },
  why: {
    en: 'A service that was not open counted nobody. Either the period, the service or the register is wrong.',
    cy: "Ni chyfrifodd gwasanaeth nad oedd ar agor neb. Mae naill ai'r cyfnod, y gwasanaeth neu'r gofrestr yn anghywir.",
  },
  remedy: {
    en: 'Check the period and the code of the service, or ask the publisher to correct its dates.',
    cy: "Gwiriwch y cyfnod a chod y gwasanaeth, neu gofynnwch i'r cyhoeddwr gywiro ei ddyddiadau.",
  },
  source: REGISTER,
};

export const SERVICE_IN_ONE_RETURN_ONLY: RuleText = {
  id: 'service-in-one-return-only',
  tier: 'verify',
  since: '1.0',
  message: {
    en: "Another organisation's accepted return of this period counts a service too.",
    cy: 'Mae ffurflen a dderbyniwyd gan sefydliad arall ar gyfer y cyfnod hwn yn cyfrif gwasanaeth hefyd.',
  },
  why: {
    en: 'Its people would be counted twice. No release is built while a service stands in two returns of a period.',
    cy: 'Byddai ei bobl yn cael eu cyfrif ddwywaith. Ni chaiff datganiad ei lunio tra bo gwasanaeth mewn dwy ffurflen ar gyfer cyfnod.',
  },
  remedy: {
    en: 'Agree with the other organisation and the publisher who counts the service; the other return then has to be sent again without it.',
    cy: "Cytunwch â'r sefydliad arall a'r cyhoeddwr pwy sy'n cyfrif y gwasanaeth; yna rhaid anfon y ffurflen arall eto hebddo.",
  },
  source: 'core dataset, the return: services register',
};

export const OPEN_AT_START_IS_OPEN_AT_END_BEFORE: RuleText = {
  id: 'open-at-start-is-open-at-end-before',
  tier: 'verify',
  since: '1.0',
  message: {
    en: 'Open at the start are {now}, but open at the end of the quarter before were {before}.',
    cy: 'Mae {now} ar agor ar y dechrau, ond {before} oedd ar agor ar ddiwedd y chwarter blaenorol.',
  },
  why: {
    en: 'One quarter begins where the other ended. A difference means that episodes were lost, found or moved between the two returns.',
    cy: "Mae un chwarter yn dechrau lle gorffennodd y llall. Mae gwahaniaeth yn golygu bod cyfnodau cymorth wedi'u colli, eu canfod neu eu symud rhwng y ddwy ffurflen.",
  },
  remedy: {
    en: 'Correct whichever is wrong: this return, or that of the quarter before by sending it again. If both are right, confirm with a reason, such as a service that joined.',
    cy: "Cywirwch yr un sy'n anghywir: y ffurflen hon, neu ffurflen y chwarter blaenorol drwy ei hanfon eto. Os yw'r ddwy'n gywir, cadarnhewch gyda rheswm, megis gwasanaeth a ymunodd.",
  },
  source: 'counting rules, section 6',
};

export const COHORT_IS_REFERRALS_OF_QUARTER_BEFORE: RuleText = {
  id: 'cohort-is-referrals-of-quarter-before',
  tier: 'verify',
  since: '1.0',
  message: {
    en: 'The cohort holds {now} referrals, but {before} were received in the quarter before.',
    cy: 'Mae {now} atgyfeiriad yn y garfan, ond derbyniwyd {before} yn y chwarter blaenorol.',
  },
  why: {
    en: 'A cohort is the referrals received in the quarter before, each in exactly one. With others, its shares would be those of another group.',
    cy: "Carfan yw'r atgyfeiriadau a dderbyniwyd yn y chwarter blaenorol, pob un mewn un garfan yn unig. Gydag eraill, cyfrannau grŵp arall fyddai ganddi.",
  },
  remedy: {
    en: 'Count in the cohort every referral received in the quarter before and no other, or send the return of that quarter again. If both are right, confirm with a reason.',
    cy: "Cyfrifwch yn y garfan bob atgyfeiriad a dderbyniwyd yn y chwarter blaenorol a dim un arall, neu anfonwch ffurflen y chwarter hwnnw eto. Os yw'r ddwy'n gywir, cadarnhewch gyda rheswm.",
  },
  source: 'counting rules, section 7',
};

export const COUNT_WITHIN_HALF_OF_THE_ONE_BEFORE: RuleText = {
  id: 'count-within-half-of-the-one-before',
  tier: 'verify',
  since: '1.0',
  message: {
    en: 'A count differs by more than half from the one accepted before ({figure}): {now}, and before {before}.',
    cy: "Mae cyfrif yn wahanol o fwy na hanner i'r un a dderbyniwyd o'r blaen ({figure}): {now}, ac o'r blaen {before}.",
  },
  why: {
    en: 'Such a change is more often a service left out, counted twice or counted otherwise than a change in what happened.',
    cy: "Mae newid o'r fath yn amlach yn wasanaeth a adawyd allan, a gyfrifwyd ddwywaith neu a gyfrifwyd yn wahanol nag yn newid yn yr hyn a ddigwyddodd.",
  },
  remedy: {
    en: 'Check that the same services are in it, and each thing once. If the count is right, confirm it with a reason.',
    cy: "Gwiriwch fod yr un gwasanaethau ynddo, a phob peth unwaith. Os yw'r cyfrif yn gywir, cadarnhewch ef gyda rheswm.",
  },
  source:
    'core dataset, rules of quality; that counts below 20 are left alone is a judgement of this standard',
};

/**
 * What the rules say of themselves that only the service can look at, in the order in which it does: it knows
 * the day, its register, what other organisations sent and what was accepted before. They run on submissions and dry runs, nowhere else.
 */
export const SERVICE_RULES: readonly RuleText[] = [
  PERIOD_HAS_ENDED,
  VERSION_IS_RECEIVED,
  SERVICES_ARE_REGISTERED,
  SERVICES_BELONG_TO_THE_SUBMITTER,
  SERVICES_WERE_OPEN_IN_THE_PERIOD,
  SERVICE_IN_ONE_RETURN_ONLY,
  OPEN_AT_START_IS_OPEN_AT_END_BEFORE,
  COHORT_IS_REFERRALS_OF_QUARTER_BEFORE,
  COUNT_WITHIN_HALF_OF_THE_ONE_BEFORE,
];
