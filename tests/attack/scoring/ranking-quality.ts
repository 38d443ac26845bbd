/**
 * How well a score ranks what is there above what is not: the share of pairs, one of each, in the right order, ties
 * half (the area under the ROC curve). Without both kinds, 0.5.
 */
export function rankingQuality(
  items: readonly { readonly isThere: boolean; readonly score: number }[],
): number {
  const sorted = [...items].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1;
    const middle = (from + 1 + to) / 2;
    for (let at = from; at < to; at += 1) if (sorted[at]?.isThere) rankSum += middle;
    from = to;
  }
  const there = items.filter(({ isThere }) => isThere).length;
  const notThere = items.length - there;
  if (there === 0 || notThere === 0) return 0.5;
  return (rankSum - (there * (there + 1)) / 2) / (there * notThere);
}
