/** Chances of the counts 0 … `most` if people came one by one at this mean (Poisson). */
export function poissonChances(mean: number, most: number): number[] {
  const chances = [Math.exp(-mean)];
  for (let count = 1; count <= most; count++) chances.push(((chances[count - 1] as number) * mean) / count);
  return chances;
}

/** Chances after something has been seen, by Bayes' rule; as before where no count could have made it. */
export function chancesAfter(prior: readonly number[], chanceOfSeen: (count: number) => number): number[] {
  const joint = prior.map((chance, count) => chance * chanceOfSeen(count));
  const total = joint.reduce((sum, chance) => sum + chance, 0);
  return total === 0 ? [...prior] : joint.map((chance) => chance / total);
}

/** The likeliest of 0, 1, 2 …; the least of those that tie. */
export function likeliest(chances: readonly number[]): number {
  return chances.reduce((best, chance, count) => (chance > (chances[best] as number) ? count : best), 0);
}
