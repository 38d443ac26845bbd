import type { Manifest } from '../src/archive/manifest.ts';
import { cuboidsOf } from '../src/disclosure/lattice.ts';
import { ServiceError } from '../src/errors.ts';
import type { CellSource } from '../src/query/cell-source.ts';
import { placesOf } from '../src/query/lay-on-grid.ts';
import { parseQuestion } from '../src/query/parse-question.ts';
import { publishedCombinations } from '../src/query/published-combinations.ts';
import type { Question } from '../src/query/question.ts';
import { TABLE_NAMES } from '../src/standard/generated/tables.ts';
import { bareLookUps } from './bare-look-up.ts';

/** A question as it is asked, and as statements of DuckDB that read what it needs. */
export interface DrawnQuestion {
  readonly path: string;
  readonly cells: number;
  readonly statements: readonly string[];
}

const LARGE = 1_000;

/** Numbers from 0 to 1, the same for a seed every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Different shapes of a release's lattice, one in five of a thousand cells or more, in the order of a draw. */
export async function drawQuestions(
  source: CellSource,
  release: Manifest,
  { seed, wanted }: { readonly seed: number; readonly wanted: number },
): Promise<DrawnQuestion[]> {
  const draw = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)] as Item;
  const tables = TABLE_NAMES.filter((table) => release.tables[table] !== undefined);
  const found = new Map<string, DrawnQuestion>();
  const counts = { small: 0, large: 0 };
  for (let turn = 0; found.size < wanted && turn < wanted * 500; turn += 1) {
    const table = pick(tables);
    const { selectors } = pick(await publishedCombinations(source, release, table));
    const { area, dimensions } = pick(cuboidsOf(table, selectors));
    const { quarters = [], financial_years: years = [] } = release.tables[table] ?? {};
    const periods = pick([quarters, quarters.slice(-1), quarters.slice(0, 2), years]);
    const by = [`area_code.${area}`, ...dimensions.map(({ name, level }) => `${name}.${level}`)];
    const asked = { ...selectors, by: by.join(','), period: periods.join(',') };
    const question = readIfAsked(() => parseQuestion(release, table, asked));
    if (question === undefined) continue;
    const cells = placesOf(question);
    const size = cells >= LARGE ? 'large' : 'small';
    const path = `/v1/data/${table}?${new URLSearchParams(asked)}&release=${release.release}`;
    if (found.has(path) || counts[size] >= (size === 'large' ? wanted / 5 : (wanted * 4) / 5)) continue;
    counts[size] += 1;
    found.set(path, { path, cells, statements: await bareLookUps(source.archive, question) });
  }
  return [...found.values()];
}

function readIfAsked(read: () => Question): Question | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
