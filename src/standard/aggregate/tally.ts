/** A row of a table, by field. */
export type CountedRow = Readonly<Record<string, string | number | null>>;

type Codes = Readonly<Record<string, string>>;

/** Groups things by their codes, one group for each different combination. */
export class Groups<Item> {
  readonly #groups = new Map<string, { readonly codes: Codes; readonly items: Item[] }>();

  add(codes: Codes, item: Item): void {
    const key = JSON.stringify(Object.values(codes));
    const group = this.#groups.get(key);
    if (group) group.items.push(item);
    else this.#groups.set(key, { codes, items: [item] });
  }

  /** One row for each group, in the order of the codes, so that the same cases give the same bytes. */
  rows(countsOf: (items: readonly Item[]) => CountedRow): CountedRow[] {
    return [...this.#groups.keys()].sort().map((key) => {
      const { codes, items } = this.#groups.get(key) as { codes: Codes; items: Item[] };
      return { ...codes, ...countsOf(items) };
    });
  }
}

/** How many of some items fit. */
export function countOf<Item>(items: readonly Item[], fits: (item: Item) => boolean): number {
  return items.filter(fits).length;
}
