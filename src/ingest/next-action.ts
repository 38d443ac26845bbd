import type { Text } from '../standard/text.ts';
import type { SubmissionState } from '../store/stored-values.ts';

const DONE: Text = {
  en: 'Nothing more to do. The figures take part in the next release.',
  cy: "Nid oes dim mwy i'w wneud. Bydd y ffigurau'n rhan o'r datganiad nesaf.",
};
const NOTHING_NEW: Text = {
  en: 'Nothing more to do. These figures stood already.',
  cy: "Nid oes dim mwy i'w wneud. Roedd y ffigurau hyn yn sefyll eisoes.",
};
const SUPERSEDED: Text = {
  en: 'Nothing more to do. A later return has taken the place of these figures.',
  cy: "Nid oes dim mwy i'w wneud. Mae ffurflen ddiweddarach wedi cymryd lle'r ffigurau hyn.",
};
const SUPERSEDED_IN_PART: Text = {
  en: 'Nothing more to do. A later return has taken the place of some tables; the others take part in the next release.',
  cy: "Nid oes dim mwy i'w wneud. Mae ffurflen ddiweddarach wedi cymryd lle rhai tablau; bydd y lleill yn rhan o'r datganiad nesaf.",
};
const SEND_IN_EARNEST: Text = {
  en: 'This was a trial and nothing was stored. Send the return again without dry_run.',
  cy: 'Prawf oedd hwn ac ni storiwyd dim. Anfonwch y ffurflen eto heb dry_run.',
};
const VERIFY: Text = {
  en: 'The figures do not stand yet. Check each finding of the tier verify. Mend what is wrong; where the figures are right, send the return again with confirm=rule:reason for each rule.',
  cy: "Nid yw'r ffigurau'n sefyll eto. Gwiriwch bob canfyddiad o'r haen verify. Cywirwch yr hyn sy'n anghywir; lle mae'r ffigurau'n gywir, anfonwch y ffurflen eto gyda confirm=rheol:rheswm ar gyfer pob rheol.",
};
const MEND: Text = {
  en: 'Mend what the findings of the tier error name and send the whole return again. What stood before still stands.',
  cy: "Cywirwch yr hyn y mae canfyddiadau'r haen error yn ei enwi ac anfonwch y ffurflen gyfan eto. Mae'r hyn a oedd yn sefyll o'r blaen yn dal i sefyll.",
};

/** What the submitter does next, in words. */
export function nextAction(
  state: SubmissionState,
  dry_run: boolean,
  tables: readonly { readonly outcome: string; readonly superseded: boolean }[],
): Text {
  if (state === 'rejected') return MEND;
  if (state === 'needs_verification') return VERIFY;
  if (dry_run) return SEND_IN_EARNEST;
  if (tables.some(({ superseded }) => superseded)) {
    return tables.every(({ superseded }) => superseded) ? SUPERSEDED : SUPERSEDED_IN_PART;
  }
  return tables.every(({ outcome }) => outcome === 'unchanged') ? NOTHING_NEW : DONE;
}
