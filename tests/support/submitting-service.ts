import { createApiKey } from '../../src/store/api-keys-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { startApp, type TestApp } from '../http/start-app.ts';
import { createMigratedDatabase } from './database.ts';
import { VALID_RETURN } from './valid-return.ts';

/** A return of a quarter that is over whenever the test is run. */
export const PAST_RETURN = {
  ...VALID_RETURN,
  period: '2025-Q3',
  period_start: '2025-07-01',
  period_end: '2025-09-30',
  source_system: { ...VALID_RETURN.source_system, extracted_at: '2025-10-12T09:00:00Z' },
};

export interface SubmittingService {
  readonly service: TestApp;
  readonly store: OpenDatabase;
  /** The key of Powys. */
  readonly key: string;
  /** How many rows are stored for profiles, and how many submissions of each state. */
  stored(): Promise<{ readonly rows: number; readonly states: Readonly<Record<string, number>> }>;
  /** Forgets every submission. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** The service over a socket on a database of its own, with one organisation that may send returns. */
export async function startSubmittingService(): Promise<SubmittingService> {
  const database = await createMigratedDatabase();
  const store = openDatabase(database.connectionString);
  const service = await startApp({ submitter: store });
  await saveServices(store.db, [
    {
      id: 'powys-community-connectors',
      name: { en: 'Powys community connectors', cy: 'Cysylltwyr cymunedol Powys' },
      submitter: '7A7',
      areas: ['W06000023'],
      valid_from: '2020-01-01',
    },
  ]);
  const { presented } = await createApiKey(store.db, {
    organisation: '7A7',
    scopes: ['submit', 'read_own'],
    expires_at: null,
    now: new Date('2026-01-01T00:00:00Z'),
  });
  return {
    service,
    store,
    key: presented,
    async stored() {
      const rows = await store.pool.query('select count(*)::int as count from rows_profiles');
      const states = await store.pool.query(
        'select state, count(*)::int as count from submissions group by state',
      );
      return {
        rows: rows.rows[0].count,
        states: Object.fromEntries(states.rows.map(({ state, count }) => [state, count])),
      };
    },
    async empty() {
      await store.pool.query('truncate submissions, idempotency_keys, rows_profiles cascade');
    },
    async close() {
      await service.close();
      await store.close();
      await database.drop();
    },
  };
}
