import type pg from 'pg';
import type { Finding } from '../../standard/finding.ts';
import type { ReturnForm } from '../../standard/locate-row.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import type { AcceptedTable } from '../../store/accepted-tables.ts';
import { copyTextOut } from '../../store/copy-rows.ts';
import type { StoredCollection } from '../../store/stored-values.ts';
import type { DecidableReturn } from '../../validation/held-return.ts';

/** A return that names only some tables, and what stands of the others. */
export interface ReturnBesideStanding {
  readonly form: ReturnForm;
  readonly header: ReturnHeader;
  readonly held: DecidableReturn;
  readonly standing: readonly AcceptedTable[];
  /** Where the return would stand. */
  readonly collection: StoredCollection;
}

/**
 * What each rule finds that compares a table of the return with one that it does not carry but that stands.
 *
 * The rows that stand are sent to where the return is held. A place in a standing table is given as the table only:
 * its rows have no place in the return that was sent.
 */
export async function checkStandingTablesAgree(
  client: pg.PoolClient,
  { held, standing }: ReturnBesideStanding,
): Promise<readonly Finding[]> {
  const kept = standing.filter(({ table }) => !held.tables.includes(table));
  return held.checkBeside(
    kept.map(({ table, rows, submission_id }) => ({
      ...{ table, rows },
      read: () => copyTextOut(client, submission_id, table),
    })),
  );
}
