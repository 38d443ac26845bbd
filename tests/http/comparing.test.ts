import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/errors.ts';
import { type App, buildApp } from '../../src/http/app.ts';
import { createLog } from '../../src/http/log.ts';
import { IN_PROCESS } from '../../src/validation/validate-in-process.ts';
import { COMPARED_CELLS } from '../query/compared-wales.ts';
import { INDICATOR_CELLS } from '../query/indicator-cells.ts';
import { type MadeArchive, makeArchive } from '../query/made-archive.ts';
import { walesManifest } from '../query/wales-manifest.ts';
import { expectProblem } from './expect-problem.ts';
import { PUBLIC_URL } from './start-app.ts';
import { answerStrictly } from './strict-answers.ts';

const page = await readFile('docs/comparing.md', 'utf8');
const ADDRESSES = [...page.matchAll(/^\/v1\/\S+$/gm)].map(([address]) => address);

let archive: MadeArchive;
let app: App;

beforeAll(async () => {
  const manifest = walesManifest({ release: 'synthetic-2026-q2-1', collection: 'synthetic' });
  // Both name everyone supported in the year.
  const cells = [
    ...new Map(
      [...COMPARED_CELLS, ...INDICATOR_CELLS].map((cell) => [
        JSON.stringify([cell.place, cell.figure]),
        cell,
      ]),
    ).values(),
  ];
  archive = await makeArchive([{ manifest, cells }]);
  app = await buildApp({
    publicUrl: PUBLIC_URL,
    source: archive.source,
    validation: IN_PROCESS,
    submitter: null,
    readiness: [],
    log: createLog('error', { write: () => {} }),
  });
  answerStrictly(app);
  await app.ready();
});

afterAll(async () => {
  await app?.close();
  await archive?.close();
});

const get = (address: string) => request(app.server).get(address);

it('has examples of each address', () => {
  expect(ADDRESSES.length).toBeGreaterThan(10);
});

describe.each(ADDRESSES)('%s', (address) => {
  const asked = address.replace(/&(format|labels|lang)=\w+/g, '');

  it('is answered with figures, in both languages', async () => {
    const { body } = await get(asked).expect(200).expect('content-language', 'en');
    expect(body.rows.length).toBeGreaterThan(0);
    const welsh = await get(`${asked}&lang=cy`).expect(200).expect('content-language', 'cy');
    expect(welsh.body.rows).toHaveLength(body.rows.length);
    expect(welsh.body.notes).not.toEqual(body.notes);
    await get(address).expect(200);
  });

  it('has the same cells as JSON and as CSV', async () => {
    const { body } = await get(`${asked}&labels=codes`).expect(200);
    const csv = await get(`${asked}&labels=codes&format=csv`).expect(200);
    const { data } = Papa.parse<Record<string, string>>(csv.text.trimEnd(), { header: true });
    expect(data).toHaveLength(body.rows.length);
    body.rows.forEach((row: Record<string, unknown>, index: number) => {
      for (const [name, value] of Object.entries(row)) {
        if (typeof value === 'object' && value !== null) {
          const cell = value as { value: number | null; status: string };
          expect([data[index]?.[name], data[index]?.[`${name}_status`]]).toEqual([
            cell.value === null ? '' : String(cell.value),
            cell.status,
          ]);
        } else expect(data[index]?.[name]).toBe(value ?? '');
      }
    });
  });

  it('is asked again by its permalink, and may then be kept for a day', async () => {
    const first = await get(asked).expect('cache-control', 'public, max-age=60');
    const again = await get(first.body.meta.permalink.slice(PUBLIC_URL.length));
    expect(again.text).toBe(first.text);
    expect(again.headers['cache-control']).toBe('public, max-age=86400');
    await get(asked).set('if-none-match', String(first.headers.etag)).expect(304);
    await request(app.server).head(asked).expect(200);
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    ['/v1/representation?characteristic=religion&period=2025-26', 400, 'QUESTION_NOT_IN_LATTICE'],
    ['/v1/representation?period=2025-26', 400, 'PARAMETER_MISSING'],
    ['/v1/representation?characteristic=sex&period=2025-26&shoe=1', 400, 'PARAMETER_UNKNOWN'],
    ['/v1/representation?characteristic=sex&characteristic=sex&period=2025-26', 400, 'REQUEST_MALFORMED'],
    ['/v1/representation?characteristic=%00&period=2025-26', 400, 'QUESTION_NOT_IN_LATTICE'],
    [
      `/v1/representation?characteristic=sex&period=${'2025-26,'.repeat(200)}`,
      400,
      'QUESTION_NOT_IN_LATTICE',
    ],
    ['/v1/indicators/shoe_size/values?period=2025-26', 404, 'ENTRY_NOT_FOUND'],
    ['/v1/indicators/__proto__/values?period=2025-26', 404, 'ENTRY_NOT_FOUND'],
    ['/v1/indicators/people_reached/values', 400, 'PARAMETER_MISSING'],
    ['/v1/indicators/people_reached/values?period=2025-26&by=sex%27%3B--', 400, 'QUESTION_NOT_IN_LATTICE'],
    ['/v1/indicators/people_reached/values?period=2025-26&release=none', 404, 'RELEASE_NOT_FOUND'],
  ] as const satisfies readonly (readonly [string, number, ErrorCode])[])(
    '%s is a problem of status %i, %s',
    async (address, status, code) => {
      for (const language of ['en', 'cy']) {
        const answer = await get(address).set('accept-language', language).expect(status);
        expectProblem(answer, code);
      }
    },
  );
});
