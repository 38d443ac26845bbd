import { suggest } from '../standard/suggest.ts';

/** The choice that a mistyped name most likely meant; null if none is near. */
export function nearestOf(name: string, choices: readonly string[]): string | null {
  return suggest(
    name,
    choices.map((choice) => ({ code: choice, title: { en: choice, cy: choice } })),
  );
}
