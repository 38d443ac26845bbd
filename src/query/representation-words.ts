import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Text } from '../standard/text.ts';
import type { AnswerAttribute, AnswerFigure, Note, Warning } from './answer.ts';
import type { RepresentationQuestion } from './parse-representation.ts';
import type { NoComparison, Reading } from './representation-statistics.ts';

/** The figures of an answer about who is reached, in order. */
export const REPRESENTATION_FIGURES: readonly AnswerFigure[] = [
  {
    name: 'people',
    title: { en: 'People reached', cy: 'Pobl a gyrhaeddwyd' },
    description: {
      en: 'People of the year and category, each counted once by each organisation; the number that /v1/data gives.',
      cy: "Pobl y flwyddyn a'r categori, pob un yn cyfrif unwaith gan bob sefydliad; y nifer y mae /v1/data yn ei roi.",
    },
    unit: 'person',
  },
  {
    name: 'people_outside',
    title: { en: 'Of them, living outside', cy: 'Ohonynt, yn byw y tu allan' },
    description: {
      en: 'Of a nation, those who live outside the areas served: left out of its shares, ratio and rate.',
      cy: "O genedl, y rhai sy'n byw y tu allan i'r ardaloedd a wasanaethir: wedi'u gadael allan o'i chyfrannau, ei chymhareb a'i chyfradd.",
    },
    unit: 'person',
  },
  {
    name: 'residents',
    title: { en: 'Residents', cy: 'Preswylwyr' },
    description: {
      en: 'Who lives there, by the table that the notes name.',
      cy: "Pwy sy'n byw yno, yn ôl y tabl y mae'r nodiadau'n ei enwi.",
    },
    unit: 'person',
  },
  {
    name: 'share_of_reached',
    title: { en: 'Share of people reached', cy: "Cyfran o'r bobl a gyrhaeddwyd" },
    description: {
      en: 'In whole per cents of the people reached whose category is published.',
      cy: "Mewn canrannau cyfan o'r bobl a gyrhaeddwyd y cyhoeddir eu categori.",
    },
    unit: 'percent',
  },
  {
    name: 'share_of_residents',
    title: { en: 'Share of residents', cy: "Cyfran o'r preswylwyr" },
    description: {
      en: 'In per cents of the residents of all categories compared.',
      cy: 'Mewn canrannau o breswylwyr pob categori a gymherir.',
    },
    unit: 'percent',
  },
  {
    name: 'ratio',
    title: { en: 'Ratio', cy: 'Cymhareb' },
    description: {
      en: 'Share of people reached divided by share of residents; 1 where they are equal.',
      cy: "Cyfran o'r bobl a gyrhaeddwyd wedi'i rhannu â chyfran o'r preswylwyr; 1 lle maent yn gyfartal.",
    },
    unit: 'ratio',
  },
  {
    name: 'ratio_lower_95',
    title: { en: 'Ratio, lower end of 95% interval', cy: 'Cymhareb, pen isaf y cyfwng 95%' },
    description: {
      en: 'From published figures; chance, noise and rounding included.',
      cy: 'O ffigurau cyhoeddedig; gan gynnwys hap, sŵn a thalgrynnu.',
    },
    unit: 'ratio',
  },
  {
    name: 'ratio_upper_95',
    title: { en: 'Ratio, upper end of 95% interval', cy: 'Cymhareb, pen uchaf y cyfwng 95%' },
    description: {
      en: 'From published figures; chance, noise and rounding included.',
      cy: 'O ffigurau cyhoeddedig; gan gynnwys hap, sŵn a thalgrynnu.',
    },
    unit: 'ratio',
  },
  {
    name: 'rate_per_1000',
    title: { en: 'Rate per 1,000 residents', cy: 'Cyfradd fesul 1,000 o breswylwyr' },
    description: {
      en: 'People reached for every 1,000 residents of the category.',
      cy: 'Pobl a gyrhaeddwyd am bob 1,000 o breswylwyr y categori.',
    },
    unit: 'person',
  },
  {
    name: 'blanks_percentage',
    title: { en: 'Category not known, per cent', cy: 'Categori ddim yn hysbys, y cant' },
    description: {
      en: 'Of everyone reached in the area and year, those whose category is not known: left out of the comparison.',
      cy: "O bawb a gyrhaeddwyd yn yr ardal a'r flwyddyn, y rhai nad yw eu categori'n hysbys: wedi'u gadael allan o'r gymhariaeth.",
    },
    unit: 'percent',
  },
  {
    name: 'outside_percentage',
    title: { en: 'Live outside, per cent', cy: 'Yn byw y tu allan, y cant' },
    description: {
      en: 'Of everyone reached in the nation, those who live outside the areas served: left out of the comparison.',
      cy: "O bawb a gyrhaeddwyd yn y genedl, y rhai sy'n byw y tu allan i'r ardaloedd a wasanaethir: wedi'u gadael allan o'r gymhariaeth.",
    },
    unit: 'percent',
  },
];

export const REPRESENTATION_ATTRIBUTES: readonly AnswerAttribute[] = [
  {
    name: 'reading',
    title: { en: 'Reading', cy: 'Darlleniad' },
    description: {
      en: 'What the interval of the ratio says; empty where it is not to be read.',
      cy: "Beth mae cyfwng y gymhareb yn ei ddweud; gwag lle nad yw i'w ddarllen.",
    },
  },
  {
    name: 'reason',
    title: { en: 'Reason', cy: 'Rheswm' },
    description: {
      en: 'Why something of the row is not given; empty where everything is.',
      cy: "Pam na roddir rhywbeth o'r rhes; gwag lle rhoddir popeth.",
    },
  },
];

