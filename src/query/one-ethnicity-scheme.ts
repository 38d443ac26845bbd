import { systemOf } from '../disclosure/lattice.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { AnswerRow, Note } from './answer.ts';
import { titleOf } from './break-notes.ts';
import { organisationsServing, quartersWithin, returnsHolding } from './coverage-state.ts';
import { coveredAreas, type GridPlace } from './lay-on-grid.ts';
import type { Question } from './question.ts';

/** The level of the five ethnic groups; below it the schemes cannot all tell the same categories apart. */
const GROUP_LEVEL = 'group';

/** An answer's rows, with those of another ethnicity scheme left out, and a note that names them. */
export interface RowsOfOneScheme {
  readonly rows: readonly AnswerRow[];
  readonly notes: readonly Note[];
}

/**
 * Below the five groups, one answer is of one ethnicity scheme: that of most of its areas and periods. The cells of
 * areas that follow another, and of wider areas whose returns follow several, are `not_available`: their categories do
 * not mean the same, and a sum of them means nothing. What the returns say decides, never a count.
 *
 * @param places - Of the rows, in their order.
 * @see docs/decisions/0021-one-ethnicity-scheme-below-group-level.md
 */
export function rowsOfOneScheme(
  question: Question,
  places: readonly GridPlace[],
  rows: readonly AnswerRow[],
): RowsOfOneScheme {
  const schemes = isBelowGroups(question) ? schemesByPlace(question, places) : new Map<string, Set<string>>();
  const found = new Set([...schemes.values()].flatMap((each) => [...each]));
  if (found.size < 2) return { rows, notes: [] };
  const chosen = commonest([...schemes.values()]);
  const isOfAnother = (place: GridPlace) => {
    const own = schemes.get(keyOf(place)) ?? new Set();
    return own.size > 1 || (own.size === 1 && !own.has(chosen ?? ''));
  };
  return {
    rows: rows.map((row, index) =>
      isOfAnother(places[index] as GridPlace) ? { ...row, cells: row.cells.map(() => NOT_AVAILABLE) } : row,
    ),
    notes: [noteOf(chosen, [...found].sort())],
  };
}

const NOT_AVAILABLE = { value: null, status: 'not_available' } as const;

function isBelowGroups({ dimensions, selectors }: Question): boolean {
  return dimensions.some(({ field, level }) => {
    const { list, levels } = systemOf(field, selectors);
    const groups = levels.find(({ id }) => id === GROUP_LEVEL);
    return list.id === 'ethnic_group' && groups !== undefined && level.rank > groups.rank;
  });
}

/** The schemes of the returns that make up the figures of each area and period. */
function schemesByPlace(question: Question, places: readonly GridPlace[]): Map<string, Set<string>> {
  const { table } = question;
  const returns = returnsHolding(question);
  const schemes = new Map<string, Set<string>>();
  for (const place of places) {
    const key = keyOf(place);
    if (schemes.has(key)) continue;
    const quarters = quartersWithin(place.place.period, table);
    const serving = new Set(
      coveredAreas(question, place.areaCode)
        .flatMap(organisationsServing)
        .map(({ code }) => code),
    );
    const own = returns.filter((item) => quarters.includes(item.period) && serving.has(item.organisation));
    schemes.set(key, new Set(own.map(({ ethnicity_scheme }) => ethnicity_scheme)));
  }
  return schemes;
}

function keyOf({ place, areaCode }: GridPlace): string {
  return `${place.period} ${areaCode}`;
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
