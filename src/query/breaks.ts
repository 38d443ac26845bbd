import type { Manifest, ReturnCoverage } from '../archive/manifest.ts';
import { systemOf } from '../disclosure/lattice.ts';
import { INDEX_SELECTOR } from '../standard/table-description.ts';
import { type Gap, quartersWithin } from './coverage-state.ts';
import { organisationsAskedAbout } from './organisations-asked-about.ts';
import type { Question } from './question.ts';

/** Why figures that stand beside one another, by period or by area, may not be comparable. */
export type BreakKind = 'ethnicity_scheme' | 'deprivation_index' | 'missing_returns';

/** Organisations whose returns of these periods are alike. */
export interface BreakGroup {
  /** A scheme or an index of its code list; of missing returns, `no_return`, `partial` or `not_collected`. */
  readonly code: string;
  readonly organisations: readonly string[];
  readonly periods: readonly string[];
}

export interface ComparabilityBreak {
  readonly kind: BreakKind;
  readonly groups: readonly BreakGroup[];
}

interface Entry {
  readonly code: string;
  readonly organisation: string;
  readonly period: string;
}

/**
 * The breaks in comparability of an answer, by what the returns of its areas and periods say: never by a count. Evaluations
 * stand for themselves and have none.
 *
 * @param gaps - Where returns of the areas asked are missing or incomplete.
 */
export function breaksOf(question: Question, gaps: readonly Gap[]): ComparabilityBreak[] {
  const { release, table, periods, selectors } = question;
  if (release.collection === 'evidence') return [];
  const quarters = periods.flatMap((period) => quartersWithin(period, table));
  const asked = organisationsAskedAbout(question);
  const returns = release.coverage.filter(
    (item) =>
      quarters.includes(item.period) && item.tables[table] !== undefined && asked.has(item.organisation),
  );
  return [
    ...(isByEthnicGroup(question) ? schemeBreaks(returns) : []),
    ...(selectors[INDEX_SELECTOR] === undefined ? [] : indexBreaks(returns)),
    ...missingBreaks(gaps, quarters),
  ];
}

/** The breaks of a whole release: wherever its returns follow several schemes or indices. */
export function breaksOfRelease(release: Manifest): ComparabilityBreak[] {
  if (release.collection === 'evidence') return [];
  return [...schemeBreaks(release.coverage), ...indexBreaks(release.coverage)];
}

/** Whether a question is by ethnic group, at whatever level. */
export function isByEthnicGroup({ dimensions, selectors }: Question): boolean {
  return dimensions.some(({ field }) => systemOf(field, selectors).list.id === 'ethnic_group');
}

function schemeBreaks(returns: readonly ReturnCoverage[]): ComparabilityBreak[] {
  const entries = returns.map(({ ethnicity_scheme: code, organisation, period }) => ({
    code,
    organisation,
    period,
  }));
  return severalOf('ethnicity_scheme', entries);
}

function indexBreaks(returns: readonly ReturnCoverage[]): ComparabilityBreak[] {
  const entries = returns.map(({ deprivation_index: code, organisation, period }) => ({
    code,
    organisation,
    period,
  }));
  return severalOf('deprivation_index', entries);
}

/** Returns that are missing in every period leave the periods comparable; `meta.coverage` names those too. */
function missingBreaks(gaps: readonly Gap[], quarters: readonly string[]): ComparabilityBreak[] {
  const missing = new Map<string, Set<string>>();
  for (const { organisation, period } of gaps) {
    missing.set(organisation, (missing.get(organisation) ?? new Set()).add(period));
  }
  const entries = gaps
    .filter(({ organisation }) => missing.get(organisation)?.size !== new Set(quarters).size)
    .map(({ organisation, period, state }) => ({ code: state, organisation, period }));
  return entries.length === 0 ? [] : [{ kind: 'missing_returns', groups: groupsOf(entries) }];
}

function severalOf(
  kind: 'ethnicity_scheme' | 'deprivation_index',
  entries: readonly Entry[],
): ComparabilityBreak[] {
  if (new Set(entries.map(({ code }) => code)).size < 2) return [];
  return [{ kind, groups: groupsOf(entries) }];
}

/** Those of one code and the same periods together, by code, periods and organisation. */
function groupsOf(entries: readonly Entry[]): BreakGroup[] {
  const periodsOf = new Map<string, Set<string>>();
  for (const { code, organisation, period } of entries) {
    const key = `${code} ${organisation}`;
    periodsOf.set(key, (periodsOf.get(key) ?? new Set()).add(period));
  }
  const organisationsOf = new Map<string, string[]>();
  for (const [key, periods] of periodsOf) {
    const [code, organisation] = key.split(' ') as [string, string];
    const group = `${code} ${[...periods].sort().join(',')}`;
    organisationsOf.set(group, [...(organisationsOf.get(group) ?? []), organisation].sort());
  }
  return [...organisationsOf].sort(byKey).map(([key, organisations]) => {
    const [code, periods] = key.split(' ') as [string, string];
    return { code, organisations, periods: periods.split(',') };
  });
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
