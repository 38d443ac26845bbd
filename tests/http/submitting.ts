import request from 'supertest';
import type { Return } from '../../src/standard/generated/types.ts';
import { createApiKey } from '../../src/store/api-keys-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import type { ApiKeyScope } from '../../src/store/stored-values.ts';
import { createMigratedDatabase } from '../support/database.ts';
import { VALID_RETURN } from '../support/valid-return.ts';
import { startApp, type TestApp } from './start-app.ts';

/** The valid return, of a quarter that is over whenever a test is run. */
export const PAST_RETURN: Return = {
  ...VALID_RETURN,
  period: '2025-Q3',
  period_start: '2025-07-01',
  period_end: '2025-09-30',
  source_system: { ...VALID_RETURN.source_system, extracted_at: '2025-10-12T09:00:00Z' },
};

/** A service over a real socket on a real database, as the role that takes returns in, and a key of Powys. */
export interface Submitting {
  readonly store: OpenDatabase;
  readonly service: TestApp;
  readonly key: { readonly authorization: string };
  agent(): ReturnType<typeof request>;
  keyOf(
    organisation: string,
    wishes?: { readonly sandbox?: boolean; readonly scopes?: readonly ApiKeyScope[] },
  ): Promise<{ readonly authorization: string }>;
  post(body: unknown, headers?: Readonly<Record<string, string>>, query?: string): request.Test;
  get(path: string): request.Test;
  close(): Promise<void>;
}

export async function startSubmitting(
  wishes: Pick<Parameters<typeof startApp>[0] & object, 'validation'> = {},
): Promise<Submitting> {
  const database = await createMigratedDatabase();
  const owner = openDatabase(database.connectionString);
  const store = openDatabase(database.connectionString, { role: 'spcd_submit' });
  const service = await startApp({ ...wishes, submitter: store });
  await saveServices(owner.db, [
    {
      id: 'powys-community-connectors',
      name: { en: 'Powys community connectors', cy: 'Cysylltwyr cymunedol Powys' },
      submitter: '7A7',
      areas: ['W06000023'],
      valid_from: '2020-01-01',
    },
  ]);
  const agent = () => request(service.app.server);
  const keyOf: Submitting['keyOf'] = async (
    organisation,
    { sandbox = false, scopes = ['submit', 'read_own'] as const } = {},
  ) => {
    const { presented } = await createApiKey(owner.db, {
      organisation,
      scopes,
      expires_at: null,
      sandbox,
      now: new Date('2026-01-01T00:00:00Z'),
    });
    return { authorization: `Bearer ${presented}` };
  };
  const key = await keyOf('7A7');
  return {
    store: owner,
    service,
    key,
    agent,
    keyOf,
    post: (body, headers = {}, query = '') =>
      agent()
        .post(`/v1/submissions${query}`)
        .set({ ...key, 'content-type': 'application/json', ...headers })
        .send(typeof body === 'string' ? body : JSON.stringify(body)),
    get: (path) => agent().get(path).set(key),
    async close() {
      await service.close();
      await store.close();
      await owner.close();
      await database.drop();
    },
  };
}
