import { sql } from 'drizzle-orm';
import {
  acceptSubmission,
  type SubmissionOutcome,
  type SubmissionRequest,
} from '../../src/ingest/accept-submission.ts';
import { createTurns } from '../../src/ingest/turns.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import { TABLE_NAMES, TABLES } from '../../src/standard/generated/tables.ts';
import type { Return, Service } from '../../src/standard/generated/types.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { IN_PROCESS } from '../../src/validation/validate-in-process.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

/** Of all returns that a test sends. */
export const TURNS = createTurns();

/** After the period of the valid return. */
export const NOW = new Date('2026-10-20T09:00:00Z');

/** The service that the valid return names. */
export const SERVICE: Service = {
  id: 'powys-community-connectors',
  name: { en: 'Powys community connectors', cy: 'Cysylltwyr cymunedol Powys' },
  submitter: '7A7',
  areas: ['W06000023'],
  valid_from: '2024-04-01',
};

type Options = Partial<Omit<SubmissionRequest, 'body' | 'source' | 'clock'>> & {
  /** What time it is from the beginning to the end. */
  readonly now?: Date;
};

/** Sends a return as JSON, in small pieces, with the key of its submitter unless told otherwise. */
export function send(
  open: OpenDatabase,
  whole: Return,
  { now = NOW, ...said }: Options = {},
): Promise<SubmissionOutcome> {
  return acceptSubmission(
    { ...open, validation: IN_PROCESS, turns: TURNS },
    {
      ...defaults(whole.submitter),
      ...said,
      clock: () => now,
      source: { format: 'json' },
      body: inPieces(JSON.stringify(whole)),
    },
  );
}

/** Sends one table of a return as CSV, its header beside it. */
export function sendCsv(
  open: OpenDatabase,
  whole: Return,
  table: TableName,
  { now = NOW, ...said }: Options = {},
): Promise<SubmissionOutcome> {
  const { tables, ...header } = whole;
  const names = TABLES[table].fields.map((field) => field.name);
  const records = (tables[table] ?? []).map((row) =>
    names.map((name) => (row as unknown as Record<string, string | number | null>)[name] ?? '').join(','),
  );
  return acceptSubmission(
    { ...open, validation: IN_PROCESS, turns: TURNS },
    {
      ...defaults(whole.submitter),
      ...said,
      clock: () => now,
      source: { format: 'csv', table, header },
      body: inPieces(`${[names.join(','), ...records].join('\r\n')}\r\n`),
    },
  );
}

/** The valid return with these differences; tables given replace all of its tables. */
export function returnWith(differences: Partial<Return>): Return {
  return { ...VALID_RETURN, ...differences };
}

/** The valid return with only the tables named. */
export function returnOf(...tables: TableName[]): Return {
  const kept = Object.fromEntries(tables.map((table) => [table, VALID_RETURN.tables[table]]));
  return returnWith({ tables: kept });
}

/** How many rows each table of the database holds. */
export async function countStored(open: OpenDatabase): Promise<Record<string, number>> {
  const names = [
    'submissions',
    'submission_tables',
    'standing_tables',
    ...TABLE_NAMES.map((name) => `rows_${name}`),
  ];
  const counts: Record<string, number> = {};
  for (const name of names) {
    const { rows } = await open.db.execute(sql`select count(*)::int as stored from ${sql.identifier(name)}`);
    counts[name] = Number(rows[0]?.stored);
  }
  return counts;
}

function defaults(organisation: string) {
  return {
    organisation,
    actor: { kind: 'key', id: '0123456789ab' } as const,
    sandbox: false,
    confirmed: [],
    dry_run: false,
    maximumBytes: 32_000_000,
    request_id: 'test',
  };
}

async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += 1_000) yield bytes.subarray(start, start + 1_000);
}
