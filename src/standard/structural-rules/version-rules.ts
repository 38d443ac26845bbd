import type { StructuralText } from './structural-rule.ts';

const SOURCE = 'this standard, core dataset, principle 9';

/** What a return uses that the version it follows does not have, or no longer wants. */
export const VERSION_RULES = [
  {
    id: 'field-of-this-version',
    since: '1.1',
    message: {
      en: 'The field came in a later version of the standard than the one that the return follows.',
      cy: "Daeth y maes mewn fersiwn ddiweddarach o'r safon na'r un y mae'r ffurflen yn ei dilyn.",
    },
    why: {
      en: 'Whoever reads the return by the version it names does not know the field.',
      cy: "Nid yw pwy bynnag sy'n darllen y ffurflen yn ôl y fersiwn a enwir ynddi yn adnabod y maes.",
    },
    remedy: {
      en: 'Leave the field out, or follow the later version: spcd upgrade lifts a return to it.',
      cy: 'Gadewch y maes allan, neu dilynwch y fersiwn ddiweddarach: mae spcd upgrade yn codi ffurflen iddi.',
    },
    source: SOURCE,
  },
  {
    id: 'code-of-this-version',
    since: '1.1',
    message: {
      en: 'The code came in a later version of the standard than the one that the return follows.',
      cy: "Daeth y cod mewn fersiwn ddiweddarach o'r safon na'r un y mae'r ffurflen yn ei dilyn.",
    },
    why: {
      en: 'Whoever reads the return by the version it names does not know the code.',
      cy: "Nid yw pwy bynnag sy'n darllen y ffurflen yn ôl y fersiwn a enwir ynddi yn adnabod y cod.",
    },
    remedy: {
      en: 'Use a code of the version that the return follows, or follow the later one: spcd upgrade lifts a return to it.',
      cy: "Defnyddiwch god o'r fersiwn y mae'r ffurflen yn ei dilyn, neu dilynwch yr un ddiweddarach: mae spcd upgrade yn codi ffurflen iddi.",
    },
    source: SOURCE,
  },
  {
    id: 'code-not-deprecated',
    tier: 'advice',
    since: '1.1',
    message: {
      en: 'The code is deprecated: it still passes, and a later version may end it.',
      cy: "Anghymeradwyir y cod: mae'n dal i basio, a gall fersiwn ddiweddarach ddod ag ef i ben.",
    },
    why: {
      en: 'What it stands for is said better by the code that takes over from it.',
      cy: "Mae'r cod sy'n cymryd drosodd oddi wrtho yn dweud yn well yr hyn y mae'n ei gynrychioli.",
    },
    remedy: {
      en: 'Record the code suggested from now on. Figures already recorded may be sent as they are.',
      cy: 'Cofnodwch y cod a awgrymir o hyn ymlaen. Gellir anfon ffigurau a gofnodwyd eisoes fel y maent.',
    },
    source: SOURCE,
  },
] as const satisfies readonly StructuralText[];
