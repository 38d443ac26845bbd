import type { TableName } from '../standard/generated/tables.ts';
import type { Text } from '../standard/text.ts';
import { listAcceptedTables } from '../store/accepted-tables.ts';
import { compareRows, type RowComparison } from '../store/compare-rows.ts';
import type { Database } from '../store/database.ts';
import type { HeaderChange, TableOutcome } from '../store/stored-values.ts';
import type { StoredSubmission } from '../store/submissions-repository.ts';
import { compareHeaders } from './compare-headers.ts';
import { type LifeState, lifeStateOf, waits } from './life-state.ts';
import { slotOf } from './return-slot.ts';
import { inTurn, type Turns } from './turns.ts';

/** What a return changed in one table, against what stood before it; of one that waits, what it would change. */
export type TableChange = {
  readonly table: TableName;
  readonly outcome: TableOutcome;
  /** The submission whose rows stood before; null where none did. */
  readonly compared_with: string | null;
} & RowComparison;

/** What a return changed, or would. */
export interface ReturnChanges {
  readonly state: LifeState;
  /** Whether these changes have been made or only would be. */
  readonly explanation: Text;
  readonly tables: readonly TableChange[];
  readonly header_changes: readonly HeaderChange[];
}

/**
 * What a submission changed when it was accepted, table by table: rows and totals before and after, for its sender
 * only. Of one that waits to be verified, what it would change if it stood now; one that was rejected changes nothing,
 * nor does a table that was overtaken, or taken back before it stood.
 *
 * Comparing millions of rows takes as long as taking them in: it is done in turn with that, one comparison of an
 * organisation after the other.
 *
 * @throws {ServiceError} UNAVAILABLE, as `Turns.take`.
 */
export async function describeChanges(
  { db, turns }: { readonly db: Database; readonly turns: Turns },
  submission: StoredSubmission,
  gone: AbortSignal,
): Promise<ReturnChanges> {
  const who = { organisation: submission.organisation, period: COMPARISONS };
  return inTurn(turns, who, () => changesOf(db, submission), gone);
}

/** In place of a period: of one organisation, comparisons wait for each other and not for its returns. */
const COMPARISONS = 'comparisons';

async function changesOf(db: Database, submission: StoredSubmission): Promise<ReturnChanges> {
  const state = lifeStateOf(submission);
  const explanation = EXPLANATIONS[submission.state === 'accepted' ? 'accepted' : state];
  if (state === 'needs_verification') return { state, explanation, ...(await wouldChange(db, submission)) };
  if (submission.state !== 'accepted') return { state, explanation, tables: [], header_changes: [] };
  const { header_changes } = submission;
  return { state, explanation, tables: await madeChanges(db, submission), header_changes };
}

async function madeChanges(db: Database, { id, tables }: StoredSubmission): Promise<TableChange[]> {
  const changes: TableChange[] = [];
  for (const { table, outcome, replaced_submission_id: before } of tables) {
    if (outcome === 'overtaken') continue;
    // Rows that came again are stored once: those of the return that brought them first.
    const after = outcome === 'unchanged' && before !== null ? before : id;
    changes.push({
      table,
      outcome,
      compared_with: before,
      ...(await compareRows(db, table, { before, after })),
    });
  }
  return changes;
}

/** Against what stands at the moment: what would stand before it if it were confirmed now. */
async function wouldChange(
  db: Database,
  { id, header, sandbox, tables }: StoredSubmission,
): Promise<Pick<ReturnChanges, 'tables' | 'header_changes'>> {
  if (header === null) throw new Error(`${id} waits without a header`);
  const standing = await listAcceptedTables(db, slotOf(header, sandbox));
  const waiting = tables.filter(waits);
  const replaced = waiting.flatMap(({ table }) => standing.filter((each) => each.table === table));
  const changes: TableChange[] = [];
  for (const { table, outcome } of waiting) {
    const before = replaced.find((each) => each.table === table)?.submission_id ?? null;
    changes.push({
      table,
      outcome,
      compared_with: before,
      ...(await compareRows(db, table, { before, after: id })),
    });
  }
  return { tables: changes, header_changes: compareHeaders(header, replaced) };
}

const EXPLANATIONS: Readonly<Record<LifeState, Text>> = {
  accepted: {
    en: 'What this return changed against what stood before it, when it was accepted.',
    cy: "Yr hyn a newidiodd y ffurflen hon o'i chymharu â'r hyn a oedd yn sefyll o'i blaen, pan dderbyniwyd hi.",
  },
  needs_verification: {
    en: 'This return is not accepted yet. This is what it would change against what stands now; nothing changes until it is confirmed.',
    cy: "Nid yw'r ffurflen hon wedi'i derbyn eto. Dyma'r hyn y byddai'n ei newid o'i chymharu â'r hyn sy'n sefyll yn awr; nid oes dim yn newid nes iddi gael ei chadarnhau.",
  },
  rejected: {
    en: 'This return was rejected and changes nothing.',
    cy: "Gwrthodwyd y ffurflen hon ac nid yw'n newid dim.",
  },
  superseded: {
    en: 'A later return took the place of this one before it stood. It changed nothing.',
    cy: 'Cymerodd ffurflen ddiweddarach le hon cyn iddi sefyll. Ni newidiodd ddim.',
  },
  withdrawn: {
    en: 'This return was taken back before it stood. It changed nothing.',
    cy: 'Tynnwyd y ffurflen hon yn ôl cyn iddi sefyll. Ni newidiodd ddim.',
  },
};
