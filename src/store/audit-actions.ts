import type { Text } from '../standard/text.ts';

/** Every change of state that is written to the audit log, and what a person reads of it. */
export const AUDIT_ACTIONS = {
  key_created: { en: 'key made', cy: 'gwnaed allwedd' },
  key_rotated: { en: 'key replaced by a new one', cy: 'rhoddwyd allwedd newydd yn lle allwedd' },
  key_revoked: { en: 'key revoked', cy: 'dirymwyd allwedd' },
  client_added: { en: 'OAuth client added', cy: 'ychwanegwyd cleient OAuth' },
  client_revoked: { en: 'OAuth client revoked', cy: 'dirymwyd cleient OAuth' },
  organisation_saved: {
    en: 'entry in the register of organisations written',
    cy: 'ysgrifennwyd cofnod yng nghofrestr y sefydliadau',
  },
  organisation_removed: {
    en: 'entry in the register of organisations removed',
    cy: 'tynnwyd cofnod o gofrestr y sefydliadau',
  },
  service_saved: {
    en: 'entry in the services register written',
    cy: 'ysgrifennwyd cofnod yn y gofrestr gwasanaethau',
  },
  service_removed: {
    en: 'entry in the services register removed',
    cy: "tynnwyd cofnod o'r gofrestr gwasanaethau",
  },
  period_saved: { en: 'calendar of a period written', cy: 'ysgrifennwyd calendr cyfnod' },
  period_removed: { en: 'calendar of a period removed', cy: 'tynnwyd calendr cyfnod' },
  submission_received: {
    en: 'submission received, to be taken in later',
    cy: "daeth cyflwyniad i law, i'w brosesu'n ddiweddarach",
  },
  submission_cancelled: {
    en: 'submission cancelled before it was taken in',
    cy: 'canslwyd cyflwyniad cyn iddo gael ei brosesu',
  },
  submission_failed: {
    en: 'submission that could not be taken in given up',
    cy: 'rhoddwyd y gorau i gyflwyniad na ellid ei brosesu',
  },
  submission_accepted: { en: 'submission accepted', cy: 'derbyniwyd cyflwyniad' },
  submission_held: {
    en: 'submission held until it is confirmed',
    cy: 'daliwyd cyflwyniad hyd nes ei gadarnhau',
  },
  submission_rejected: { en: 'submission rejected', cy: 'gwrthodwyd cyflwyniad' },
  submission_verified: {
    en: 'findings of a submission confirmed',
    cy: 'cadarnhawyd canfyddiadau cyflwyniad',
  },
  submission_superseded: {
    en: 'submission overtaken by a later one before it stood, in whole or in part',
    cy: 'disodlwyd cyflwyniad gan un diweddarach cyn iddo sefyll, yn gyfan neu yn rhannol',
  },
  tables_replaced: {
    en: 'tables of a submission that stood replaced by those of a later one',
    cy: 'disodlwyd tablau cyflwyniad a oedd yn sefyll gan rai cyflwyniad diweddarach',
  },
  header_changed: {
    en: 'what a return says of tables that stood changed',
    cy: 'newidiodd yr hyn y mae ffurflen yn ei ddweud am dablau a oedd yn sefyll',
  },
  submission_withdrawn: { en: 'tables of a submission withdrawn', cy: 'tynnwyd tablau cyflwyniad yn ôl' },
  release_published: { en: 'release published', cy: 'cyhoeddwyd datganiad' },
  release_scheduled: { en: 'release scheduled', cy: 'amserlennwyd datganiad' },
  release_unscheduled: { en: 'scheduled release taken back', cy: 'tynnwyd datganiad a amserlennwyd yn ôl' },
  release_withdrawn: { en: 'release withdrawn', cy: 'tynnwyd datganiad yn ôl' },
} as const satisfies Record<string, Text>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
