import type { Manifest } from '../../src/archive/manifest.ts';
import { placeId } from '../../src/disclosure/addresses.ts';
import { homeOf } from '../../src/disclosure/home.ts';
import { gridOf } from '../../src/query/lay-on-grid.ts';
import { parseOutcomeQuestion } from '../../src/query/parse-outcomes.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import type { Question } from '../../src/query/question.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import { isQuarter } from '../../src/standard/period.ts';
import type { Country } from '../attack/country/open-country.ts';
import type { PublicService } from '../attack/country/serve-country.ts';
import { trueCounts } from '../attack/scoring/true-counts.ts';
import { medianOf } from './median.ts';
import { RESEARCH_QUESTIONS, type ResearchQuestion } from './research-questions.ts';

/** How a question fares in one kind of period. */
export interface Fate {
  /** Rows that are no blanks and can occur, and those of them with a number. Null where it cannot be asked so. */
  readonly rows: number;
  readonly shown: number;
  /** |published − true| / true of the counts that are shown. */
  readonly errors: readonly number[];
}

export interface MeasuredQuestion extends ResearchQuestion {
  readonly quarter: Fate | null;
  readonly year: Fate | null;
}

export interface Usefulness {
  readonly questions: readonly MeasuredQuestion[];
  readonly answered: number;
  readonly answeredByQuarter: number;
  readonly answeredByYear: number;
  readonly errorByQuarter: number;
  readonly errorByYear: number;
}

/** The last periods of the country. */
const PERIODS = { quarter: '2026-Q1', year: '2025-26' } as const;

/**
 * Asks every research question over HTTP, by quarter and by year, and compares what is shown with what is true.
 *
 * @param service - Of the release made with the noise; the first noise unless given.
 */
export async function measureUsefulness(
  country: Country,
  service: PublicService,
  { noiseSeed }: { readonly noiseSeed?: number } = {},
): Promise<Usefulness> {
  const release = await country.published(noiseSeed).manifest();
  const truth = await trueCounts(country, {});
  const questions: MeasuredQuestion[] = [];
  for (const question of RESEARCH_QUESTIONS) {
    const fateIn = (period: string) => follow(service, { release, truth }, addressIn(question, period));
    questions.push({
      ...question,
      quarter: await fateIn(PERIODS.quarter),
      year: await fateIn(PERIODS.year),
    });
  }
  const errorsOf = (kind: 'quarter' | 'year') => questions.flatMap((each) => each[kind]?.errors ?? []);
  return {
    questions,
    answered: questions.filter((each) => isAnswered(each.quarter) || isAnswered(each.year)).length,
    answeredByQuarter: questions.filter(({ quarter }) => isAnswered(quarter)).length,
    answeredByYear: questions.filter(({ year }) => isAnswered(year)).length,
    errorByQuarter: medianOf(errorsOf('quarter')),
    errorByYear: medianOf(errorsOf('year')),
  };
}

/** A question is answered where at least half of what it asks for is shown. */
export function isAnswered(fate: Fate | null): boolean {
  return fate !== null && fate.rows > 0 && fate.shown >= fate.rows / 2;
}

function addressIn({ ask }: ResearchQuestion, period: string): string {
  const path = ask.startsWith('outcomes?') ? `/v1/${ask}` : `/v1/data/${ask}`;
  // A series is of all periods of the kind.
  if (ask.includes('by=period')) {
    return path.replace('by=period', `by=period.${isQuarter(period) ? 'quarter' : 'financial_year'}`);
  }
  return `${path}${path.endsWith('?') ? '' : '&'}period=${period}`;
}

interface Body {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly Record<string, unknown>[];
}

interface Known {
  readonly release: Manifest;
  readonly truth: ReadonlyMap<string, number>;
}

async function follow(
  service: PublicService,
  { release, truth }: Known,
  address: string,
): Promise<Fate | null> {
  const { status, body } = await service.get(address);
  if (status === 400) return null;
  if (status !== 200) throw new Error(`${address} was answered with ${status}: ${body.slice(0, 300)}`);
  const { columns, rows } = JSON.parse(body) as Body;
  const isOutcome = address.startsWith('/v1/outcomes');
  const ids = idsOf(questionAt(release, address));
  let asked = 0;
  let shown = 0;
  const errors: number[] = [];
  rows.forEach((row, index) => {
    const named = columns.every(({ name }) => !isBlank(String(row[name])));
    const main = cellIn(row, isOutcome ? 'mean_change' : undefined);
    if (!named || main.status === 'not_applicable' || main.status === 'not_available') return;
    asked += 1;
    if (main.value !== null) shown += 1;
    const { value } = cellIn(row, isOutcome ? 'n_paired' : undefined);
    const count = truth.get(ids[index] as string);
    if (value !== null && count !== undefined) errors.push(Math.abs(value - count) / count);
  });
  return { rows: asked, shown, errors };
}

function cellIn(row: Record<string, unknown>, figure: string | undefined) {
  return (figure === undefined ? row : row[figure]) as {
    readonly value: number | null;
    readonly status: string;
  };
}

function questionAt(release: Manifest, address: string): Question {
  const { pathname, searchParams } = new URL(address, 'http://service');
  const asked = Object.fromEntries(searchParams);
  if (pathname === '/v1/outcomes') {
    const { coverage } = parseOutcomeQuestion(release, asked);
    if (coverage === undefined) throw new Error(`${address} counts nobody`);
    return { ...coverage, figures: coverage.figures.filter(({ name }) => name === 'n_paired') };
  }
  return parseQuestion(release, pathname.split('/').at(-1) as TableName, asked);
}

/** The cells behind the rows of an answer, in their order. */
function idsOf(question: Question): string[] {
  const figure = question.figures[0]?.name as string;
  return gridOf(question).map(({ place }) => {
    const home = homeOf({ place, figure });
    return placeId(home.place, home.figure);
  });
}

const BLANKS = new Set(CODE_LISTS.blank.codes.map(({ code }) => code));

function isBlank(code: string): boolean {
  return BLANKS.has(code) || code.startsWith('not_known:');
}
