import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { TABLE_PLANS } from '../src/standard/plan-rows.ts';
import { headerFromParameters } from '../src/standard/read/header-from-parameters.ts';
import { createReturnValidator } from '../src/standard/validate-return.ts';
import { HEADER, type LargeTable } from './coded-rows.ts';
import type { Cost } from './rounds.ts';

/** What one rival found and what it cost; printed as one line of JSON. */
export interface Run extends Cost {
  readonly rows: number;
  readonly found: string;
}

type Rival = (file: string, table: LargeTable) => Promise<{ rows: number; found: string }>;

type Take = (row: readonly string[]) => void;

/** The parser of papaparse on the pieces of a file, giving arrays. */
async function parse(file: string, take: Take): Promise<number> {
  const parser = new Papa.Parser({ delimiter: ',', newline: '\n' });
  const decoder = new TextDecoder();
  let rest = '';
  let rows = 0;
  const give = (text: string, isLast: boolean) => {
    const { data, meta } = parser.parse(text, 0, !isLast) as Papa.ParseResult<string[]>;
    for (const row of data) take(row);
    rows += data.length;
    rest = text.slice(meta.cursor);
  };
  for await (const chunk of createReadStream(file))
    give(rest + decoder.decode(chunk, { stream: true }), false);
  if (rest !== '') give(rest, true);
  return rows - 1;
}

/** The documented way: `Papa.parse` on a stream. */
function parseStream(file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    Papa.parse<string[]>(createReadStream(file, 'utf8'), {
      delimiter: ',',
      newline: '\n',
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => resolve(rows - 2),
      error: reject,
    });
  });
}

/** Each code looked up in a Map of its column, the count read, and one Set of row keys: numbers, as they cost least. */
async function lookUp(file: string, table: LargeTable): Promise<{ rows: number; found: string }> {
  const codes = TABLE_PLANS[table].fields.map(
    ({ dictionary }) =>
      dictionary && new Map([...dictionary.codes.values()].map((each) => [each.code, each.digit])),
  );
  const keys = new Set<number>();
  let refused = -1; // The first line holds the names.
  const rows = await parse(file, (row) => {
    let isGood = true;
    let key = 0;
    for (let column = 0; column < row.length; column += 1) {
      const map = codes[column];
      const text = row[column] as string;
      if (map) {
        const digit = map.get(text);
        if (digit === undefined) isGood = false;
        else key = key * map.size + digit;
      } else if (!Number.isInteger(Number(text))) isGood = false;
    }
    if (!isGood || keys.has(key)) refused += 1;
    else keys.add(key);
  });
  return { rows, found: `${refused} refused` };
}

const RIVALS: Readonly<Record<string, Rival>> = {
  parser: async (file) => ({ rows: await parse(file, () => {}), found: 'arrays' }),
  stream: async (file) => ({ rows: await parseStream(file), found: 'arrays' }),
  lookups: lookUp,
  async spcd(file, table) {
    const validator = createReturnValidator({ format: 'csv', table, header: headerFromParameters(HEADER) });
    for await (const chunk of createReadStream(file)) validator.write(chunk);
    const { report } = validator.end();
    const findings = report.findings.map(({ tier, rule, count }) => `${tier} ${rule} ${count}`);
    return { rows: report.rows[table] ?? 0, found: [report.result, ...findings].join('; ') };
  },
};

const [name = '', table = '', file = ''] = process.argv.slice(2);
const rival = RIVALS[name];
if (rival === undefined) throw new Error(`No rival ${name}`);
const cpu = process.cpuUsage();
const start = performance.now();
const { rows, found } = await rival(file, table as LargeTable);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
const run: Run = {
  rows,
  seconds,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  found,
};
process.stdout.write(`${JSON.stringify(run)}\n`);
