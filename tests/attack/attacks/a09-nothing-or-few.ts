import { CODE_LISTS } from '../../../src/standard/generated/code-lists.ts';
import { type Attack, atLeast, atMost, exactly, firstNoise, headline, reported } from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import type { Country } from '../country/open-country.ts';
import type { PublicService } from '../country/serve-country.ts';
import { rankingQuality } from '../scoring/ranking-quality.ts';
import { trueCounts } from '../scoring/true-counts.ts';
import { BOARD_SPLITS, type Guess, guessesOf, SPLITS } from './guess-hidden.ts';
import { type Asked, addressOf, askedWords, fixedPart } from './words-of-cells.ts';

export const attack: Attack = {
  id: 'A9',
  title: 'Nothing, or few?',
  tried:
    'Hidden cells of two dimensions in one authority, where a guess from the margins expects at least one person, are ranked by how likely somebody is there. Once by the published margins alone; once by everything published: what is left of each row and column when its shown cells are taken away, and what is left of the same cell of the board when its other authorities are. The same of cells by age band and deprivation fifth of a board, of which least squares (A4) learns most. The quality of a ranking is the share of pairs, one empty and one of 1 to 7, that it puts in order (0.5 is guessing). Then each of them is asked over HTTP, and all that comes back, apart from the question itself, is compared.',
  noise: firstNoise,
  async run({ country, service }) {
    const isSmall = country.plan.size === 'small';
    const guess = async (splits: typeof SPLITS) =>
      (await Promise.all(splits.map((split) => guessesOf(country.published(), split)))).flat();
    const scored = await score(country, await guess(SPLITS));
    const ofBoards = qualities(await score(country, await guess(BOARD_SPLITS)));
    const sample = everyNth(scored, isSmall ? 24 : 400);
    const seen = await answersAbout(
      service,
      sample.map(({ cell }) => cell),
    );
    const { margins, everything } = qualities(scored);
    return [
      atLeast('hidden cells of nothing or 1 to 7', scored.length, isSmall ? 100 : 1_000),
      reported('ranked by margins alone', margins),
      reported('ranked by everything published', everything),
      headline(atMost('gain of everything over margins', everything - margins, 0.15)),
      atLeast(
        'age band by fifth of a board: hidden cells of nothing or 1 to 7',
        ofBoards.cells,
        isSmall ? 20 : 100,
      ),
      reported('age band by fifth of a board: ranked by margins alone', ofBoards.margins),
      reported('age band by fifth of a board: ranked by everything published', ofBoards.everything),
      atMost('age band by fifth of a board: gain', ofBoards.everything - ofBoards.margins, 0.15),
      atLeast('hidden cells asked over HTTP', sample.length, isSmall ? 20 : 300),
      headline(
        exactly(
          'most different answers in one table, status and headers, the question itself left out',
          seen.different,
          1,
        ),
      ),
      reported(
        'ranked by the time the answer took, within each table',
        qualityOfTimes(sample, seen.milliseconds),
      ),
    ];
  },
};

const BLANKS = new Set<string>(CODE_LISTS.blank.codes.map(({ code }) => code));

/** What of an answer is looked at. */
interface Body {
  readonly rows: readonly { readonly value: number | null; readonly status: string }[];
  readonly warnings: readonly { readonly id: string }[];
  readonly notes: readonly { readonly id: string }[];
  readonly meta: { readonly disclosure: unknown; readonly coverage: unknown };
}

async function answersAbout(service: PublicService, cells: readonly Cell[]) {
  const seen = new Map<string, Set<string>>();
  const milliseconds: number[] = [];
  for (const cell of cells) {
    const filters = askedWords(cell).map(({ name, token }): [string, string] => [name, token]);
    const asked: Asked = [...fixedPart(cell), ['period', cell.place.period], ['labels', 'codes'], ...filters];
    const start = performance.now();
    const { status, headers, body } = await service.get(addressOf(cell.place.table, asked));
    milliseconds.push(performance.now() - start);
    const { rows, warnings, notes, meta } = JSON.parse(body) as Body;
    // That something is mostly suppressed is not said of people of whom a category is not known, whatever is behind.
    const blanks = Object.entries(cell.place.dimensions).filter(([, token]) => BLANKS.has(token));
    const kind = JSON.stringify([cell.place.table, Object.keys(cell.place.dimensions), blanks]);
    const ofKind = seen.get(kind) ?? new Set();
    seen.set(
      kind,
      ofKind.add(
        JSON.stringify([
          status,
          [...headers.keys()].sort(),
          rows.map((row) => [row.value, row.status]),
          warnings.map(({ id }) => id),
          notes.map(({ id }) => id),
          [meta.disclosure, meta.coverage],
        ]),
      ),
    );
  }
  return { different: Math.max(0, ...[...seen.values()].map(({ size }) => size)), milliseconds };
}

type Scored = Guess & { readonly isThere: boolean };

function qualities(scored: readonly Scored[]) {
  const quality = (by: 'margins' | 'everything') =>
    rankingQuality(scored.map((each) => ({ isThere: each.isThere, score: each[by] })));
  return { cells: scored.length, margins: quality('margins'), everything: quality('everything') };
}

/** What is true of the cells guessed at; those of more than 7 are neither nothing nor few. */
async function score(country: Country, guesses: readonly Guess[]): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const table of new Set(guesses.map(({ cell }) => cell.place.table))) {
    const counts = await trueCounts(country, { table });
    for (const guess of guesses.filter(({ cell }) => cell.place.table === table)) {
      const count = counts.get(guess.cell.id) ?? 0;
      if (count <= 7) scored.push({ ...guess, isThere: count > 0 });
    }
  }
  return scored;
}

/** The mean over tables, weighed by their cells: some tables take longer than others and hold more. */
function qualityOfTimes(
  sample: readonly { readonly cell: Cell; readonly isThere: boolean }[],
  milliseconds: readonly number[],
): number {
  const timed = sample.map(({ cell, isThere }, index) => ({
    table: cell.place.table,
    isThere,
    score: milliseconds[index] as number,
  }));
  return [...new Set(timed.map(({ table }) => table))].reduce((sum, table) => {
    const own = timed.filter((each) => each.table === table);
    return sum + (rankingQuality(own) * own.length) / timed.length;
  }, 0);
}

function everyNth<Item>(items: readonly Item[], wanted: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / wanted));
  return items.filter((_, index) => index % step === 0).slice(0, wanted);
}
