import { weightOf } from './language.ts';

/**
 * The media type to answer in: of those offered, the one the `Accept` header likes best.
 *
 * Among equals the first offered wins. A more specific item of the header overrules a broader one.
 *
 * @param offered - Media types without parameters, our favourite first.
 * @returns Null if the header excludes them all.
 * @example
 * chooseMediaType('text/csv, application/json;q=0.5', ['application/json', 'text/csv']); // 'text/csv'
 */
export function chooseMediaType<Offered extends string>(
  accept: string | undefined,
  offered: readonly Offered[],
): Offered | null {
  if (accept === undefined || accept.trim() === '') return offered[0] ?? null;
  const ranges = accept.split(',').map((item) => {
    const [range = '', ...parameters] = item.trim().toLowerCase().split(';');
    return { range: range.trim(), weight: weightOf(parameters) };
  });
  const weigh = (type: string): number => {
    const [main] = type.split('/');
    for (const form of [type, `${main}/*`, '*/*']) {
      const found = ranges.find(({ range }) => range === form);
      if (found !== undefined) return found.weight;
    }
    return 0;
  };
  let best: Offered | null = null;
  for (const type of offered) {
    if (weigh(type) > (best === null ? 0 : weigh(best))) best = type;
  }
  return best;
}

/** The media type that a `Content-Type` names, in lower case and without parameters. */
export function bareMediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
