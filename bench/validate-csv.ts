import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse/package.json' with { type: 'json' };
import { codedFile, type LargeTable } from './coded-rows.ts';
import type { Run } from './csv-rival.ts';
import { describeMachine, inRounds, median, medianRatio, runScript } from './rounds.ts';

const ROWS = 1_000_000;
const ROUNDS = Number(process.argv[2] ?? 5);
const SCRIPT = fileURLToPath(new URL('csv-rival.ts', import.meta.url));
const TABLES: readonly LargeTable[] = ['connections', 'pathway'];

console.log(`${describeMachine()}, papaparse ${papaparse.version}`);
console.log(`${ROWS} rows, ${ROUNDS} rounds; each run in a process of its own, started with tsx.`);
for (const table of TABLES) {
  const file = await codedFile(table, ROWS);
  const rival = (name: string) => () => runScript<Run>(SCRIPT, [name, table, file]);
  const runs = inRounds(ROUNDS, {
    'papaparse, arrays': rival('stream'),
    'papaparse, Maps, one Set': rival('lookups'),
    'spcd, all rules': rival('spcd'),
  });
  const ours = runs['spcd, all rules'] ?? [];
  console.log(`\n${table}: ${ours[0]?.found}`);
  for (const [name, costs] of Object.entries(runs)) {
    const rate = Math.round(ROWS / median(costs.map(({ seconds }) => seconds)) / 1000);
    const peak = Math.round(Math.max(...costs.map(({ peakMegabytes }) => peakMegabytes)));
    const share = Math.round(100 * medianRatio(costs, ours, 'seconds'));
    const shareOfWork = Math.round(100 * medianRatio(costs, ours, 'cpuSeconds'));
    console.log(
      `${name.padEnd(26)} ${String(rate).padStart(5)} k rows/s, peak ${peak} MB; ` +
        `spcd has ${share} % of its rate by the clock, ${shareOfWork} % by processor time`,
    );
  }
}
