import { type Code, isValidThroughout } from '../standard/code-list.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { datesOf } from '../standard/period.ts';
import { ancestryOf } from './scope.ts';

/** An organisation with its areas: several where the code of its area changed. */
export interface ServingOrganisation {
  readonly code: string;
  readonly areas: readonly string[];
}

/** Organisations of the register, of any time, whose own area is the area, within it, or around it. */
export function organisationsServing(area: string): readonly ServingOrganisation[] {
  const known = servingAreas.get(area);
  if (known !== undefined) return known;
  const around = ancestryOf(area);
  const found = SERVING.filter(({ areas }) =>
    areas.some((own) => around.includes(own) || ancestryOf(own).includes(area)),
  );
  // Only codes of the list are kept: there is no end of others.
  if (isArea(area)) servingAreas.set(area, found);
  return found;
}

const servingAreas = new Map<string, readonly ServingOrganisation[]>();

const SERVING: readonly ServingOrganisation[] = CODE_LISTS.organisations.codes
  .filter(({ extra }) => extra?.nation)
  .map(({ code, extra }) => ({ code, areas: (extra?.area_code ?? '').split(';') }));

const byCode = (codes: readonly Code[]): ReadonlyMap<string, Code> =>
  new Map(codes.map((code) => [code.code, code]));
const ORGANISATIONS = byCode(CODE_LISTS.organisations.codes);
const AREAS = byCode(CODE_LISTS.areas.codes);

/** Whether a code is one of the list of areas. */
export function isArea(code: string): boolean {
  return AREAS.has(code);
}

/** The area of an organisation in a quarter; undefined where either was not there throughout. */
export function areaOf(organisation: ServingOrganisation, quarter: string): string | undefined {
  const known = areasInQuarters.get(quarter) ?? new Map<string, string | undefined>();
  // There is no end of quarters that somebody may think of.
  if (areasInQuarters.size < MOST_QUARTERS) areasInQuarters.set(quarter, known);
  if (!known.has(organisation.code)) known.set(organisation.code, findAreaOf(organisation, quarter));
  return known.get(organisation.code);
}

const MOST_QUARTERS = 200;
const areasInQuarters = new Map<string, Map<string, string | undefined>>();

function findAreaOf({ code, areas }: ServingOrganisation, quarter: string): string | undefined {
  const { start, end } = datesOf(quarter);
  const isThere = (codes: ReadonlyMap<string, Code>, wanted: string) => {
    const found = codes.get(wanted);
    return found !== undefined && isValidThroughout(found, start, end);
  };
  if (!isThere(ORGANISATIONS, code)) return undefined;
  return areas.find((area) => isThere(AREAS, area));
}

/** Whether an organisation may send for itself or through its board: a partnership of a health board. */
export function isPartnership(organisation: string): boolean {
  return PARTNERSHIPS.has(organisation);
}

const PARTNERSHIPS: ReadonlySet<string> = new Set(
  CODE_LISTS.organisations.codes
    .filter(({ level }) => level === 'health_and_social_care_partnership')
    .map(({ code }) => code),
);
