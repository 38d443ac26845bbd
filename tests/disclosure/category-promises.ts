import { expect } from 'vitest';
import type { CategorySystem, Level } from '../../src/disclosure/categories.ts';

/** What must be true of a dimension for no set of people to get two numbers, and no two sets one. */
export function expectPromisesOf(system: CategorySystem): void {
  for (const level of system.levels) expectGridToHoldEveryToken(system, level);
  expectTokensAndSetsToPair(system);
  system.levels.slice(1).forEach((finer, index) => {
    expectRefinement(system, system.levels[index] as Level, finer);
  });
}

/** The sent codes behind each token of a level. Every sent code has one token, so they partition the codes. */
export function setsAt(system: CategorySystem, level: Level): Map<string, string> {
  const members = new Map<string, string[]>();
  for (const code of system.sentCodes()) {
    const token = system.tokenAt(code, level);
    members.set(token, [...(members.get(token) ?? []), code]);
  }
  return new Map([...members].map(([token, codes]) => [token, codes.join(' ')]));
}

function expectGridToHoldEveryToken(system: CategorySystem, level: Level): void {
  const categories = system.categoriesAt(level, null);
  const tokens = categories.map((category) => category.token);
  expect([...tokens].sort()).toEqual([...setsAt(system, level).keys()].sort());
  expect(new Set(categories.map((category) => category.code)).size).toBe(categories.length);
}

/** One token means one set of codes at whatever level, and one set of codes has one token. */
function expectTokensAndSetsToPair(system: CategorySystem): void {
  const setOf = new Map<string, string>();
  const tokenOf = new Map<string, string>();
  for (const level of system.levels) {
    for (const [token, set] of setsAt(system, level)) {
      expect([token, setOf.get(token) ?? set]).toEqual([token, set]);
      expect([set, tokenOf.get(set) ?? token]).toEqual([set, token]);
      setOf.set(token, set);
      tokenOf.set(set, token);
    }
  }
}

/** Codes that are one at the finer level are one at the broader. */
function expectRefinement(system: CategorySystem, broader: Level, finer: Level): void {
  const above = new Map<string, string>();
  for (const code of system.sentCodes()) {
    const token = system.tokenAt(code, finer);
    const group = system.tokenAt(code, broader);
    expect([token, above.get(token) ?? group]).toEqual([token, group]);
    above.set(token, group);
  }
}
