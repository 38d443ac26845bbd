import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chooseMutants } from './choose-mutants.ts';
import { EQUIVALENT_MUTANTS } from './equivalent-mutants.ts';
import { findMutants, type Mutant } from './find-mutants.ts';

const FOLDER = new URL('../../src/disclosure/', import.meta.url);
const mutants = readdirSync(FOLDER).flatMap((file) =>
  findMutants(file, readFileSync(new URL(file, FOLDER), 'utf8')),
);

const SOURCE = `/** A comment with a < b and 7. */
export function least(a: number, b: number | 2): string {
  if (a < b) return join(a, b);
  return ['x', 'y'].join(\`\${a};\${b}\`);
}
`;

it('breaks numbers, comparisons, conditions, texts, arguments, elements and lines, each on its own', () => {
  const found = findMutants('least.ts', SOURCE).map(({ line, before, after }) => ({ line, before, after }));
  const [third, fourth] = ['if (a < b) return join(a, b);', `return ['x', 'y'].join(\`\${a};\${b}\`);`];
  expect(found).toHaveLength(12);
  for (const after of [
    'if (a <= b) return join(a, b);',
    'if (true || (a < b)) return join(a, b);',
    'if (false && (a < b)) return join(a, b);',
    'if (a < b) return join(b, a);',
    '',
  ]) {
    expect(found).toContainEqual({ line: 3, before: third, after });
  }
  for (const after of [
    `return ['x~', 'y'].join(\`\${a};\${b}\`);`,
    `return ['x', 'y~'].join(\`\${a};\${b}\`);`,
    `return ['x', 'y'].join(\`~\${a};\${b}\`);`,
    `return ['x', 'y'].join(\`\${a}~\${b}\`);`,
    `return ['y'].join(\`\${a};\${b}\`);`,
    `return ['x'].join(\`\${a};\${b}\`);`,
    '',
  ]) {
    expect(found).toContainEqual({ line: 4, before: fourth, after });
  }
});

it('leaves comments and types alone, and what would not compile', () => {
  const typed = `/** 1 < 2 && 3 */\nexport type Level = 'a' | 'b';\nexport interface Row {\n  readonly level: Level;\n}\n`;
  expect(findMutants('types.ts', typed)).toEqual([]);
});

it('finds hundreds of mutants of disclosure control, in every file, each once', () => {
  expect(new Set(mutants.map(({ file }) => file))).toEqual(new Set(readdirSync(FOLDER)));
  expect(mutants.length).toBeGreaterThan(400);
  expect(new Set(mutants.map(({ file, text }) => `${file} ${text}`)).size).toBe(mutants.length);
});

it('chooses the same mutants for the same seed, of every kind, and others for another', () => {
  const idsOf = (chosen: readonly Mutant[]) => chosen.map(({ file, text }) => `${file} ${text}`);
  const chosen = chooseMutants(mutants, 60, 1);
  expect(idsOf(chooseMutants(mutants, 60, 1))).toEqual(idsOf(chosen));
  expect(idsOf(chooseMutants(mutants, 60, 2))).not.toEqual(idsOf(chosen));
  expect(new Set(idsOf(chosen)).size).toBe(60);
  expect(new Set(chosen.map(({ kind }) => kind))).toEqual(new Set(mutants.map(({ kind }) => kind)));
  expect(chooseMutants(mutants, 10_000, 1)).toHaveLength(mutants.length);
});

it('excuses only mutants that there are, each with a reason', () => {
  for (const { file, before, after, reason } of EQUIVALENT_MUTANTS) {
    const found = mutants.filter(
      (mutant) => mutant.file === file && mutant.before === before && mutant.after === after,
    );
    expect([file, before, after, found.length]).toEqual([file, before, after, 1]);
    expect(reason).not.toBe('');
  }
  expect(EQUIVALENT_MUTANTS.length).toBeLessThan(mutants.length / 20);
});
