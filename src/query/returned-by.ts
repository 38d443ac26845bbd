import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Language } from '../standard/text.ts';
import type { Note, ReturnedBy } from './answer.ts';
import { returnsHolding } from './coverage-state.ts';
import type { Question } from './question.ts';

/** The organisations whose returns the figures come from; evaluations say so in notes of their own. */
export function returnedBy(question: Question): ReturnedBy[] {
  if (question.release.collection === 'evidence') return [];
  const returned = returnsHolding(question);
  const codes = [...new Set(returned.map(({ organisation }) => organisation))];
  return codes.flatMap((code) => {
    const own = returned.filter(({ organisation }) => organisation === code);
    const title = CODE_LISTS.organisations.codes.find((item) => item.code === code)?.title;
    if (title === undefined) return [];
    return [
      {
        organisation: code,
        title,
        periods: [...new Set(own.map(({ period }) => period))].sort(),
        services: [...new Set(own.flatMap((item) => item.services_included))].sort(),
      },
    ];
  });
}

/** The same in words. */
export function returnedNote({ release, periods }: Question, returned: readonly ReturnedBy[]): Note[] {
  if (release.collection === 'evidence') return [];
  const services = new Set(returned.flatMap((each) => each.services)).size;
  const span = periods.join(', ');
  const named = (language: Language) => returned.map(({ title }) => title[language]).join('; ');
  const text =
    returned.length === 0
      ? {
          en: `No organisation returned outcomes of this measure for ${span}.`,
          cy: `Ni ddychwelodd unrhyw sefydliad ganlyniadau'r mesur hwn ar gyfer ${span}.`,
        }
      : {
          en: `Outcomes for ${span} come from returns that cover ${services} services, of: ${named('en')}.`,
          cy: `Daw'r canlyniadau ar gyfer ${span} o ffurflenni sy'n cwmpasu ${services} gwasanaeth, gan: ${named('cy')}.`,
        };
  return [{ id: 'returned_by', text }];
}