export const READINGS: Readonly<Record<Reading, Text>> = {
  under: {
    en: 'Reached less than their share of residents',
    cy: "Cyrhaeddwyd llai na'u cyfran o'r preswylwyr",
  },
  over: {
    en: 'Reached more than their share of residents',
    cy: "Cyrhaeddwyd mwy na'u cyfran o'r preswylwyr",
  },
  not_distinguishable: {
    en: 'Cannot be told apart from their share of residents',
    cy: "Ni ellir gwahaniaethu rhyngddi a'u cyfran o'r preswylwyr",
  },
};

/** Why a row has no ratio, or one that is not read. */
export type RepresentationReason = NoComparison | 'part_year' | 'other_index' | 'blanks_above_20';

export const REPRESENTATION_REASONS: Readonly<Record<RepresentationReason, Text>> = {
  not_shown: {
    en: 'The number of people reached is not published.',
    cy: 'Ni chyhoeddir nifer y bobl a gyrhaeddwyd.',
  },
  part_year: {
    en: 'The returns do not cover the whole area in all four quarters: shares of a part of the year, and no ratio or rate.',
    cy: "Nid yw'r ffurflenni'n cwmpasu'r ardal gyfan ym mhob un o'r pedwar chwarter: cyfrannau rhan o'r flwyddyn, a dim cymhareb na chyfradd.",
  },
  other_index: {
    en: 'A return of the area counted deprivation fifths with another index than the residents.',
    cy: 'Cyfrifodd ffurflen o’r ardal bumedau amddifadedd â mynegai gwahanol i un y preswylwyr.',
  },
  few_residents: {
    en: 'A ratio and a rate need at least 500 residents.',
    cy: 'Mae angen o leiaf 500 o breswylwyr ar gymhareb a chyfradd.',
  },
  whole_too_small: {
    en: 'A share needs at least 30 people reached whose category is published.',
    cy: 'Mae angen o leiaf 30 o bobl a gyrhaeddwyd y cyhoeddir eu categori ar gyfran.',
  },
  part_too_small: {
    en: 'A share needs a published part of at least 10.',
    cy: 'Mae angen rhan gyhoeddedig o 10 o leiaf ar gyfran.',
  },
  rest_too_small: {
    en: 'A share needs at least 10 people of other categories.',
    cy: 'Mae angen o leiaf 10 o bobl o gategorïau eraill ar gyfran.',
  },
  blanks_above_20: {
    en: 'The category of more than 20 in 100 people reached is not known, so the ratio is not read.',
    cy: "Nid yw categori mwy nag 20 o bob 100 o'r bobl a gyrhaeddwyd yn hysbys, felly ni ddarllenir y gymhareb.",
  },
};

export const PART_YEAR_WARNING: Warning = {
  id: 'part_year',
  text: {
    en: 'Areas whose returns do not cover all four quarters have shares of a part of the year, and no ratio, rate or reading.',
    cy: "Mae gan ardaloedd nad yw eu ffurflenni'n cwmpasu pob un o'r pedwar chwarter gyfrannau rhan o'r flwyddyn, a dim cymhareb, cyfradd na darlleniad.",
  },
};

/** How to read the comparison, before the notes that go with every count. */
export function representationNotes({ characteristic, question }: RepresentationQuestion): Note[] {
  const table = characteristic.residents;
  const another = CODE_LISTS.sex.codes.find(({ code }) => code === 'another')?.title;
  const nations = question.release.scope.length;
  return [
    {
      id: 'residents_table',
      text: { en: `Residents: ${table.en}.`, cy: `Preswylwyr: ${table.cy}.` },
    },
    {
      id: 'counted_twice',
      text: {
        en: 'A person known to two organisations counts twice.',
        cy: "Mae unigolyn sy'n hysbys i ddau sefydliad yn cyfrif ddwywaith.",
      },
    },
    {
      id: 'left_out',
      text: {
        en: 'People whose category is not known, and people who live outside the areas served, are left out of both sides.',
        cy: "Gadewir allan o'r ddwy ochr bobl nad yw eu categori'n hysbys, a phobl sy'n byw y tu allan i'r ardaloedd a wasanaethir.",
      },
    },
    ...(characteristic.id === 'sex' && another
      ? [
          {
            id: 'another_sex',
            text: {
              en: `No residents are held of "${another.en}", so people of that answer are left out; /v1/data/profiles counts them.`,
              cy: `Ni chedwir preswylwyr "${another.cy}", felly gadewir allan bobl â'r ateb hwnnw; mae /v1/data/profiles yn eu cyfrif.`,
            },
          },
        ]
      : []),
    ...(nations > 1
      ? [
          {
            id: 'outside_not_told_apart',
            text: {
              en: 'Of a nation, people who live outside the areas served are counted in, since this release tells them for all its nations together.',
              cy: "O genedl, cyfrifir pobl sy'n byw y tu allan i'r ardaloedd a wasanaethir, gan fod y datganiad hwn yn eu rhoi ar gyfer ei holl genhedloedd gyda'i gilydd.",
            },
          },
        ]
      : []),
    {
      id: 'not_need',
      text: {
        en: 'Residents are everyone, not those who would need support: a ratio below 1 asks a question, it does not answer it.',
        cy: "Pawb yw'r preswylwyr, nid y rhai y byddai angen cymorth arnynt: mae cymhareb o dan 1 yn gofyn cwestiwn, nid yw'n ei ateb.",
      },
    },
  ];
}
