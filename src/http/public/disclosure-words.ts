import type { Text } from '../../standard/text.ts';

/** How published figures are protected, for people; the scheme itself is in `docs/`. */
export const DISCLOSURE_WORDS: Readonly<Record<string, Text>> = {
  method: {
    en: 'Every number has been changed by a small random amount and rounded to 5. Most are within 2 of the real number and 96 in 100 are within 4.',
    cy: "Mae pob rhif wedi'i newid ychydig ar hap a'i dalgrynnu i 5. Mae'r rhan fwyaf o fewn 2 i'r rhif go iawn, a 96 o bob 100 o fewn 4.",
  },
  connections: {
    en: 'Numbers of connections are changed three times as much.',
    cy: 'Caiff niferoedd cysylltiadau eu newid deirgwaith cymaint.',
  },
  totals: {
    en: 'Totals may not equal the sum of their parts: ask for the total, do not add rows.',
    cy: "Efallai na fydd cyfansymiau'n hafal i swm eu rhannau: gofynnwch am y cyfanswm, peidiwch ag adio rhesi.",
  },
  suppressed: {
    en: 'Suppressed means none or too few to show. It does not mean nobody.',
    cy: "Ystyr 'wedi'i atal' yw dim un neu rhy ychydig i'w dangos. Nid yw'n golygu neb.",
  },
  same_answer: {
    en: 'The same question always gives the same answer.',
    cy: "Mae'r un cwestiwn bob amser yn rhoi'r un ateb.",
  },
  differences: {
    en: 'A difference of less than 10 between two numbers may be noise alone.',
    cy: 'Gall gwahaniaeth o lai na 10 rhwng dau rif fod yn sŵn yn unig.',
  },
  limits: {
    en: 'The method has been attacked and measured. It is not a guarantee.',
    cy: "Ymosodwyd ar y dull a'i fesur. Nid yw'n warant.",
  },
};
