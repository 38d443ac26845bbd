import { readFile } from 'node:fs/promises';
import request from 'supertest';
import { openArchive } from '../../src/archive/archive.ts';
import { type App, buildApp } from '../../src/http/app.ts';
import { createLog } from '../../src/http/log.ts';
import { openCellSource } from '../../src/query/cell-source.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { IN_PROCESS } from '../../src/validation/validate-in-process.ts';
import { publishWales } from '../support/published-wales.ts';
import { PUBLIC_URL } from './start-app.ts';
import { answerStrictly } from './strict-answers.ts';

export const EVIDENCE = 'evidence-2021-q4-1';

type House = Awaited<ReturnType<typeof publishWales>>;

/** The public application over the small Wales and one published evaluation, both published the real way. */
export interface FiguresService {
  readonly app: App;
  readonly house: House;
  /** Every line of the log so far, one text. */
  log(): string;
  get(address: string): request.Test;
  close(): Promise<void>;
}

export async function serveFigures(): Promise<FiguresService> {
  const house = await publishWales({ wholeIn: ['2026-Q1'] });
  const evaluation = new URL('../../examples/evidence/foster-2021.json', import.meta.url);
  await house.accept([JSON.parse(await readFile(evaluation, 'utf8')) as Return]);
  await house.build(EVIDENCE, { collection: 'evidence' });
  await house.publish(EVIDENCE);

  const source = openCellSource(openArchive(house.archiveDir));
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => lines.push(line) });
  const app = await buildApp({
    publicUrl: PUBLIC_URL,
    source,
    validation: IN_PROCESS,
    submitter: null,
    readiness: [],
    log,
  });
  answerStrictly(app);
  await app.ready();
  return {
    app,
    house,
    log: () => lines.join(''),
    get: (address) => request(app.server).get(address),
    async close() {
      await app.close();
      await source.close();
      await house.close();
    },
  };
}
