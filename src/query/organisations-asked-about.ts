import { coveredAreas } from './lay-on-grid.ts';
import type { Question } from './question.ts';
import { organisationsServing } from './serving-organisations.ts';

/** Codes of the organisations whose own area is one that is asked about, within it, or around it. */
export function organisationsAskedAbout(question: Question): ReadonlySet<string> {
  return new Set(
    question.area.categories.flatMap(({ code }) =>
      coveredAreas(question, code)
        .flatMap(organisationsServing)
        .map((organisation) => organisation.code),
    ),
  );
}
