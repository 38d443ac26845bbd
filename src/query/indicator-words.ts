import type { Indicator } from '../standard/indicators/indicator.ts';
import type { AnswerAttribute, Note } from './answer.ts';

/** What an interval allows for. */
export const INTERVAL_WORDS: Readonly<Record<Indicator['kind'], Note['text']>> = {
  count: {
    en: 'From published figures; noise and rounding included. Everyone is counted, so there is no sampling error.',
    cy: 'O ffigurau cyhoeddedig; gan gynnwys sŵn a thalgrynnu. Cyfrifir pawb, felly nid oes gwall samplu.',
  },
  share: {
    en: 'From published figures; chance, noise and rounding included.',
    cy: 'O ffigurau cyhoeddedig; gan gynnwys hap, sŵn a thalgrynnu.',
  },
};

/** Why an indicator has no value somewhere. */
export const INDICATOR_ATTRIBUTES: readonly AnswerAttribute[] = [
  {
    name: 'reason',
    title: { en: 'Reason', cy: 'Rheswm' },
    description: {
      en: 'Why there is no value; empty where there is one.',
      cy: 'Pam nad oes gwerth; gwag lle mae un.',
    },
  },
];

/** What an indicator says of itself, beside its values. */
export function indicatorNotes({ reading, exclusions, note, numerator }: Indicator): Note[] {
  return [
    { id: 'indicator', text: reading },
    { id: 'indicator_exclusions', text: exclusions },
    ...(note === null ? [] : [{ id: 'indicator_note', text: note }]),
    ...(numerator.question.table === 'connections' ? [SEVERAL_CONNECTIONS_NOTE] : []),
  ];
}

const SEVERAL_CONNECTIONS_NOTE: Note = {
  id: 'several_connections',
  text: {
    en: 'One person may have several connections, which are often alike. The interval takes each by itself, so it is narrower than it should be.',
    cy: "Gall un unigolyn gael sawl cysylltiad, sy'n aml yn debyg i'w gilydd. Mae'r cyfwng yn cymryd pob un ar ei ben ei hun, felly mae'n gulach nag y dylai fod.",
  },
};
