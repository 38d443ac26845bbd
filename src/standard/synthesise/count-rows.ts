/**
 * One row for each different combination of codes, in the order of the codes, with the figures of its items
 * added up.
 */
export function countRows<Item, Codes extends object, Figures extends Record<string, number>>(
  items: Iterable<Item>,
  codesOf: (item: Item) => Codes,
  figuresOf: (item: Item) => Figures,
): (Codes & Figures)[] {
  const rows = new Map<string, { readonly codes: Codes; readonly figures: Record<string, number> }>();
  for (const item of items) {
    const codes = codesOf(item);
    const key = Object.values(codes).join(' ');
    const figures = figuresOf(item);
    const row = rows.get(key);
    if (row === undefined) {
      rows.set(key, { codes, figures: { ...figures } });
      continue;
    }
    for (const [name, figure] of Object.entries(figures)) {
      row.figures[name] = (row.figures[name] as number) + figure;
    }
  }
  return [...rows.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { codes, figures }]) => ({ ...codes, ...figures }) as Codes & Figures);
}
