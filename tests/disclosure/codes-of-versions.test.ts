import { expect, it } from 'vitest';
import { figuresOf, systemOf } from '../../src/disclosure/lattice.ts';
import { SCHEMA_VERSION, TABLE_NAMES, TABLES } from '../../src/standard/generated/tables.ts';
import { VERSIONS } from '../../src/standard/generated/versions.ts';
import { dimensionsOf } from '../../src/standard/table-description.ts';
import {
  cameBetween,
  isDraftVersion,
  LATEST_SETTLED_VERSION,
} from '../../src/standard/versions/of-version.ts';
import { choicesOf } from './standard-systems.ts';

const DIMENSIONS = TABLE_NAMES.flatMap((table) =>
  choicesOf(table).flatMap((selectors) =>
    dimensionsOf(TABLES[table]).map((field) => ({ table, field, selectors })),
  ),
);

it.each(VERSIONS.slice(1))(
  'gives every code of an earlier version the token in %s that it had there',
  (version) => {
    const before = VERSIONS[VERSIONS.indexOf(version) - 1];
    const moved = DIMENSIONS.flatMap(({ table, field, selectors }) => {
      const [one, other] = [systemOf(field, selectors, before), systemOf(field, selectors, version)];
      return one.levels.flatMap((level) =>
        one
          .sentCodes()
          .filter((code) => one.tokenAt(code, level) !== other.tokenAt(code, level))
          .map((code) => `${table} ${field.name} ${code} at ${level.id}`),
      );
    });
    expect(moved, 'a code that moves the token of another needs the next major version').toEqual([]);
  },
);

it('knows in each version the codes and figures of that version only', () => {
  const connections = DIMENSIONS.find(({ field }) => field.name === 'delivery_mode');
  if (connections === undefined) throw new Error('no table has delivery_mode');
  const codes = (version: '1.0' | '1.1') =>
    systemOf(connections.field, connections.selectors, version).sentCodes();
  expect(codes('1.1').filter((code) => !codes('1.0').includes(code))).toEqual(['materials_sent']);
  expect(codes('1.0').filter((code) => !codes('1.1').includes(code))).toEqual([]);
  const figures = (version: '1.0' | '1.1') =>
    figuresOf('workforce', 'quarter', version).map(({ name }) => name);
  expect(figures('1.1')).toEqual([...figures('1.0'), 'works_in_welsh']);
});

it('names what came between two versions, and nothing between a version and itself', () => {
  const between = Object.fromEntries(
    TABLE_NAMES.map((table) => [table, cameBetween(table, '1.0', '1.1')]).filter(
      ([, names]) => names?.length !== 0,
    ),
  );
  expect(between).toEqual({ connections: ['delivery_mode.materials_sent'], workforce: ['works_in_welsh'] });
  for (const version of VERSIONS) {
    expect(TABLE_NAMES.flatMap((table) => cameBetween(table, version, version))).toEqual([]);
  }
  expect(TABLE_NAMES.flatMap((table) => cameBetween(table, '1.1', '1.0'))).toEqual([]);
});

it('builds releases at the version that questions are read by, which is no draft', () => {
  expect(LATEST_SETTLED_VERSION).toBe(SCHEMA_VERSION);
  expect(isDraftVersion(LATEST_SETTLED_VERSION)).toBe(false);
});
