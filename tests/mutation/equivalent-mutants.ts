import type { Mutant } from './find-mutants.ts';

/** A mutant that no test can tell from the source, and why. */
export interface EquivalentMutant extends Pick<Mutant, 'file' | 'before' | 'after'> {
  readonly reason: string;
}

export const EQUIVALENT_MUTANTS: readonly EquivalentMutant[] = [
  {
    file: 'check-lattice.ts',
    before:
      'const hasBoth = countsOf(tableOfVersion(table, version)).some((count) => count.periods.length > 1);',
    after:
      'const hasBoth = countsOf(tableOfVersion(table, version)).every((count) => count.periods.length > 1);',
    reason: 'The counts of each table of the standard have the same periods; one of several must be enough.',
  },
  {
    file: 'implied-cells.ts',
    before: 'if (token === undefined || !chosen?.ages_from || chosen.ages_from < 16) return true;',
    after: 'if (token === undefined || !chosen?.ages_from || chosen.ages_from < 15) return true;',
    reason: 'Nothing in the standard is asked from the age of 15.',
  },
  {
    file: 'noise-row.ts',
    before: 'if (varianceOf(row) < variance) low = middle;',
    after: 'if (varianceOf(row) <= variance) low = middle;',
    reason: 'Where the variance is met exactly, both bounds close in on the same row.',
  },
  {
    file: 'noise-row.ts',
    before: 'let low = 0;',
    after: 'let low = -1;',
    reason: 'The first halving is then at 0, where the variance is 0, and raises the bound to 0.',
  },
  {
    file: 'noise-row.ts',
    before: 'let high = 1;',
    after: 'let high = 2;',
    reason: 'The first halving is then at 1, where chances are equal, and lowers the bound to 1.',
  },
];

/** Whether a mutant is one of those that change nothing. */
export function isEquivalent({ file, before, after }: Mutant): boolean {
  return EQUIVALENT_MUTANTS.some(
    (known) => known.file === file && known.before === before && known.after === after,
  );
}
