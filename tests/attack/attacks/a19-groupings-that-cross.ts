import { checkNesting } from '../../../src/disclosure/check-nesting.ts';
import type { Code, CodeList } from '../../../src/standard/code-list.ts';
import { STANDARD_SYSTEMS } from '../../disclosure/standard-systems.ts';
import { randomFrom } from '../../support/draw-wales.ts';
import { type Attack, atLeast, exactly, headline, ownNoise } from '../attack.ts';

const TRIES_A_LIST = 25;

export const attack: Attack = {
  id: 'A19',
  title: 'Groupings that cross',
  tried:
    'Two groupings that overlap without nesting leave slivers between them: the difference of two large figures is then a small one. Every list that a dimension takes is given a code in two groups, in a group that is no broader, or in one that stands apart, and loaded. And of the lists as they are, every two groups are compared by their members.',
  noise: ownNoise,
  async run() {
    const lists = [...new Map(STANDARD_SYSTEMS.map(({ system }) => [system.list.id, system.list])).values()];
    const random = randomFrom(19);
    const crossed = lists.flatMap((list) => Array.from({ length: TRIES_A_LIST }, () => cross(list, random)));
    return [
      atLeast('lists with a crossed code that were tried', crossed.length, 500),
      headline(exactly('of these, loaded', crossed.filter(isLoaded).length, 0)),
      headline(
        exactly(
          'pairs of groups of the standard that overlap without nesting',
          overlapsOf(STANDARD_SYSTEMS),
          0,
        ),
      ),
    ];
  },
};

/** The list with one code put where it crosses another grouping. */
function cross(list: CodeList, random: () => number): CodeList {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const code = pick(list.codes);
  const others = list.codes.filter((other) => other.level === code.level && other !== code);
  const inTwoGroups: Code = { ...code, parent: pick(list.codes).code };
  const belowItsEqual: Code = { ...code, parent: others.length > 0 ? pick(others).code : code.code };
  const replaced = (by: Code) => list.codes.map((each) => (each === code ? by : each));
  const kinds = [[...list.codes, inTwoGroups], replaced(belowItsEqual)];
  return { ...list, codes: pick(kinds) };
}

function isLoaded(list: CodeList): boolean {
  try {
    checkNesting(list);
    return true;
  } catch (error) {
    if (!/cannot be a dimension/.test(String(error))) throw error;
    return false;
  }
}

/** How many pairs of groups, at whatever levels of one dimension, share members while each has its own. */
function overlapsOf(systems: typeof STANDARD_SYSTEMS): number {
  let overlaps = 0;
  for (const { system } of systems) {
    const groups = new Map<string, Set<string>>();
    for (const level of system.levels) {
      for (const code of system.sentCodes()) {
        const token = `${level.id} ${system.tokenAt(code, level)}`;
        groups.set(token, (groups.get(token) ?? new Set()).add(code));
      }
    }
    const sets = [...groups.values()];
    sets.forEach((one, index) => {
      overlaps += sets.slice(index + 1).filter((other) => isCrossing(one, other)).length;
    });
  }
  return overlaps;
}

function isCrossing(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((code) => other.has(code)).length;
  return shared > 0 && shared < one.size && shared < other.size;
}
