import type { Place } from '../../../src/disclosure/addresses.ts';
import { AREA, personDimensionsOf, systemOf } from '../../../src/disclosure/lattice.ts';
import { TABLES } from '../../../src/standard/generated/tables.ts';
import { dimensionsOf } from '../../../src/standard/table-description.ts';
import type { Cell } from '../country/cells.ts';
import type { PublicService } from '../country/serve-country.ts';

/** A question as the parameters of an address, in the order in which they are written. */
export type Asked = readonly (readonly [name: string, value: string])[];

export interface AnsweredRow {
  readonly value: number | null;
  readonly status: string;
  readonly [code: string]: unknown;
}

/** A category of a dimension: the finest level it is asked at, its code there, and all the codes a row may have for it. */
interface Words {
  readonly name: string;
  readonly token: string;
  readonly level: string;
  readonly code: string;
  readonly codes: readonly string[];
}

/** The fixed dimensions of a place, area first, as questions and rows call them. */
export function wordsOf({ table, selectors, area, dimensions }: Place): Words[] {
  const fields = dimensionsOf(TABLES[table]);
  return Object.entries({ [AREA]: area, ...dimensions }).map(([name, token]) => {
    const field = fields.find((each) => each.name === name);
    if (!field) throw new Error(`${table} has no dimension ${name}`);
    const system = systemOf(field, selectors);
    const found = system.levels.flatMap((level) =>
      system
        .categoriesAt(level, null)
        .filter((category) => category.token === token)
        .map(({ code }) => ({ level: level.id, code })),
    );
    const finest = found.at(-1);
    if (finest) return { name, token, ...finest, codes: found.map(({ code }) => code) };
    throw new Error(`${table} has no category ${token} of ${name}`);
  });
}

/** What every question about the table of a cell says, and which figure is wanted. */
export function fixedPart({ place, figure }: Cell): Asked {
  return [...Object.entries(place.selectors), ['figure', figure]];
}

/** The dimensions to ask for: a code that another one carries is not named. */
export function askedWords({ place }: Cell): Words[] {
  const carried = new Set(
    personDimensionsOf(place.table)
      .filter((field) => place.dimensions[field.name] !== undefined)
      .flatMap((field) => Object.keys(field.carries ?? {})),
  );
  return wordsOf(place).filter(({ name }) => !carried.has(name));
}

export function addressOf(table: string, asked: Asked): string {
  return `/v1/data/${table}?${asked.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

/** The rows of an answer; undefined where the question was refused. */
export async function rowsOf(
  service: PublicService,
  address: string,
): Promise<readonly AnsweredRow[] | undefined> {
  const { status, body } = await service.get(address);
  if (status === 400) return undefined;
  if (status !== 200) throw new Error(`${address} was answered with ${status}: ${body.slice(0, 300)}`);
  return (JSON.parse(body) as { rows: AnsweredRow[] }).rows;
}

/** The row of a cell among others. */
export function rowOf(rows: readonly AnsweredRow[], { place }: Cell): AnsweredRow | undefined {
  const words = wordsOf(place);
  const found = rows.filter(
    (row) =>
      (row.period ?? place.period) === place.period &&
      words.every(({ name, codes }) => row[name] === undefined || codes.includes(String(row[name]))),
  );
  if (found.length > 1) throw new Error(`${found.length} rows stand for ${JSON.stringify(place)}`);
  return found[0];
}
