import type { Manifest } from '../archive/manifest.ts';
import { ServiceError } from '../errors.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { TABLE_NAMES } from '../standard/generated/tables.ts';
import { isFinancialYear, isQuarter, quartersOf } from '../standard/period.ts';
import { suggestName } from '../standard/suggest.ts';
import type { Parameters } from './question.ts';

/** What is asked of the coverage of a release; what is absent is asked of all. */
export interface CoverageFilter {
  readonly organisation?: ReadonlySet<string>;
  /** Quarters; a financial year that was asked stands here as its four. */
  readonly period?: ReadonlySet<string>;
  readonly table?: ReadonlySet<string>;
  readonly area_code?: ReadonlySet<string>;
}

export const COVERAGE_FILTERS = ['organisation', 'period', 'table', 'area_code'] as const;
type FilterName = (typeof COVERAGE_FILTERS)[number];

/**
 * Reads the filters of a question about coverage: codes separated by commas, any of which may hold.
 *
 * A code that the standard knows and the release does not is answered with nothing.
 *
 * @throws {ServiceError} REQUEST_MALFORMED for a code that the standard does not know, with those of the release.
 */
export function readCoverageFilter(release: Manifest, asked: Parameters): CoverageFilter {
  const read = COVERAGE_FILTERS.flatMap((name): [FilterName, ReadonlySet<string>][] => {
    const given = asked[name];
    if (given === undefined) return [];
    const codes = given.split(',');
    const unknown = codes.find((code) => !isKnown(name, code));
    if (unknown !== undefined) throw refuseCode(name, unknown, codesIn(release, name));
    return [[name, new Set(name === 'period' ? codes.flatMap(quartersIn) : codes)]];
  });
  return Object.fromEntries(read);
}

const KNOWN: Readonly<Record<Exclude<FilterName, 'period'>, ReadonlySet<string>>> = {
  organisation: new Set(CODE_LISTS.organisations.codes.map(({ code }) => code)),
  table: new Set(TABLE_NAMES),
  area_code: new Set(CODE_LISTS.areas.codes.map(({ code }) => code)),
};

function isKnown(name: FilterName, code: string): boolean {
  return name === 'period' ? isQuarter(code) || isFinancialYear(code) : KNOWN[name].has(code);
}

function quartersIn(period: string): readonly string[] {
  return isQuarter(period) ? [period] : quartersOf(period);
}

function codesIn({ coverage, expected = [] }: Manifest, name: FilterName): string[] {
  const of: Readonly<Record<FilterName, () => readonly string[]>> = {
    organisation: () => [...coverage, ...expected].map(({ organisation }) => organisation),
    period: () => [...coverage, ...expected].map(({ period }) => period),
    table: () => TABLE_NAMES,
    area_code: () => coverage.flatMap((item) => Object.values(item.areas_complete).flat()),
  };
  const codes = [...new Set(of[name]())];
  return name === 'table' ? codes : codes.sort();
}

function refuseCode(parameter: FilterName, given: string, choices: readonly string[]): ServiceError {
  const detail = {
    en: `"${given.slice(0, 40)}" is no code of ${parameter}. Separate several with commas, without blanks.`,
    cy: `Nid yw "${given.slice(0, 40)}" yn god ar gyfer ${parameter}. Rhowch atalnodau rhwng sawl un, heb fylchau.`,
  };
  const nearest = suggestName(given, choices);
  const fault = { parameter, detail, choices, ...(nearest === null ? {} : { nearest }) };
  return new ServiceError('REQUEST_MALFORMED', detail, {}, { errors: [fault] });
}
