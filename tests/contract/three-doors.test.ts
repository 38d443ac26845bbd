import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateCommand } from '../../src/cli/validate.ts';
import type { ListedCase } from '../../src/codegen/render-conformance.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import { serialiseReport, validateReturn } from '../../src/standard/validate-return.ts';
import { startApp, type TestApp } from '../http/start-app.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

const KIT = `${EXAMPLES}conformance/cases`;
const { cases }: { cases: readonly ListedCase[] } = JSON.parse(readFileSync(`${KIT}/cases.json`, 'utf8'));
const CONTENT = new Set(RULES.map(({ id }) => id));

/** The cases of the conformance kit in JSON that break a rule of content: such as what is to be confirmed. */
const KIT_RETURNS = cases
  .filter(({ format, expected }) => format === 'json' && expected.some(({ rule }) => CONTENT.has(rule)))
  .map(({ file }) => `${KIT}/${file}`);

/** Every example return in JSON, right and wrong. */
const RETURNS = ['valid', 'invalid', 'walkthrough', 'evidence']
  .flatMap((folder) =>
    readdirSync(`${EXAMPLES}${folder}`)
      .filter(
        (name) => name.endsWith('.json') && !name.endsWith('.expected.json') && name !== 'services.json',
      )
      .map((name) => `${EXAMPLES}${folder}/${name}`),
  )
  .concat(KIT_RETURNS);

let service: TestApp;
beforeAll(async () => {
  service = await startApp();
});
afterAll(() => service.close());

async function throughCommand(path: string): Promise<string> {
  let output = '';
  await validateCommand([path, '--json'], {
    stdin: (async function* () {})(),
    stdout: (text) => {
      output += text;
    },
    stderr: (text) => {
      throw new Error(text);
    },
    env: {},
  });
  return output;
}

/** Over a plain socket: supertest would write the bytes anew as JSON. */
async function throughApi(bytes: Buffer): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${service.port}/v1/validate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: new Uint8Array(bytes),
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

describe('library, command and API', () => {
  it.each(RETURNS.map((path) => [path.slice(EXAMPLES.length), path]))(
    'give one report of %s, byte for byte',
    async (_, path) => {
      const bytes = readFileSync(path);
      const report = serialiseReport(validateReturn(bytes, { format: 'json' }).report);
      expect(await throughCommand(path)).toBe(report);
      expect(await throughApi(bytes)).toBe(report);
    },
  );
});
