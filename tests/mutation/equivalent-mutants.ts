import type { Mutant } from './find-mutants.ts';

/** A mutant that no test can tell from the source, and why. */
export interface EquivalentMutant extends Pick<Mutant, 'file' | 'before' | 'after'> {
  readonly reason: string;
}

export const EQUIVALENT_MUTANTS: readonly EquivalentMutant[] = [];

/** Whether a mutant is one of those that change nothing. */
export function isEquivalent({ file, before, after }: Mutant): boolean {
  return EQUIVALENT_MUTANTS.some(
    (known) => known.file === file && known.before === before && known.after === after,
  );
}
