import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Return } from '../../src/standard/generated/types.ts';
import { quartersOf } from '../../src/standard/period.ts';
import { listAcceptedTables } from '../../src/store/accepted-tables.ts';
import { YEAR } from '../support/draw-wales.ts';
import { PLANTED_WORD } from '../support/plant-words.ts';
import type { publishWales } from '../support/published-wales.ts';
import { readCells } from '../support/read-cells.ts';
import { TEST_KEYS } from '../support/test-keys.ts';

type House = Awaited<ReturnType<typeof publishWales>>;

/** What must never be seen outside: true counts that no published figure can equal, and names and keys. */
export interface Secrets {
  readonly numbers: ReadonlySet<number>;
  readonly texts: readonly string[];
}

/** Smaller numbers, and years, may stand in an answer for something else. */
const LEAST = 3_000;

/** Every large true count of the returns and of what they add up to, and all that the private side has names for. */
export async function secretsOf(house: House): Promise<Secrets> {
  const accepted = [
    ...(await listAcceptedTables(house.open.db, { collection: 'returns' })),
    ...(await listAcceptedTables(house.open.db, { collection: 'evidence' })),
  ];
  const files = await readdir(join(house.privateDir, 'rows'), { recursive: true });
  const rows = files.flatMap((file) => /([0-9a-f]{32})\.parquet$/.exec(file)?.[1] ?? []);
  const keys = [TEST_KEYS.recordKey, TEST_KEYS.cellKey];
  const keyed = (await readCells(join(house.privateDir, 'rows'))).flatMap((row) =>
    Object.entries(row).flatMap(([name, value]) => (name.startsWith('key_') ? Number(value) : [])),
  );
  return {
    numbers: new Set([...trueCounts(house.returns), ...keyed.filter((key) => key >= LEAST)]),
    texts: [
      ...accepted.flatMap(({ table_digest: digest, submission_id: id }) => [
        digest,
        Buffer.from(digest, 'hex').toString('base64').replace(/=+$/, ''),
        Buffer.from(digest, 'hex').toString('base64url'),
        id,
      ]),
      ...rows,
      ...keys.flatMap((key) => [key.toString('hex'), key.toString('base64')]),
      house.privateDir,
      PLANTED_WORD,
      'unfinished',
    ],
  };
}

/** The counts of rows, and their sums by each single field and by pairs of fields, in each quarter and the year. */
function trueCounts(returns: readonly Return[]): Set<number> {
  const counts = new Set<number>();
  const periods = [...new Set(returns.map(({ period }) => period))].map((period) => [period]);
  for (const quarters of [...periods, quartersOf(YEAR)]) {
    const sums = new Map<string, number>();
    for (const { period, submitter, tables } of returns) {
      if (!quarters.includes(period)) continue;
      for (const [table, rows] of Object.entries(tables)) {
        for (const row of rows as unknown as Readonly<Record<string, string | number | null>>[]) {
          const codes = [
            ['submitter', submitter],
            ...Object.entries(row).filter(([, value]) => typeof value === 'string'),
          ];
          const values = Object.entries(row).filter(([, value]) => typeof value === 'number');
          for (const [name, value] of values) {
            counts.add(Number(value));
            for (const group of groupsOf(codes.map((code) => code.join('=')))) {
              const key = `${table} ${name} ${group}`;
              sums.set(key, (sums.get(key) ?? 0) + Number(value));
            }
          }
        }
      }
    }
    for (const sum of sums.values()) counts.add(sum);
  }
  return new Set([...counts].filter((count) => Number.isInteger(count) && count >= LEAST && count % 5 !== 0));
}

function groupsOf(codes: readonly string[]): string[] {
  return [
    '',
    ...codes,
    ...codes.flatMap((one, index) => codes.slice(index + 1).map((other) => `${one} ${other}`)),
  ];
}

/**
 * The secrets that stand in a text: numbers as numbers of their own, texts anywhere.
 *
 * Sizes of public files are passed over: they follow from the published bytes.
 */
export function findSecrets(text: string, { numbers, texts }: Secrets): string[] {
  const written = text.replace(/"bytes": ?\d+/g, '').match(/(?<![\w.-])\d{4,10}(?![\w.])/g) ?? [];
  // All that we look for are long words: the rest of a text need not be searched for a thousand of them.
  const longWords = (text.match(/[^\s"<>,]{8,}/g) ?? []).join(' ');
  return [
    ...new Set([
      ...written.filter((number) => numbers.has(Number(number))),
      ...texts.filter((secret) => longWords.includes(secret)),
    ]),
  ];
}
