import { randomUUID } from 'node:crypto';
import { collectionOf } from '../../src/standard/collection.ts';
import type { WritableReturn } from '../../src/standard/row.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import type { Rule } from '../../src/standard/rules/rule.ts';
import { createReturnValidator } from '../../src/standard/validate-return.ts';
import { copyRowsIn } from '../../src/store/copy-rows.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { letStand } from '../../src/store/standing-tables-repository.ts';
import { insertSubmission, insertTables } from '../../src/store/submissions-repository.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { IN_PROCESS } from '../../src/validation/validate-in-process.ts';
import { NOW } from './test-keys.ts';

interface StandingOptions {
  /** By which the return is valid; those of this version unless given. */
  readonly rules?: readonly Rule[];
  readonly accepted_at?: Date;
}

/**
 * Lets a valid return of any version stand, drafts too, which the service would refuse: its rows go in through the
 * functions of the store, as those of an accepted return do.
 */
export async function standReturn(
  { pool }: OpenDatabase,
  document: WritableReturn,
  { rules = RULES, accepted_at = NOW }: StandingOptions = {},
): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(document));
  const whole = (async function* () {
    yield body.slice();
  })();
  const held = await IN_PROCESS.receive({ source: { format: 'json' }, owner: 'test', body: whole });
  const { header } = held;
  const validator = createReturnValidator({ format: 'json' }, rules);
  validator.write(body.slice());
  const { report } = validator.end();
  if (header === null || report.result === 'invalid') throw new Error(JSON.stringify(report.findings));
  const { submitter: organisation, period, source_kind } = header;
  const id = randomUUID();
  const sent = await held.digestTables(held.tables);
  const slot = { organisation, period, collection: collectionOf(source_kind) };
  await inTransaction(pool, async ({ db, client }) => {
    await insertSubmission(db, {
      id,
      ...slot,
      schema_version: report.schema_version,
      state: 'accepted',
      received_at: accepted_at,
      accepted_at,
      key_id: '0123456789ab',
      request_id: 'test',
      body_sha256: Buffer.alloc(32),
      header,
      report,
      service_findings: [],
      confirmations: [],
      header_changes: [],
      brief: { rows: report.rows, disagrees_with: [], changed_fields: [] },
      timeliness: null,
      sandbox: false,
    });
    await insertTables(
      db,
      id,
      sent.map((table) => ({
        ...table,
        totals: [],
        outcome: 'created',
        replaced_submission_id: null,
        stands: true,
        withdrawal: null,
      })),
    );
    for (const { table } of sent) await copyRowsIn(client, table, held.copyText(table, id));
    await letStand(
      db,
      slot,
      id,
      sent.map(({ table }) => ({ table, rows_submission_id: id })),
    );
  });
}
