import { TABLES } from '../standard/generated/tables.ts';
import type { Note } from './answer.ts';
import { contributionOf } from './protection.ts';
import type { Question } from './question.ts';

/** How far published counts lie from the real ones. */
interface Distance {
  /** More than seven in ten are within this. */
  readonly mostly: number;
  /** 96 in 100 are within this. */
  readonly nearlyAlways: number;
  readonly rounding: number;
  readonly difference: number;
}

/** By how often one person may count, from the chances of the noise and of rounding together. */
export const DISTANCES: Readonly<Record<number, Distance>> = {
  1: { mostly: 2, nearlyAlways: 4, rounding: 5, difference: 10 },
  3: { mostly: 7, nearlyAlways: 13, rounding: 15, difference: 30 },
  6: { mostly: 14, nearlyAlways: 27, rounding: 30, difference: 60 },
};

/** What every reader of a question's figures must know of them. */
export function countNotes(question: Question): Note[] {
  const { disclosure, least_shown: least } = TABLES[question.table];
  if (disclosure !== 'none') return notesOfCounts(contributionOf(question));
  return [AS_RETURNED_NOTE, ...(least ? [UNDER_5_NOTE] : [])];
}

/**
 * What every reader of published counts must know.
 *
 * @param contribution - How often one person may count.
 */
export function notesOfCounts(contribution: number): Note[] {
  const distance = DISTANCES[contribution];
  if (!distance) throw new Error(`There are no words for counts of ${contribution} to a person`);
  return [
    contribution === 1 ? noiseNote(distance) : largerNoiseNote(distance, contribution),
    ...NOTES,
    {
      id: 'small_differences',
      text: {
        en: `A difference of less than ${distance.difference} between two numbers may be noise alone.`,
        cy: `Gall gwahaniaeth o lai na ${distance.difference} rhwng dau rif fod yn sŵn yn unig.`,
      },
    },
  ];
}

function noiseNote({ mostly, nearlyAlways, rounding }: Distance): Note {
  return {
    id: 'noise',
    text: {
      en: `Every number has been changed by a small random amount and rounded to ${rounding}. Most are within ${mostly} of the real number and 96 in 100 are within ${nearlyAlways}.`,
      cy: `Mae pob rhif wedi'i newid gan swm bach ar hap a'i dalgrynnu i'r ${rounding} agosaf. Mae'r rhan fwyaf o fewn ${mostly} i'r rhif go iawn, a 96 o bob 100 o fewn ${nearlyAlways}.`,
    },
  };
}

function largerNoiseNote({ mostly, nearlyAlways, rounding }: Distance, contribution: number): Note {
  return {
    id: 'noise',
    text: {
      en: `One person counts here up to ${contribution} times, so the protection is ${contribution} times as strong as that of people: every number has been changed by a random amount, rounded to ${rounding}, and is shown from ${contribution * 10}. Most are within ${mostly} of the real number and 96 in 100 are within ${nearlyAlways}.`,
      cy: `Mae un person yn cyfrif yma hyd at ${contribution} gwaith, felly mae'r amddiffyniad ${contribution} gwaith mor gryf â'r un ar gyfer pobl: mae pob rhif wedi'i newid gan swm ar hap, wedi'i dalgrynnu i'r ${rounding} agosaf, ac yn cael ei ddangos o ${contribution * 10} ymlaen. Mae'r rhan fwyaf o fewn ${mostly} i'r rhif go iawn, a 96 o bob 100 o fewn ${nearlyAlways}.`,
    },
  };
}

const NOTES: readonly Note[] = [
  {
    id: 'not_additive',
    text: {
      en: 'Totals may not equal the sum of their parts. Ask for the total; do not add rows.',
      cy: "Efallai na fydd cyfansymiau'n hafal i swm eu rhannau. Gofynnwch am y cyfanswm; peidiwch ag adio rhesi.",
    },
  },
  {
    id: 'suppressed_includes_zero',
    text: {
      en: 'Suppressed means none or too few to show. It does not mean nobody.',
      cy: "Ystyr wedi'i atal yw dim neu rhy ychydig i'w dangos. Nid yw'n golygu neb.",
    },
  },
  {
    id: 'same_question_same_answer',
    text: {
      en: 'The same question always gives the same answer, so asking again does not make it more exact.',
      cy: "Mae'r un cwestiwn bob amser yn rhoi'r un ateb, felly nid yw gofyn eto yn ei wneud yn fwy manwl.",
    },
  },
];

export const AS_RETURNED_NOTE: Note = {
  id: 'as_returned',
  text: {
    en: 'These figures are of posts, providers and offers, not of people who were supported. They are published as they were returned, without noise and without rounding.',
    cy: "Mae'r ffigurau hyn yn ymwneud â swyddi, darparwyr a chynigion, nid â phobl a gefnogwyd. Fe'u cyhoeddir fel y'u dychwelwyd, heb sŵn a heb dalgrynnu.",
  },
};

export const UNDER_5_NOTE: Note = {
  id: 'under_5',
  text: {
    en: 'A headcount of less than 5 is not shown, none included, nor are the other figures beside it.',
    cy: "Ni ddangosir cyfrif pennau o lai na 5, gan gynnwys dim, na'r ffigurau eraill wrth ei ochr.",
  },
};
