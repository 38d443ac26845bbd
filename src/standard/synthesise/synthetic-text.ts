import type { Text } from '../text.ts';
import type { Board } from './board.ts';

export const SOURCE_NAME = 'spcd synthesise: synthetic data, nobody was counted';

export const NOT_HELD: Text = {
  en: 'Invented: the systems imagined for this board do not hold these items.',
  cy: "Dychmygol: nid yw'r systemau a ddychmygwyd ar gyfer y bwrdd hwn yn dal yr eitemau hyn.",
};

/** What the notes of a synthetic return say of the people in it. */
export function notesOf(board: Board): Text {
  return board.nation === 'wales' ? FROM_OWN_CENSUS : FROM_WELSH_SHARES;
}

const FROM_OWN_CENSUS: Text = {
  en: 'Synthetic data. Invented people were drawn from census figures and counted; no real person is here.',
  cy: "Data synthetig. Lluniwyd pobl ddychmygol o ffigurau'r cyfrifiad a'u cyfrif; nid oes unigolyn go iawn yma.",
};

const FROM_WELSH_SHARES: Text = {
  en: 'Synthetic data. Invented people were drawn and counted; no real person is here. This standard holds no census table of this nation: ages, sexes, ethnic groups and the like are drawn by the shares of Wales, fifths and areas by equal shares.',
  cy: "Data synthetig. Lluniwyd pobl ddychmygol a'u cyfrif; nid oes unigolyn go iawn yma. Nid oes gan y safon hon dabl cyfrifiad ar gyfer y genedl hon: lluniwyd oedrannau, rhywiau, grwpiau ethnig a'u tebyg yn ôl cyfrannau Cymru, a phumedau ac ardaloedd yn ôl cyfrannau cyfartal.",
};
