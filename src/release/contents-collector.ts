import type { TableContents } from '../archive/manifest.ts';
import type { TableName } from '../standard/generated/tables.ts';
import { isQuarter } from '../standard/period.ts';
import type { CellsContents } from './read-published.ts';

interface Gathered {
  readonly periods: string[];
  readonly selectors: Map<string, Set<string>>;
}

/** Gathers what the tables of a release can be asked for, file by file. */
export class ContentsCollector {
  readonly #tables = new Map<TableName, Gathered>();
  readonly #areas = new Set<string>();

  add(table: TableName, period: string, { areas, selectors }: CellsContents): void {
    const own: Gathered = this.#tables.get(table) ?? { periods: [], selectors: new Map() };
    this.#tables.set(table, own);
    own.periods.push(period);
    for (const area of areas) this.#areas.add(area);
    for (const [name, codes] of Object.entries(selectors)) {
      own.selectors.set(name, new Set([...(own.selectors.get(name) ?? []), ...codes]));
    }
  }

  /** Tokens of the areas that some published cell is about. */
  areas(): readonly string[] {
    return [...this.#areas];
  }

  byTable(): Partial<Record<TableName, TableContents>> {
    const contents = [...this.#tables].map(([table, { periods, selectors }]) => {
      const sorted = [...periods].sort();
      const of: TableContents = {
        quarters: sorted.filter(isQuarter),
        financial_years: sorted.filter((period) => !isQuarter(period)),
        selectors: Object.fromEntries([...selectors].map(([name, codes]) => [name, [...codes].sort()])),
      };
      return [table, of] as const;
    });
    return Object.fromEntries(contents);
  }
}
