import type { Text } from '../standard/text.ts';

/** Why figures that stood are taken back: the only reasons with which a table is withdrawn. */
export const WITHDRAWAL_REASONS = [
  {
    code: 'sent_in_error',
    title: { en: 'The return was sent in error', cy: 'Anfonwyd y ffurflen mewn camgymeriad' },
  },
  {
    code: 'figures_wrong',
    title: {
      en: 'The figures were found to be wrong and are being put right',
      cy: "Canfuwyd bod y ffigurau'n anghywir ac maent yn cael eu cywiro",
    },
  },
  {
    code: 'counted_by_another',
    title: {
      en: 'Another organisation counts the same people',
      cy: 'Mae sefydliad arall yn cyfrif yr un bobl',
    },
  },
  {
    code: 'says_too_much',
    title: {
      en: 'The return held more than a return may hold',
      cy: 'Roedd y ffurflen yn dal mwy nag y caiff ffurflen ei ddal',
    },
  },
] as const satisfies readonly { code: string; title: Text }[];

export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number]['code'];
