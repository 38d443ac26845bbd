import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TABLE_NAMES } from '../../../src/standard/generated/tables.ts';
import { keyedRowsOf } from '../../release/oracle/keyed-rows.ts';
import { type Attack, atLeast, exactly, firstNoise, headline, type Scene } from '../attack.ts';
import { keysOf, returnsOf } from '../country/plan.ts';
import type { PublicService } from '../country/serve-country.ts';
import { trueCounts } from '../scoring/true-counts.ts';
import { drawPublished, drawSuppressed } from './drawn-cells.ts';
import { addressOf, askedWords, fixedPart } from './words-of-cells.ts';

export const attack: Attack = {
  id: 'A17',
  title: 'Keys and true numbers in answers, errors, files and the log',
  tried:
    'Everything the service says is collected: answers about shown and hidden cells, refusals, errors, registries, coverage, manifests, every header, its whole log at the finest level, and every file of the archive. It is searched for the two keys in four spellings, for keys and digests of rows, and for true counts of 1,000 and more that no rounding gives.',
  noise: firstNoise,
  async run(scene) {
    const said = await collect(scene);
    const files = await filesBelow(scene.country.published().archiveDir);
    const secrets = secretsOf(scene);
    const everything = [said, ...files.map((bytes) => bytes.toString('latin1'))];
    const digits = new Set(everything.flatMap(digitsIn));
    const counts = await tellingCounts(scene);
    // Numbers as values of JSON: years and codes are words, and so are not meant.
    const numbers = new Set(said.match(/(?<=[:[,])\d{4,}(?=[,\]}])/g));
    return [
      atLeast('characters of answers, headers and log', said.length, 100_000),
      atLeast('files of the archive', files.length, 20),
      atLeast('secrets looked for', secrets.length, 500),
      headline(
        exactly(
          'secrets found',
          secrets.filter((secret) =>
            isKeyOfRow(secret) ? digits.has(secret) : everything.some((text) => text.includes(secret)),
          ).length,
          0,
        ),
      ),
      atLeast('true counts looked for', counts.length, 20),
      headline(exactly('true counts found', counts.filter((count) => numbers.has(String(count))).length, 0)),
    ];
  },
};

const ROUTES = [
  '/',
  '/v1/config',
  '/v1/releases',
  '/v1/coverage',
  '/v1/measures',
  '/v1/indicators',
  '/health/live',
  '/health/ready',
  '/openapi.json',
  '/metrics',
  '/v1/submissions',
  '/v1/me',
  '/v1/data/nothing',
  '/v1/data/profiles',
  '/v1/data/profiles?population=supported&period=1066-Q1',
  '/v1/data/profiles?population=supported&period=2026-Q1&area_code=%00',
  '/v1/data/profiles?population=supported&period=2026-Q1&by=row_key',
  '/v1/data/profiles?population=supported&period=2026-Q1&figure=key_people',
  '/v1/releases/../private/rows',
  '/v1/releases/%2e%2e%2fprivate/files/rows',
];

async function collect({ country, service }: Scene): Promise<string> {
  const { release } = service;
  const cells = await country.published().cells();
  const count = country.plan.size === 'small' ? 20 : 300;
  const asked = [...drawPublished(cells, count, 171), ...drawSuppressed(cells, count, 172)].map((cell) =>
    addressOf(cell.place.table, [
      ...fixedPart(cell),
      ['period', cell.place.period],
      ...askedWords(cell).map(({ name, token }): [string, string] => [name, token]),
    ]),
  );
  const ofTables = TABLE_NAMES.map((table) => `/v1/data/${table}/dimensions`);
  const ofRelease = [
    `/v1/releases/${release}`,
    `/v1/releases/${release}/changes`,
    `/v1/releases/${release}/files/x`,
  ];
  const outcomes = '/v1/outcomes?measure=ons4_satisfaction&period=2025-26&by=area_code.health_board';
  const said: string[] = [];
  for (const address of [...ROUTES, ...ofRelease, ...ofTables, outcomes, ...asked])
    said.push(await heard(service, address));
  // How long an answer took is a number like any other where the machine is busy.
  return [...said, service.log().replace(/"ms":\d+/g, '')].join('\n');
}

/** An answer with its headers, without the sizes of files and the times of day. */
async function heard(service: PublicService, address: string): Promise<string> {
  const { headers, body } = await service.get(address);
  return [...[...headers].map(([name, value]) => `${name}: ${value}`), body.replace(/"bytes":\d+/g, '')].join(
    '\n',
  );
}

/** Shorter keys of rows would be found by chance. */
function isKeyOfRow(secret: string): boolean {
  return /^\d{9,10}$/.test(secret);
}

/** Every nine and every ten digits that stand together in a text. */
function digitsIn(text: string): string[] {
  const runs = text.match(/\d{9,}/g) ?? [];
  return runs.flatMap((run) =>
    [9, 10].flatMap((length) =>
      Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) => run.slice(at, at + length)),
    ),
  );
}

/** What only the builder may know, in the spellings in which it could slip out. */
function secretsOf({ country }: Scene): string[] {
  const { recordKey, cellKey } = keysOf(country.plan.noiseSeeds[0] as number);
  const spelled = [recordKey, cellKey].flatMap((key) => [
    key.toString('hex'),
    key.toString('base64'),
    key.toString('base64url'),
    key.toString('latin1'),
  ]);
  const rows: string[] = [];
  for (const document of returnsOf(country.plan)) {
    if (document.period !== '2026-Q1') continue;
    for (const { keys } of keyedRowsOf('needs', document).slice(0, 200)) {
      rows.push(
        ...Object.values(keys)
          .map((key) => String(key))
          .filter(isKeyOfRow),
      );
    }
  }
  return [...spelled, ...rows];
}

/** True counts of 1,000 and more of the whole country that are no multiple of 5: none of them is ever published. */
async function tellingCounts({ country }: Scene): Promise<number[]> {
  const counts = new Set<number>();
  for (const table of ['profiles', 'pathway', 'characteristics'] as const) {
    for (const [id, count] of await trueCounts(country, { table, period: '2025-26' })) {
      if (id.includes('nation:') && count >= 1_000 && count % 5 !== 0) counts.add(count);
    }
  }
  return [...counts];
}

async function filesBelow(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map((path) => readFile(path)));
}
