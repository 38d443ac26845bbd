import type { Finding } from '../standard/finding.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type {
  CheckedReturn,
  DigestedTable,
  HeldReturn,
  StoredComparison,
  StoredTable,
} from './held-return.ts';
import type { ReturnInHand } from './return-in-hand.ts';
import { tablesBeside } from './rules-beside.ts';

/** What may be asked of a return in hand. */
export type Step = Exclude<keyof ReturnInHand, symbol>;

/** Asks one step of a return, wherever it is in hand. Bytes given are given away. */
export type AskStep = <Asked extends Step>(
  step: Asked,
  ...args: Parameters<ReturnInHand[Asked]>
) => Promise<ReturnType<ReturnInHand[Asked]>>;

/** A return that has ended, held where `ask` reaches it. */
export function holdReturn(checked: CheckedReturn, ask: AskStep, release: () => void): HeldReturn {
  const digested = new Map<TableName, DigestedTable>();
  return {
    ...checked,
    async digestTables(tables) {
      const unknown = tables.filter((table) => !digested.has(table));
      const found = unknown.length === 0 ? [] : await ask('digestTables', unknown);
      for (const each of found) digested.set(each.table, each);
      return tables.map((table) => digested.get(table) as DigestedTable);
    },
    async checkBeside(standing) {
      const kept = standing.map(({ table }) => table);
      const needed = tablesBeside(checked.tables, kept);
      if (needed.size === 0) return [];
      const isNeeded = (table: TableName) => needed.has(table) && !checked.tables.includes(table);
      await sendRows(ask, standing, isNeeded);
      return ask('checkBeside', kept);
    },
    copyText: (table, submission_id) => copyText(ask, table, submission_id),
    release,
  };
}

/** What the rules find in a comparison of stored tables, asked where its rows are sent to; see `ReturnValidation`. */
export async function compareStored(
  ask: AskStep,
  { header, own, standing }: StoredComparison,
): Promise<readonly Finding[]> {
  const sent = own.map(({ table }) => table);
  const kept = standing.map(({ table }) => table);
  const needed = tablesBeside(sent, kept);
  await sendRows(ask, [...own, ...standing], (table) => needed.has(table));
  return ask('compareStored', header, sent, kept);
}

async function sendRows(
  ask: AskStep,
  tables: readonly StoredTable[],
  isNeeded: (table: TableName) => boolean,
): Promise<void> {
  for (const { table, read } of tables) {
    if (!isNeeded(table)) continue;
    for await (const piece of read()) await ask('takeStanding', table, piece);
  }
}

/** Asks for the next piece while the one before is being sent. */
async function* copyText(ask: AskStep, table: TableName, submission_id: string): AsyncGenerator<Uint8Array> {
  const next = () => {
    const piece = ask('nextCopyText', table, submission_id);
    // Thrown where it is awaited. If nobody comes to await it, the COPY it was for has failed already.
    piece.catch(() => {});
    return piece;
  };
  let piece = await next();
  while (!piece.isLast) {
    const coming = next();
    yield piece.bytes;
    piece = await coming;
  }
  yield piece.bytes;
}
