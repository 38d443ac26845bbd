import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Language, Text } from '../standard/text.ts';
import type { Note } from './answer.ts';
import type { BreakGroup, BreakKind, ComparabilityBreak } from './breaks.ts';

const LEADS: Readonly<Record<BreakKind, Text>> = {
  ethnicity_scheme: {
    en: 'Returns behind these figures record ethnic group by different schemes, so areas or periods may differ for that reason alone',
    cy: "Mae'r ffurflenni y tu ôl i'r ffigurau hyn yn cofnodi grŵp ethnig yn ôl cynlluniau gwahanol, felly gall ardaloedd neu gyfnodau fod yn wahanol am y rheswm hwnnw'n unig",
  },
  deprivation_index: {
    en: 'Returns of these areas and periods use different deprivation indices. Only those that use the one asked are counted; do not compare fifths of different indices',
    cy: "Mae ffurflenni'r ardaloedd a'r cyfnodau hyn yn defnyddio mynegeion amddifadedd gwahanol. Dim ond y rhai sy'n defnyddio'r un y gofynnwyd amdano a gyfrifir; peidiwch â chymharu pumedau o fynegeion gwahanol",
  },
  missing_returns: {
    en: 'Returns are missing, incomplete or without what is asked in some of these periods and not in others, so a change over time may be a change of who is counted',
    cy: "Mae ffurflenni ar goll, yn anghyflawn neu heb yr hyn a ofynnwyd mewn rhai o'r cyfnodau hyn ac nid mewn eraill, felly gall newid dros amser fod yn newid yn y rhai a gyfrifir",
  },
};

/** What a reader of figures beside one another must know of each break in comparability. */
export function breakNotes(breaks: readonly ComparabilityBreak[]): Note[] {
  return breaks.map(({ kind, groups }) => {
    const told = (language: Language) => groups.map((group) => groupWords(kind, group, language)).join('; ');
    return {
      id: `break_${kind}`,
      text: { en: `${LEADS[kind].en}: ${told('en')}.`, cy: `${LEADS[kind].cy}: ${told('cy')}.` },
    };
  });
}

function groupWords(
  kind: BreakKind,
  { code, organisations, periods }: BreakGroup,
  language: Language,
): string {
  const list = kind === 'missing_returns' ? 'cell_status' : kind;
  const names = organisations.map((each) => titleOf('organisations', each)[language]).join(', ');
  return `${titleOf(list, code)[language]}: ${names} (${periods.join(', ')})`;
}

/** A code that this version of the standard does not have, in an older release, stands for itself. */
export function titleOf(
  list: 'organisations' | 'cell_status' | 'ethnicity_scheme' | 'deprivation_index',
  code: string,
): Text {
  const title = CODE_LISTS[list].codes.find((candidate) => candidate.code === code)?.title;
  return title ?? { en: code, cy: code };
}
