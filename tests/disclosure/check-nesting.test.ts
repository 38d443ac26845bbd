import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CategorySystem } from '../../src/disclosure/categories.ts';
import { checkNesting } from '../../src/disclosure/check-nesting.ts';
import type { Code } from '../../src/standard/code-list.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { madeCode, madeList, nestedList } from './made-lists.ts';
import { STANDARD_SYSTEMS } from './standard-systems.ts';

const good = [madeCode('g', 'broad'), madeCode('a', 'fine', 'g'), madeCode('b', 'fine', 'g')];
const list = (codes: readonly Code[]) => madeList(['broad', 'fine'], codes, 'beside');

const planted: [string, readonly Code[]][] = [
  ['c belongs to a, which is not broader', [...good, madeCode('c', 'fine', 'a')]],
  ['g belongs to h, which is not broader', [madeCode('g', 'broad', 'h'), madeCode('h', 'broad')]],
  ['g belongs to a, which is not broader', [madeCode('g', 'broad', 'a'), madeCode('a', 'fine', 'g')]],
  ['c belongs to gone, which is no code of the list', [...good, madeCode('c', 'fine', 'gone')]],
  ['c belongs to o, which stands apart', [...good, madeCode('c', 'fine', 'o'), madeCode('o', 'beside')]],
  ['o stands apart and cannot belong to a group', [...good, madeCode('o', 'beside', 'g')]],
  ['c has no level detail', [...good, madeCode('c', 'detail', 'g')]],
  ['a is there twice', [...good, madeCode('h', 'broad'), madeCode('a', 'fine', 'h')]],
  ['not_known reads as a blank', [...good, madeCode('not_known', 'fine', 'g')]],
];

it.each(planted)('refuses a list in which %s', (fault, codes) => {
  expect(() => checkNesting(list(codes))).toThrow(new Error(`made cannot be a dimension: ${fault}`));
  expect(() => new CategorySystem(list(codes), { level: null, codes: null }, [])).toThrow(fault);
});

it('refuses a list whose levels only sort its codes into kinds', () => {
  expect(() => checkNesting({ ...list(good), nests: false })).toThrow(
    new Error('made cannot be a dimension: its levels do not nest'),
  );
  expect(() => checkNesting(CODE_LISTS.characteristic)).toThrow('its levels do not nest');
});

it('accepts every list that a dimension of the standard takes', () => {
  for (const { system } of STANDARD_SYSTEMS) expect(() => checkNesting(system.list)).not.toThrow();
  expect(STANDARD_SYSTEMS.length).toBeGreaterThan(20);
});

it('accepts any list whose codes belong to broader ones, and codes that stand apart', () => {
  fc.assert(fc.property(nestedList, (nested) => checkNesting(nested)));
  expect(() => checkNesting(list([...good, madeCode('o', 'beside')]))).not.toThrow();
});
