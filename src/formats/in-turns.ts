/** Lets others have a turn on the first thread where this one is over; told between the pieces of a long piece of work. */
export type GiveWay = () => Promise<void> | undefined;

/** For work that nobody waits beside. */
export const NEVER: GiveWay = () => undefined;

/** So many rows are written between two looks at the clock: a fraction of a millisecond. */
export const ROWS_OF_A_PIECE = 100;

/** The pieces of a text, joined, giving way between them. */
export async function joinInTurns(pieces: Iterable<string>, giveWay: GiveWay): Promise<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    const turn = giveWay();
    if (turn) await turn;
  }
  return text;
}

/** What stands in a list, so many at a time. */
export function* inPieces<Item>(items: readonly Item[], size = ROWS_OF_A_PIECE): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
