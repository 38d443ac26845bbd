import { describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '../../../src/standard/generated/tables.ts';
import type { Board } from '../../../src/standard/synthesise/board.ts';
import { NATIONS } from '../../../src/standard/synthesise/board.ts';
import {
  boardsOfNation,
  type SynthesiseRequest,
  synthesiseReturns,
} from '../../../src/standard/synthesise/synthesise-returns.ts';
import { writeDocument } from '../../../src/standard/synthesise/write-document.ts';
import { validateReturn } from '../../../src/standard/validate-return.ts';

/** What a realistic country is told: small groups, follow-up below half, and items often left blank. */
const EXPECTED_ADVICE = new Set([
  'blanks-at-most-one-in-five',
  'few-pairs-are-said',
  'follow-up-below-half-is-said',
]);

/** A board with few people, so that many seeds and quarters can be tried. */
const small = (board: Board): Board => ({ ...board, referredAYear: 600 });

/** Validates every return of a request, and says which tables came and how many returns there were. */
function expectValid(request: SynthesiseRequest): { readonly tables: Set<string>; readonly count: number } {
  const encoder = new TextEncoder();
  const tables = new Set<string>();
  let count = 0;
  for (const { name, document } of synthesiseReturns(request)) {
    const { report } = validateReturn(encoder.encode(writeDocument(document)), { format: 'json' });
    const unexpected = report.findings.filter((finding) => !EXPECTED_ADVICE.has(finding.rule));
    expect(unexpected, name).toEqual([]);
    expect(report.result, name).toBe('valid');
    for (const table of Object.keys(document.tables)) tables.add(table);
    count += 1;
  }
  return { tables, count };
}

describe('every synthetic return', () => {
  it('of the whole of Wales is valid, has nothing to verify and draws only expected advice', () => {
    const { count } = expectValid({
      boards: boardsOfNation('wales'),
      quarters: 1,
      until: '2026-Q1',
      seed: 999_999,
    });
    expect(count).toBe(7);
  });

  it.each([0, 1, 2])(
    'of a year of small Welsh boards drawn from seed %i is valid, in every table',
    (seed) => {
      const boards = boardsOfNation('wales').map(small);
      const { tables, count } = expectValid({ boards, quarters: 4, until: '2026-Q2', seed });
      expect([...tables].sort()).toEqual([...TABLE_NAMES].sort());
      expect(count).toBe(28);
    },
  );

  it.each(NATIONS)('of every organisation of %s is valid', (nation) => {
    const boards = boardsOfNation(nation).map(small);
    const { count } = expectValid({ boards, quarters: 1, until: '2026-Q3', seed: 7 });
    expect(count).toBe(boards.length);
  });
});

describe('an organisation that began later', () => {
  it('has no return for a quarter before its first', () => {
    const boards = boardsOfNation('england')
      .filter(({ area_code }) => area_code === 'E54000070')
      .map(small);
    const names = [...synthesiseReturns({ boards, quarters: 3, until: '2026-Q3', seed: 1 })].map(
      ({ name }) => name,
    );
    expect(names).toEqual([`${boards[0]?.submitter}-2026-Q2.json`, `${boards[0]?.submitter}-2026-Q3.json`]);
  });
});
