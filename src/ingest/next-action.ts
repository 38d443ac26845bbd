import type { Text } from '../standard/text.ts';
import type { StoredCollection, SubmissionBrief } from '../store/stored-values.ts';
import { agreeTogether } from './disagreement.ts';
import type { LifeState } from './life-state.ts';
import { wordsOfHeaderChanges } from './words-of-header-changes.ts';

/** Where the figures of a return go. */
type Kind = 'live' | 'sandbox' | 'synthetic';

const DONE: Readonly<Record<Kind, Text>> = {
  live: {
    en: 'Nothing more to do. The figures take part in the next release.',
    cy: "Nid oes dim mwy i'w wneud. Bydd y ffigurau'n rhan o'r datganiad nesaf.",
  },
  sandbox: {
    en: 'Nothing more to do. These figures came with a sandbox key and take part in no release: send the return with a live key for that.',
    cy: "Nid oes dim mwy i'w wneud. Daeth y ffigurau hyn gydag allwedd blwch tywod ac ni fyddant yn rhan o unrhyw ddatganiad: anfonwch y ffurflen ag allwedd fyw ar gyfer hynny.",
  },
  synthetic: {
    en: 'Nothing more to do. These figures are named as synthetic and take part in releases of synthetic data alone.',
    cy: "Nid oes dim mwy i'w wneud. Enwir y ffigurau hyn yn rhai synthetig a byddant yn rhan o ddatganiadau o ddata synthetig yn unig.",
  },
};
const NOTHING_NEW: Text = {
  en: 'Nothing more to do. These figures stood already.',
  cy: "Nid oes dim mwy i'w wneud. Roedd y ffigurau hyn yn sefyll eisoes.",
};
const SUPERSEDED: Text = {
  en: 'Nothing more to do. A later return has taken the place of these figures.',
  cy: "Nid oes dim mwy i'w wneud. Mae ffurflen ddiweddarach wedi cymryd lle'r ffigurau hyn.",
};
const SUPERSEDED_IN_PART: Readonly<Record<Kind, Text>> = {
  live: {
    en: 'Nothing more to do. A later return has taken the place of some tables; the others take part in the next release.',
    cy: "Nid oes dim mwy i'w wneud. Mae ffurflen ddiweddarach wedi cymryd lle rhai tablau; bydd y lleill yn rhan o'r datganiad nesaf.",
  },
  sandbox: {
    en: 'Nothing more to do. A later return has taken the place of some tables. All of it is in the sandbox and takes part in no release.',
    cy: "Nid oes dim mwy i'w wneud. Mae ffurflen ddiweddarach wedi cymryd lle rhai tablau. Mae'r cyfan yn y blwch tywod ac ni fydd yn rhan o unrhyw ddatganiad.",
  },
  synthetic: {
    en: 'Nothing more to do. A later return has taken the place of some tables; the others take part in releases of synthetic data alone.',
    cy: "Nid oes dim mwy i'w wneud. Mae ffurflen ddiweddarach wedi cymryd lle rhai tablau; bydd y lleill yn rhan o ddatganiadau o ddata synthetig yn unig.",
  },
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
  en: 'the others are kept but do not stand yet. Check each finding of the tier verify that is of these. Where figures are wrong, mend them and send the tables again; where they are right, confirm each rule with a reason at /verifications of this submission, with an empty list where no rule is left.',
  cy: "cedwir y lleill ond nid ydynt yn sefyll eto. Gwiriwch bob canfyddiad o'r haen verify sy'n ymwneud â'r rhain. Lle mae ffigurau'n anghywir, cywirwch nhw ac anfonwch y tablau eto; lle maent yn gywir, cadarnhewch bob rheol gyda rheswm yn /verifications y cyflwyniad hwn, gyda rhestr wag lle nad oes rheol ar ôl.",
};
const VERIFY_WHAT_WAS_NOT_OVERTAKEN: Text = {
  en: `A later return has taken the place of some tables; ${VERIFY_THE_REST.en}`,
  cy: `Mae ffurflen ddiweddarach wedi cymryd lle rhai tablau; ${VERIFY_THE_REST.cy}`,
};
const VERIFY_WHAT_WAS_NOT_TAKEN_BACK: Text = {
  en: `You took some tables back; ${VERIFY_THE_REST.en}`,
  cy: `Tynasoch rai tablau yn ôl; ${VERIFY_THE_REST.cy}`,
};
const VERIFY_TRIAL: Text = {
  en: 'This was a trial and nothing was stored. Check each finding of the tier verify before you send the return; where the figures are right, send it with confirm=rule:reason for each rule.',
  cy: "Prawf oedd hwn ac ni storiwyd dim. Gwiriwch bob canfyddiad o'r haen verify cyn anfon y ffurflen; lle mae'r ffigurau'n gywir, anfonwch hi gyda confirm=rheol:rheswm ar gyfer pob rheol.",
};
const WITHDRAWN: Text = {
  en: 'You took these figures back. They take part in no release to come. Send a return again when they have been put right.',
  cy: 'Tynasoch y ffigurau hyn yn ôl. Ni fyddant yn rhan o unrhyw ddatganiad i ddod. Anfonwch ffurflen eto pan fyddant wedi eu cywiro.',
};
const WITHDRAWN_IN_PART: Readonly<Record<Kind, Text>> = {
  live: {
    en: 'You took some tables back; the others that stand take part in the next release. Send the tables again when they have been put right.',
    cy: "Tynasoch rai tablau yn ôl; bydd y lleill sy'n sefyll yn rhan o'r datganiad nesaf. Anfonwch y tablau eto pan fyddant wedi eu cywiro.",
  },
  sandbox: {
    en: 'You took some tables back. All of it is in the sandbox and takes part in no release.',
    cy: "Tynasoch rai tablau yn ôl. Mae'r cyfan yn y blwch tywod ac ni fydd yn rhan o unrhyw ddatganiad.",
  },
  synthetic: {
    en: 'You took some tables back; the others that stand take part in releases of synthetic data alone. Send the tables again when they have been put right.',
    cy: "Tynasoch rai tablau yn ôl; bydd y lleill sy'n sefyll yn rhan o ddatganiadau o ddata synthetig yn unig. Anfonwch y tablau eto pan fyddant wedi eu cywiro.",
  },
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
    brief,
  }: {
    readonly dry_run: boolean;
    readonly sandbox: boolean;
    readonly collection: StoredCollection | null;
    readonly brief: SubmissionBrief;
  },
  tables: readonly {
    readonly outcome: string;
    readonly superseded: boolean;
    readonly withdrawal: object | null;
  }[],
): Text {
  const isOvertakenInPart = tables.some(({ superseded }) => superseded);
  const isTakenBackInPart = tables.some(({ withdrawal }) => withdrawal !== null);
  const kind: Kind = sandbox ? 'sandbox' : collection === 'synthetic' ? 'synthetic' : 'live';
  if (state === 'rejected')
    return brief.disagrees_with.length > 0 ? agreeTogether(brief.disagrees_with) : MEND;
  if (state === 'needs_verification' && dry_run) return VERIFY_TRIAL;
  if (state === 'needs_verification' && isTakenBackInPart) return VERIFY_WHAT_WAS_NOT_TAKEN_BACK;
  if (state === 'needs_verification') return isOvertakenInPart ? VERIFY_WHAT_WAS_NOT_OVERTAKEN : VERIFY;
  if (dry_run) return SEND_IN_EARNEST;
  if (state === 'withdrawn') return WITHDRAWN;
  if (state === 'superseded') return SUPERSEDED;
  if (isTakenBackInPart) return WITHDRAWN_IN_PART[kind];
  if (isOvertakenInPart) return SUPERSEDED_IN_PART[kind];
  const done = DONE[kind];
  const isUnchanged = tables.every(({ outcome }) => outcome === 'unchanged');
  if (brief.changed_fields.length === 0) return isUnchanged ? NOTHING_NEW : done;
  const changed = wordsOfHeaderChanges(brief.changed_fields, isUnchanged);
  return { en: `${changed.en} ${done.en}`, cy: `${changed.cy} ${done.cy}` };
}
