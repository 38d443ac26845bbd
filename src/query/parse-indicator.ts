import type { Manifest } from '../archive/manifest.ts';
import { ServiceError } from '../errors.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import type { Indicator, IndicatorQuestion } from '../standard/indicators/indicator.ts';
import { dimensionsOf, INDEX_SELECTOR, type PeriodLevel } from '../standard/table-description.ts';
import { offeringAskable } from './askable-nearest.ts';
import { parseQuestion } from './parse-question.ts';
import type { Parameters, Question } from './question.ts';
import { questionParameters, withChanged } from './question-text.ts';
import { refuseQuestion } from './refuse.ts';

/** A question about the values of an indicator: one of the public query for each of its parts. */
export interface IndicatorValuesQuestion {
  readonly indicator: Indicator;
  readonly numerator: Question;
  /** Null for an indicator that is a count. */
  readonly denominator: Question | null;
  /** The parameters that ask it again. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Selectors that only some indicators leave to the asker. */
const CHOSEN = ['measure', 'value_set'] as const;

/**
 * Reads a question about the values of an indicator: the questions of its numerator and denominator, for the period, the
 * areas and the dimensions asked.
 *
 * @throws {ServiceError} PARAMETER_MISSING or QUESTION_NOT_IN_LATTICE, as for a question to its table.
 */
export function parseIndicatorValues(
  release: Manifest,
  indicator: Indicator,
  given: Parameters,
): IndicatorValuesQuestion {
  return offeringAskable((parameters) => readIndicatorValues(release, indicator, parameters), given);
}

function readIndicatorValues(
  release: Manifest,
  indicator: Indicator,
  given: Parameters,
): IndicatorValuesQuestion {
  refuseUnchosen(indicator, given);
  refuseOtherGroups(indicator, given);
  const level = levelAsked(given);
  refuseLevel(release, indicator, level, given);
  const partOf = ({ question }: { readonly question: IndicatorQuestion }) =>
    translating(indicator, given, () =>
      parseQuestion(release, question.table as TableName, innerParameters(question, level, given)),
    );
  const numerator = partOf(indicator.numerator);
  const { by, period, area_code, ...selectors } = questionParameters(numerator);
  const grouped = withoutOwnGroups(indicator, by);
  const chosen = [...indicator.numerator.question.choose, INDEX_SELECTOR].flatMap((name) => {
    const code = given[name] === undefined ? undefined : (selectors[name] ?? given[name]);
    return code === undefined ? [] : [[name, code]];
  });
  return {
    indicator,
    numerator,
    denominator: indicator.denominator && partOf(indicator.denominator),
    parameters: {
      ...Object.fromEntries(chosen),
      ...(grouped === undefined ? {} : { by: grouped }),
      period: period as string,
      ...(area_code === undefined ? {} : { area_code }),
    },
  };
}

/** The level of the periods asked; undefined where none is. */
function levelAsked({ period, by }: Parameters): PeriodLevel | undefined {
  const group = by?.split(',').find((part) => part.split('.')[0] === 'period');
  if (period !== undefined) return period.includes('Q') ? 'quarter' : 'financial_year';
  if (group === undefined) return undefined;
  return group === 'period.financial_year' ? 'financial_year' : 'quarter';
}

function innerParameters(
  { selectors, choose, filters, by, figures }: IndicatorQuestion,
  level: PeriodLevel | undefined,
  given: Parameters,
): Parameters {
  return {
    ...selectors,
    ...Object.fromEntries(choose.map((name) => [name, given[name]])),
    ...filters,
    figure: level && figures[level],
    by: [given.by, ...by].filter(Boolean).join(',') || undefined,
    period: given.period,
    area_code: given.area_code,
    [INDEX_SELECTOR]: given[INDEX_SELECTOR],
  };
}

function refuseUnchosen({ id, numerator }: Indicator, given: Parameters): void {
  const name = CHOSEN.find(
    (selector) => given[selector] !== undefined && !numerator.question.choose.includes(selector),
  );
  if (name === undefined) return;
  throw refuseQuestion(
    name,
    { en: `${id} is asked without ${name}.`, cy: `Gofynnir am ${id} heb ${name}.` },
    { nearest: withChanged(given, { [name]: undefined }) },
  );
}

/** Values are told by what both parts are told by, and never by what one of them fixes. */
function refuseOtherGroups(indicator: Indicator, given: Parameters): void {
  const choices = groupsOf(indicator);
  const parts = given.by?.split(',') ?? [];
  const kept = parts.filter((part) => choices.includes(part.split('.')[0] as string));
  if (kept.length === parts.length) return;
  throw refuseQuestion(
    'by',
    {
      en: `${indicator.id} is told by ${choices.join(', ')}.`,
      cy: `Rhoddir ${indicator.id} yn ôl ${choices.join(', ')}.`,
    },
    { choices, nearest: withChanged(given, { by: kept.join(',') || undefined }) },
  );
}

/** The dimensions that an indicator may be told by beside its own. */
function groupsOf({ numerator, denominator }: Indicator): string[] {
  const parts = [numerator.question, ...(denominator === null ? [] : [denominator.question])];
  const own = parts.flatMap(({ filters, by }) => [
    ...Object.keys(filters),
    ...by.map((part) => part.split('.')[0] as string),
  ]);
  const common = dimensionsOf(TABLES[numerator.question.table as TableName])
    .map(({ name }) => name)
    .filter((name) =>
      parts.every(({ table }) =>
        dimensionsOf(TABLES[table as TableName]).some((field) => field.name === name),
      ),
    );
  return ['period', ...common.filter((name) => !own.includes(name))];
}

/** The text of `by` without the dimensions that an indicator groups by itself. */
function withoutOwnGroups({ numerator }: Indicator, by: string | undefined): string | undefined {
  const own = numerator.question.by.map((part) => part.split('.')[0]);
  const others = by?.split(',').filter((part) => !own.includes(part.split('.')[0]));
  return others?.join(',') || undefined;
}

function refuseLevel(
  release: Manifest,
  { id, numerator, period_levels: levels }: Indicator,
  level: PeriodLevel | undefined,
  given: Parameters,
): void {
  if (level === undefined || levels.includes(level)) return;
  const held = release.tables[numerator.question.table as TableName];
  const choices = levels.flatMap((each) =>
    each === 'quarter' ? (held?.quarters ?? []) : (held?.financial_years ?? []),
  );
  const by = given.by
    ?.split(',')
    .filter((part) => part.split('.')[0] !== 'period')
    .join(',');
  throw refuseQuestion(
    'period',
    {
      en: `${id} is worked out by ${levels.join(', ')} only: its counts do not add up over another kind of period.`,
      cy: `Cyfrifir ${id} fesul ${levels.join(', ')} yn unig: nid yw ei gyfrifon yn adio dros fath arall o gyfnod.`,
    },
    {
      choices,
      ...(choices.length > 0
        ? { nearest: withChanged(given, { by: by || undefined, period: choices.at(-1) }) }
        : {}),
    },
  );
}

/** The parameters of a table's own question as they are given to an indicator that asks it. */
export function inWordsOfIndicator(indicator: Indicator, offered: Parameters): Parameters {
  const names = [...indicator.numerator.question.choose, 'period', 'area_code', INDEX_SELECTOR];
  return {
    release: offered.release,
    by: withoutOwnGroups(indicator, offered.by),
    ...Object.fromEntries(names.map((name) => [name, offered[name]])),
  };
}

/** Refusals of a table's own question, with the nearest question put in the words of this one. */
function translating<Result>(indicator: Indicator, given: Parameters, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const errors = error.errors.map(({ nearest, ...fault }) => {
      if (nearest === undefined) return fault;
      const offered = Object.fromEntries(new URLSearchParams(nearest));
      const own = inWordsOfIndicator(indicator, { ...offered, release: given.release });
      return { ...fault, nearest: withChanged(own, {}) };
    });
    throw new ServiceError(error.code, error.detail, error.facts, { errors });
  }
}
