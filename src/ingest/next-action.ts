import type { TableName } from '../standard/generated/tables.ts';
import type { Text } from '../standard/text.ts';
import type { HeaderChange, StoredCollection } from '../store/stored-values.ts';
import { agreeTogether } from './disagreement.ts';
import type { LifeState } from './life-state.ts';
import { wordsOfHeaderChanges } from './words-of-header-changes.ts';

const DONE: Text = {
  en: 'Nothing more to do. The figures take part in the next release.',
  cy: "Nid oes dim mwy i'w wneud. Bydd y ffigurau'n rhan o'r datganiad nesaf.",
};
const DONE_IN_SANDBOX: Text = {
  en: 'Nothing more to do. These figures came with a sandbox key and take part in no release: send the return with a live key for that.',
  cy: "Nid oes dim mwy i'w wneud. Daeth y ffigurau hyn gydag allwedd blwch tywod ac ni fyddant yn rhan o unrhyw ddatganiad: anfonwch y ffurflen ag allwedd fyw ar gyfer hynny.",
};
const DONE_SYNTHETIC: Text = {
  en: 'Nothing more to do. These figures are named as synthetic and take part in releases of synthetic data alone.',
  cy: "Nid oes dim mwy i'w wneud. Enwir y ffigurau hyn yn rhai synthetig a byddant yn rhan o ddatganiadau o ddata synthetig yn unig.",
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
const SUPERSEDED_IN_PART_IN_SANDBOX: Text = {
  en: 'Nothing more to do. A later return has taken the place of some tables. All of it is in the sandbox and takes part in no release.',
  cy: "Nid oes dim mwy i'w wneud. Mae ffurflen ddiweddarach wedi cymryd lle rhai tablau. Mae'r cyfan yn y blwch tywod ac ni fydd yn rhan o unrhyw ddatganiad.",
};
const SEND_IN_EARNEST: Text = {
  en: 'This was a trial and nothing was stored. Send the return again without dry_run.',
  cy: 'Prawf oedd hwn ac ni storiwyd dim. Anfonwch y ffurflen eto heb dry_run.',
};
const VERIFY: Text = {
  en: 'The figures are kept but do not stand yet. Check each finding of the tier verify. Where figures are wrong, mend them and send the return again; where they are right, confirm each rule with a reason at /verifications of this submission.',
  cy: "Cedwir y ffigurau ond nid ydynt yn sefyll eto. Gwiriwch bob canfyddiad o'r haen verify. Lle mae ffigurau'n anghywir, cywirwch nhw ac anfonwch y ffurflen eto; lle maent yn gywir, cadarnhewch bob rheol gyda rheswm yn /verifications y cyflwyniad hwn.",
};
const VERIFY_THE_REST: Text = {
  en: 'A later return has taken the place of some tables; the others are kept but do not stand yet. Check each finding of the tier verify. Where figures are wrong, mend them and send the tables again; where they are right, confirm each rule with a reason at /verifications of this submission.',
  cy: "Mae ffurflen ddiweddarach wedi cymryd lle rhai tablau; cedwir y lleill ond nid ydynt yn sefyll eto. Gwiriwch bob canfyddiad o'r haen verify. Lle mae ffigurau'n anghywir, cywirwch nhw ac anfonwch y tablau eto; lle maent yn gywir, cadarnhewch bob rheol gyda rheswm yn /verifications y cyflwyniad hwn.",
};
const VERIFY_TRIAL: Text = {
  en: 'This was a trial and nothing was stored. Check each finding of the tier verify before you send the return; where the figures are right, send it with confirm=rule:reason for each rule.',
  cy: "Prawf oedd hwn ac ni storiwyd dim. Gwiriwch bob canfyddiad o'r haen verify cyn anfon y ffurflen; lle mae'r ffigurau'n gywir, anfonwch hi gyda confirm=rheol:rheswm ar gyfer pob rheol.",
};
const WITHDRAWN: Text = {
  en: 'You took these figures back. They take part in no release to come. Send a return again when they have been put right.',
  cy: 'Tynasoch y ffigurau hyn yn ôl. Ni fyddant yn rhan o unrhyw ddatganiad i ddod. Anfonwch ffurflen eto pan fyddant wedi eu cywiro.',
};
const WITHDRAWN_IN_PART: Text = {
  en: 'You took some tables back; the others that stand take part in the next release. Send the tables again when they have been put right.',
  cy: "Tynasoch rai tablau yn ôl; bydd y lleill sy'n sefyll yn rhan o'r datganiad nesaf. Anfonwch y tablau eto pan fyddant wedi eu cywiro.",
};
const WITHDRAWN_IN_PART_IN_SANDBOX: Text = {
  en: 'You took some tables back. All of it is in the sandbox and takes part in no release.',
  cy: "Tynasoch rai tablau yn ôl. Mae'r cyfan yn y blwch tywod ac ni fydd yn rhan o unrhyw ddatganiad.",
};
const MEND: Text = {
  en: 'Mend what the findings of the tier error name and send the whole return again. What stood before still stands.',
  cy: "Cywirwch yr hyn y mae canfyddiadau'r haen error yn ei enwi ac anfonwch y ffurflen gyfan eto. Mae'r hyn a oedd yn sefyll o'r blaen yn dal i sefyll.",
};

/** What the submitter does next, in words. */
export function nextAction(
  state: LifeState,
  {
    dry_run,
    sandbox,
    collection,
    header_changes,
    disagreesWith,
  }: {
    readonly dry_run: boolean;
    readonly sandbox: boolean;
    readonly collection: StoredCollection | null;
    readonly header_changes: readonly HeaderChange[];
    /** Tables that stand with which a rejected one does not agree; none when something else is against it. */
    readonly disagreesWith: readonly TableName[];
  },
  tables: readonly {
    readonly outcome: string;
    readonly superseded: boolean;
    readonly withdrawal: object | null;
  }[],
): Text {
  const isOvertakenInPart = tables.some(({ superseded }) => superseded);
  if (state === 'rejected') return disagreesWith.length > 0 ? agreeTogether(disagreesWith) : MEND;
  if (state === 'needs_verification' && dry_run) return VERIFY_TRIAL;
  if (state === 'needs_verification') return isOvertakenInPart ? VERIFY_THE_REST : VERIFY;
  if (dry_run) return SEND_IN_EARNEST;
  if (state === 'withdrawn') return WITHDRAWN;
  if (state === 'superseded') return SUPERSEDED;
  if (tables.some(({ withdrawal }) => withdrawal !== null)) {
    return sandbox ? WITHDRAWN_IN_PART_IN_SANDBOX : WITHDRAWN_IN_PART;
  }
  if (isOvertakenInPart) return sandbox ? SUPERSEDED_IN_PART_IN_SANDBOX : SUPERSEDED_IN_PART;
  const done = sandbox ? DONE_IN_SANDBOX : collection === 'synthetic' ? DONE_SYNTHETIC : DONE;
  const isUnchanged = tables.every(({ outcome }) => outcome === 'unchanged');
  if (header_changes.length === 0) return isUnchanged ? NOTHING_NEW : done;
  const changed = wordsOfHeaderChanges(header_changes, isUnchanged);
  return { en: `${changed.en} ${done.en}`, cy: `${changed.cy} ${done.cy}` };
}
