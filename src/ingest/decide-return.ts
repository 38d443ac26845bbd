import type { Finding } from '../standard/finding.ts';
import type { ReturnForm } from '../standard/locate-row.ts';
import { type AcceptedTable, listAcceptedTables } from '../store/accepted-tables.ts';
import { listLaterTables } from '../store/order-of-receipt.ts';
import { lockReturns, type ReturnSlot } from '../store/standing-tables-repository.ts';
import type { HeaderChange } from '../store/stored-values.ts';
import type { Transaction } from '../store/transaction.ts';
import type { DecidableReturn } from '../validation/held-return.ts';
import { checkWithService } from './check-with-service.ts';
import { compareHeaders } from './compare-headers.ts';
import { type Decision, decideState } from './decide-state.ts';
import { heldTables, type PlannedTable, planTables, tablesToStand, withoutOvertaken } from './plan-tables.ts';
import type { VerifiedRule } from './read-confirmations.ts';
import { slotOf } from './return-slot.ts';

/** What is to become of a return. */
export interface ReturnDecision extends Decision {
  /** Null when the header could not be read. */
  readonly slot: ReturnSlot | null;
  readonly service_findings: readonly Finding[];
  /** What becomes of its tables; none of a return that is rejected. */
  readonly planned: readonly PlannedTable[];
  /** What comes to hold otherwise than before with its header; nothing of a return that does not stand. */
  readonly header_changes: readonly HeaderChange[];
}

const NOTHING = { planned: [], header_changes: [] } as const;

export interface ReturnToDecide {
  /** Of the submission. */
  readonly id: string;
  readonly form: ReturnForm;
  readonly sandbox: boolean;
  readonly confirmed: readonly VerifiedRule[];
  /** Its place in the order of receipt; of one without, nothing came later. */
  readonly sequence: number | null;
  /** When it was received: the day that counts for the calendar. */
  readonly now: Date;
  readonly held: DecidableReturn;
}

/** Writing two million rows, or waiting for another return of the same period, takes longer than a question. */
const STATEMENT_TIMEOUT_MS = 600_000;

/**
 * Decides what becomes of a return that was validated, now or when it came, from what stands now and what was received after it. Until the transaction ends, no other
 * return of its organisation and period is decided on.
 */
export async function decideReturn(
  transaction: Transaction,
  { id, form, sandbox, confirmed, sequence, now, held }: ReturnToDecide,
): Promise<ReturnDecision> {
  const { header, report } = held;
  await transaction.client.query(`set local statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
  if (header === null) {
    return { ...decideState(report.findings, confirmed), slot: null, service_findings: [], ...NOTHING };
  }
  const slot = slotOf(header, sandbox);
  await lockReturns(transaction.db, slot.organisation, slot.period);
  const standing = await listAcceptedTables(transaction.db, slot);
  const service_findings = await checkWithService(transaction, {
    form,
    header,
    held,
    standing,
    collection: slot.collection,
    now,
    areRowsSound: report.result !== 'invalid',
  });
  const decision = decideState([...report.findings, ...service_findings], confirmed);
  if (decision.state === 'rejected') return { ...decision, slot, service_findings, ...NOTHING };
  const isHeld = decision.state === 'needs_verification';
  const wished = isHeld ? heldTables(held.tables, id) : await compareTables(held, standing, id);
  const later = sequence === null ? null : await listLaterTables(transaction.db, slot, sequence);
  const planned = withoutOvertaken(
    wished,
    (table) => later?.accepted.has(table) || (isHeld && later?.held.has(table)) || false,
  );
  const toStand = tablesToStand(planned);
  const state = toStand.length === 0 ? 'superseded' : decision.state;
  const replaced = toStand.flatMap(({ table }) => standing.filter((each) => each.table === table));
  const header_changes = isHeld ? [] : compareHeaders(header, replaced);
  return { ...decision, state, slot, service_findings, planned, header_changes };
}

/** Only what a table stands for is digested before it is written: comparing takes as long as writing. */
async function compareTables(
  held: DecidableReturn,
  standing: readonly AcceptedTable[],
  id: string,
): Promise<PlannedTable[]> {
  const stood = new Set(standing.map(({ table }) => table));
  const digested = await held.digestTables(held.tables.filter((table) => stood.has(table)));
  return planTables(held.tables, digested, standing, id);
}
