import type { Answer } from '../query/answer.ts';
import { STATUS_SENTENCE } from '../standard/about.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Text } from '../standard/text.ts';
import { countCells } from './count-cells.ts';

/** A line of the notes: what it is about, then the words in English and in Welsh. */
type NoteLine = readonly [about: string, english: string, welsh: string];

/**
 * What a reader of the figures must know, as lines of a sheet with a header: what they are, how they are protected,
 * how to cite them, who is missing from them, and what the signs mean.
 */
export function notesOf({ meta, figures, rows, notes, warnings }: Answer): NoteLine[] {
  const { disclosure, licence } = meta;
  const { cells, shown } = countCells({ rows });
  const least =
    disclosure.threshold === null
      ? null
      : {
          en: `Counts under ${disclosure.threshold} are not shown. `,
          cy: `Ni ddangosir cyfrifon o dan ${disclosure.threshold}. `,
        };
  const question = Object.entries(meta.question).map(([name, value]) => `${name}=${value}`);
  return [
    ['', 'English', 'Cymraeg'],
    line('table', meta.table_title),
    ...figures.map((figure) => both('figure', [figure.title, figure.description], figure.unit)),
    same('release', [meta.release, ...(meta.published_at === null ? [] : [meta.published_at])].join(', ')),
    line('collection', meta.collection_title),
    line('standard', STATUS_SENTENCE),
    same('question', question.join('\n')),
    same('permalink', meta.permalink),
    line('citation', meta.citation),
    both('licence', [licence.name], licence.url),
    ...notes.map(({ id, text }) => line(id, text)),
    ...warnings.map(({ id, text, nearest }) => both(id, [text], nearest)),
    same('disclosure', `${disclosure.method}, ${disclosure.version}`),
    line('disclosure', {
      en: `${least?.en ?? ''}Shown: ${shown} of ${cells}.`,
      cy: `${least?.cy ?? ''}Dangosir: ${shown} o ${cells}.`,
    }),
    ...coverageLines(meta.coverage),
    line('[c]', {
      en: 'Not shown: none, or too few to show.',
      cy: "Heb ei ddangos: dim, neu rhy ychydig i'w dangos.",
    }),
    line('[z]', statusWords('not_applicable')),
    line('[x]', {
      en: 'Not available: the returns did not hold it, or no return came in.',
      cy: "Ddim ar gael: nid oedd y ffurflenni'n ei ddal, neu ni ddaeth ffurflen i law.",
    }),
  ];
}

function coverageLines(coverage: Answer['meta']['coverage']): NoteLine[] {
  if (coverage.length === 0) {
    return [
      line('coverage', {
        en: 'No return of the areas asked about is known to be missing or incomplete.',
        cy: "Ni wyddys bod unrhyw ffurflen o'r ardaloedd y gofynnwyd amdanynt ar goll nac yn anghyflawn.",
      }),
    ];
  }
  return coverage.map(({ organisation, title, period, state }) =>
    both('coverage', [title], `${organisation}, ${period}: ${state}`),
  );
}

function statusWords(status: string): Text {
  const found = CODE_LISTS.cell_status.codes.find(({ code }) => code === status);
  if (!found) throw new Error(`There is no status ${status}`);
  return found.description;
}

function line(about: string, words: Text): NoteLine {
  return [about, words.en, words.cy];
}

function same(about: string, words: string): NoteLine {
  return [about, words, words];
}

/** Words in both languages, then what is the same in both. */
function both(about: string, words: readonly Text[], code?: string): NoteLine {
  const inOne = (language: 'en' | 'cy') =>
    [...words.map((text) => text[language]), ...(code === undefined ? [] : [code])].join('\n');
  return [about, inOne('en'), inOne('cy')];
}
