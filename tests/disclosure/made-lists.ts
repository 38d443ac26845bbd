import fc from 'fast-check';
import type { Code, CodeList } from '../../src/standard/code-list.ts';

/** A made-up code at a level, within a broader code or within none. */
export function madeCode(code: string, level: string, parent: string | null = null): Code {
  return {
    code,
    level,
    parent,
    title: { en: code, cy: code },
    description: { en: '', cy: '' },
    valid_from: null,
    valid_to: null,
    replaced_by: [],
    source: 'made up',
    source_status: 'mapped',
    welsh_status: 'translated',
  };
}

export function madeList(
  levels: readonly string[],
  codes: readonly Code[],
  apart: string | null = null,
): CodeList {
  return {
    id: 'made',
    title: { en: 'Made', cy: 'Gwneud' },
    levels: levels.map((id) => ({ id, title: { en: id, cy: id } })),
    nests: true,
    apart,
    default_level: levels.at(-1) as string,
    codes,
  };
}

/** A list of one level with this many codes. */
export function flatList(size: number): CodeList {
  return madeList(
    ['code'],
    Array.from({ length: size }, (_, index) => madeCode(`c${index}`, 'code')),
  );
}

/** Lists of up to four levels whose codes belong to any broader code before them, or to none. */
export const nestedList: fc.Arbitrary<CodeList> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.record({ level: fc.nat({ max: 3 }), parent: fc.nat() }), { minLength: 2, maxLength: 14 }),
  )
  .map(([levels, wishes]) => {
    const codes: Code[] = [];
    for (const [index, wish] of wishes.entries()) {
      const level = wish.level % levels;
      const broader = codes.filter((code) => Number(code.level.slice(1)) < level);
      // One in so many belongs to no group.
      const parent = broader[wish.parent % (broader.length + 1)]?.code ?? null;
      codes.push(madeCode(`c${index}`, `l${level}`, parent));
    }
    return madeList(
      Array.from({ length: levels }, (_, level) => `l${level}`),
      codes,
    );
  });
