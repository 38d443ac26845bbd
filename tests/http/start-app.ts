import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/archive.ts';
import { type App, type AppDependencies, buildApp } from '../../src/http/app.ts';
import { createLog } from '../../src/http/log.ts';
import { openCellSource } from '../../src/query/cell-source.ts';
import { openValidationPool } from '../../src/validation/validation-pool.ts';
import { answerStrictly } from './strict-answers.ts';

export const PUBLIC_URL = 'https://data.example.wales';

export interface TestApp {
  readonly app: App;
  readonly port: number;
  /** Every line of the log so far, one text. */
  log(): string;
  close(): Promise<void>;
}

interface Wishes
  extends Partial<
    Pick<
      AppDependencies,
      | 'publisher'
      | 'source'
      | 'submitter'
      | 'readiness'
      | 'publicUrl'
      | 'validation'
      | 'limits'
      | 'codeVersion'
    >
  > {
  /** Adds what only a test needs, before the application is complete. */
  readonly extend?: (app: App) => void;
}

/** The production application over a real socket, with an empty archive. */
export async function startApp({ extend, ...wishes }: Wishes = {}): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-http-'));
  const source = openCellSource(openArchive(folder));
  const validation = openValidationPool({ workers: 1 });
  const lines: string[] = [];
  const app = await buildApp({
    publicUrl: PUBLIC_URL,
    source,
    validation,
    submitter: null,
    readiness: [],
    log: createLog('debug', { write: (line) => lines.push(line) }),
    ...wishes,
  });
  answerStrictly(app);
  extend?.(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    port: (app.server.address() as AddressInfo).port,
    log: () => lines.join(''),
    async close() {
      await app.close();
      await validation.close();
      await source.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
