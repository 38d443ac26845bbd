import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SynthesiseRequest, synthesiseReturns } from '../standard/synthesise/synthesise-returns.ts';
import { syntheticServices } from '../standard/synthesise/synthetic-services.ts';
import { WELSH_BOARDS } from '../standard/synthesise/welsh-boards.ts';
import { writeDocument } from '../standard/synthesise/write-document.ts';
import { createApiKey, revokeApiKey } from '../store/api-keys-repository.ts';
import type { Database } from '../store/database.ts';
import { saveServices } from '../store/services-repository.ts';

/** What the demonstration loads: a financial year of invented Welsh returns, every table, always the same. */
const SYNTHETIC_WALES: SynthesiseRequest = {
  boards: WELSH_BOARDS,
  quarters: 4,
  until: '2026-Q1',
  seed: 1,
};

const DAY_MS = 86_400_000;

export interface DemoLoad {
  readonly db: Database;
  /** Address of the running service. */
  readonly url: string;
  readonly evidenceFolder: string;
  readonly now: Date;
  readonly progress: (done: number, what: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends the demonstration's returns to the running service as submitters would: over HTTP, each with a key of
 * its organisation, which is revoked afterwards. Returns that are already there come back as unchanged.
 *
 * @returns How many returns were sent.
 * @throws {Error} If the service refuses one.
 */
export async function loadDemoReturns(load: DemoLoad): Promise<number> {
  await saveServices(load.db, syntheticServices());
  const keys = new Map<string, { key_id: string; presented: string }>();
  let sent = 0;
  try {
    for await (const { name, submitter, body } of demoReturns(load.evidenceFolder)) {
      load.signal.throwIfAborted();
      load.progress(sent, name);
      const key = keys.get(submitter) ?? (await makeKey(load, submitter));
      keys.set(submitter, key);
      await submit(load, key.presented, name, body);
      sent += 1;
    }
  } finally {
    for (const { key_id } of keys.values()) await revokeApiKey(load.db, key_id, new Date());
  }
  return sent;
}

interface DemoReturn {
  readonly name: string;
  readonly submitter: string;
  readonly body: string;
}

async function* demoReturns(evidenceFolder: string): AsyncGenerator<DemoReturn> {
  for (const { name, document } of synthesiseReturns(SYNTHETIC_WALES)) {
    yield { name, submitter: document.submitter, body: writeDocument(document) };
  }
  const files = (await readdir(evidenceFolder)).filter((file) => file.endsWith('.json')).sort();
  for (const name of files) {
    const body = await readFile(join(evidenceFolder, name), 'utf8');
    yield { name, submitter: (JSON.parse(body) as { submitter: string }).submitter, body };
  }
}

async function makeKey({ db, now }: DemoLoad, organisation: string) {
  const { key, presented } = await createApiKey(db, {
    organisation,
    scopes: ['submit'],
    expires_at: new Date(now.getTime() + DAY_MS),
    now,
  });
  return { key_id: key.key_id, presented };
}

async function submit({ url, signal }: DemoLoad, key: string, name: string, body: string): Promise<void> {
  const response = await fetch(`${url}/v1/submissions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body,
    signal,
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${name} was refused with ${response.status}: ${answer.slice(0, 2000)}`);
}
