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

/**
 * What the rules say of themselves that only the service can look at, in the order in which it does: it knows
 * the day, its register and what other organisations sent. They run on submissions and dry runs, nowhere else.
 */
export const SERVICE_RULES: readonly RuleText[] = [
  PERIOD_HAS_ENDED,
  SERVICES_ARE_REGISTERED,
  SERVICES_BELONG_TO_THE_SUBMITTER,
  SERVICES_WERE_OPEN_IN_THE_PERIOD,
  SERVICE_IN_ONE_RETURN_ONLY,
];
