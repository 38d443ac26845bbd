import { systemOf } from '../disclosure/lattice.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Note } from './answer.ts';
import { titleOf } from './break-notes.ts';
import { quartersWithin, returnsHolding } from './coverage-state.ts';
import { coveredAreas } from './lay-on-grid.ts';
import type { Question } from './question.ts';
import { organisationsServing } from './serving-organisations.ts';

/** The level of the five ethnic groups; below it the schemes cannot all tell the same categories apart. */
const GROUP_LEVEL = 'group';

/** Which areas and periods of an answer are of another ethnicity scheme, and a note that names it. */
export interface OneScheme {
  /** @param area - Its code. */
  isOfAnother(period: string, area: string): boolean;
  readonly notes: readonly Note[];
}

/**
 * Below the five groups, one answer is of one ethnicity scheme: that of most of its areas and periods. The cells of
 * areas that follow another, and of wider areas whose returns follow several, are `not_available`: their categories do
 * not mean the same, and a sum of them means nothing. What the returns say decides, never a count.
 *
 * @see docs/decisions/0021-one-ethnicity-scheme-below-group-level.md
 */
export function oneScheme(question: Question): OneScheme {
  const schemes = isBelowGroups(question) ? schemesByPlace(question) : new Map<string, Set<string>>();
  const found = new Set([...schemes.values()].flatMap((each) => [...each]));
  if (found.size < 2) return { isOfAnother: () => false, notes: [] };
  const chosen = commonest([...schemes.values()]);
  return {
    isOfAnother(period, area) {
      const own = schemes.get(keyOf(period, area)) ?? new Set();
      return own.size > 1 || (own.size === 1 && !own.has(chosen ?? ''));
    },
    notes: [noteOf(chosen, [...found].sort())],
  };
}

function isBelowGroups({ dimensions, selectors }: Question): boolean {
  return dimensions.some(({ field, level }) => {
    const { list, levels } = systemOf(field, selectors);
    const groups = levels.find(({ id }) => id === GROUP_LEVEL);
    return list.id === 'ethnic_group' && groups !== undefined && level.rank > groups.rank;
  });
}

/** The schemes of the returns that make up the figures of each area and period. */
function schemesByPlace(question: Question): Map<string, Set<string>> {
  const { table, periods, area } = question;
  const returns = returnsHolding(question);
  const schemes = new Map<string, Set<string>>();
  for (const period of periods) {
    const quarters = quartersWithin(period, table);
    const ofPeriod = returns.filter((item) => quarters.includes(item.period));
    for (const { code } of area.categories) {
      const serving = new Set(
        coveredAreas(question, code)
          .flatMap(organisationsServing)
          .map((organisation) => organisation.code),
      );
      const own = ofPeriod.filter((item) => serving.has(item.organisation));
      schemes.set(keyOf(period, code), new Set(own.map(({ ethnicity_scheme }) => ethnicity_scheme)));
    }
  }
  return schemes;
}

function keyOf(period: string, area: string): string {
  return `${period} ${area}`;
}

/** Of the places with one scheme, the scheme of most; of equals, the first of the code list. */
function commonest(schemes: readonly ReadonlySet<string>[]): string | undefined {
  const single = schemes.filter(({ size }) => size === 1).flatMap((each) => [...each]);
  const count = (code: string) => single.filter((each) => each === code).length;
  return CODE_LISTS.ethnicity_scheme.codes
    .map(({ code }) => code)
    .filter((code) => count(code) > 0)
    .reduce<string | undefined>(
      (best, code) => (best === undefined || count(code) > count(best) ? code : best),
      undefined,
    );
}

function noteOf(chosen: string | undefined, found: readonly string[]): Note {
  const others = found.filter((code) => code !== chosen).map((code) => titleOf('ethnicity_scheme', code));
  const own = chosen === undefined ? undefined : titleOf('ethnicity_scheme', chosen);
  const rest = { en: others.map(({ en }) => en).join('; '), cy: others.map(({ cy }) => cy).join('; ') };
  return {
    id: 'one_ethnicity_scheme',
    text: {
      en: `${own ? `Below the five ethnic groups this answer is of areas and periods whose returns all follow one scheme, ${own.en}.` : 'No area and period asked has returns of one ethnicity scheme alone.'} Where returns follow another scheme (${rest.en}) or several, figures below the groups are not available: the categories do not mean the same. Ask by group to see them together.`,
      cy: `${own ? `Islaw'r pum grŵp ethnig mae'r ateb hwn am ardaloedd a chyfnodau y mae eu ffurflenni i gyd yn dilyn un cynllun, ${own.cy}.` : 'Nid oes gan unrhyw ardal a chyfnod y gofynnwyd amdanynt ffurflenni o un cynllun ethnigrwydd yn unig.'} Lle mae ffurflenni'n dilyn cynllun arall (${rest.cy}) neu sawl un, nid yw ffigurau islaw'r grwpiau ar gael: nid yr un peth yw ystyr y categorïau. Gofynnwch fesul grŵp i'w gweld gyda'i gilydd.`,
    },
  };
}
