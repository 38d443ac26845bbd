import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/standard/code-list.ts';
import { codesBeside, codesInsteadOf } from '../../src/standard/codes-instead-of.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { datesOf } from '../../src/standard/period.ts';
import { validateReturn } from '../../src/standard/validate-return.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const AREAS = CODE_LISTS.areas.codes;

function areaNamed(wanted: string): Code {
  return AREAS.find(({ code }) => code === wanted) as Code;
}

function insteadOf(code: string, period: string): string | null {
  return codesInsteadOf(areaNamed(code), AREAS, datesOf(period));
}

describe('what to send in place of a code not in use', () => {
  it('is the code that took over', () => {
    expect(insteadOf('W11000027', '2026-Q2')).toBe('W11000030');
    expect(insteadOf('S08000018', '2026-Q2')).toBe('S08000029');
  });

  it('is every code that took over where the area was split', () => {
    expect(insteadOf('E54000034', '2026-Q2')).toBe('E54000067, E54000069, E54000070');
  });

  it('is the last of several successors, as of the period', () => {
    expect(insteadOf('E54000053', '2026-Q2')).toBe('E54000069');
    expect(insteadOf('E54000053', '2025-Q4')).toBe('E54000064');
  });

  it('is what came before where the code had not begun', () => {
    expect(insteadOf('E54000071', '2026-Q1')).toBe('E54000027, E54000028');
    expect(insteadOf('E54000069', '2022-Q4')).toBe('E54000034, E54000052, E54000053');
  });

  it('names the direct successor where no code was in use throughout the quarter', () => {
    expect(insteadOf('S08000018', '2018-Q1')).toBe('S08000029');
  });

  it('is nothing where nothing took over, and ends where codes name each other', () => {
    const made = (code: string, replaced_by: string[]): Code => ({
      ...areaNamed('W11000027'),
      code,
      replaced_by,
    });
    const period = datesOf('2026-Q2');
    expect(codesInsteadOf(made('one', []), [made('one', [])], period)).toBeNull();
    const ring = [made('one', ['two']), made('two', ['one'])];
    expect(codesInsteadOf(ring[0] as Code, ring, period)).toBe('two');
  });

  it('is looked for in the list of the code', () => {
    expect(codesBeside(areaNamed('W11000027'))).toBe(AREAS);
  });
});

describe('every code that has ended', () => {
  const lists = Object.values(CODE_LISTS);
  const ended = lists.flatMap(({ codes }) =>
    codes.filter(({ valid_to }) => valid_to !== null).map((code) => ({ code, codes, name: code.code })),
  );

  it('is among areas of three nations and among organisations', () => {
    const names = ended.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['W11000026', 'E54000022', 'S37000014', 'QMM']));
  });

  it.each(ended)('leads to codes in use today: $name', ({ code, codes }) => {
    const named = codesInsteadOf(code, codes, datesOf('2026-Q3'))?.split(', ') ?? [];
    expect(named).not.toEqual([]);
    for (const successor of named) {
      expect(codes.find((candidate) => candidate.code === successor)).toMatchObject({ valid_to: null });
    }
  });
});

describe('a return of 2026 that uses an area that has ended', () => {
  const ended = AREAS.filter(({ valid_to }) => valid_to !== null);

  it.each(ended)('is refused and told what to send: $code', (area) => {
    const [row] = VALID_RETURN.tables.profiles ?? [];
    const tables = { profiles: [{ ...row, area_code: area.code }] };
    const bytes = new TextEncoder().encode(JSON.stringify({ ...VALID_RETURN, tables }));
    const { report } = validateReturn(bytes, { format: 'json' });
    expect(report.result).toBe('invalid');
    expect(report.findings.filter(({ rule }) => rule === 'code-valid-on-the-dates')).toMatchObject([
      {
        tier: 'error',
        locations: [{ value: area.code, suggestion: codesInsteadOf(area, AREAS, datesOf('2026-Q3')) }],
      },
    ]);
  });
});
