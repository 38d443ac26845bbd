import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  asPopulation,
  type PopulationRow,
  populationFaults,
  readPopulations,
} from '../../../src/codegen/read-populations.ts';
import { CODE_LISTS } from '../../../src/standard/generated/code-lists.ts';
import {
  WALES_POPULATION,
  WALES_SEXUAL_ORIENTATION,
} from '../../../src/standard/populations/board-population.ts';
import { residentsByCode, residentsOf, WALES } from '../../../src/standard/populations/residents.ts';
import { WELSH_BOARDS } from '../../../src/standard/synthesise/welsh-boards.ts';

const NATION = 'W92000004';
const [file] = await readPopulations('1.0', '.');
const rows = file?.rows ?? [];
const lists = Object.values(CODE_LISTS);

describe('the residents of Wales', () => {
  it('are those of the data file, figure by figure', () => {
    expect(rows).toHaveLength(373);
    for (const { dimension, code, area_code: area, value } of rows) {
      const figure = WALES[dimension]?.areas[area]?.[code];
      expect(figure, `${dimension} ${code} ${area}`).toBe(Number(value));
      const isOfPeople = WALES[dimension]?.unit === 'residents';
      expect(residentsOf(dimension, area, code)).toBe(isOfPeople ? figure : null);
    }
  });

  it('of each board are drawn from in the order of the file', () => {
    for (const [board, population] of Object.entries(WALES_POPULATION)) {
      for (const [item, figures] of Object.entries(population)) {
        const own = rows.filter(({ dimension, area_code }) => dimension === item && area_code === board);
        expect(Object.keys(figures), item).toEqual(own.map(({ code }) => code));
      }
    }
    expect(Object.keys(WALES_POPULATION)).toHaveLength(7);
    expect(Object.keys(WALES_SEXUAL_ORIENTATION)).toHaveLength(5);
  });

  it('are nobody where an item, an area or a code is not held', () => {
    for (const area of ['W06000015', 'E92000001', '__proto__', 'constructor', '']) {
      expect(residentsByCode('sex', area)).toBeNull();
      expect(residentsOf('sex', area, 'female')).toBeNull();
    }
    for (const item of ['rurality', 'gender_identity', '__proto__', 'toString']) {
      expect(residentsByCode(item, NATION)).toBeNull();
    }
    expect(residentsOf('sex', NATION, 'another')).toBeNull();
    expect(residentsOf('sex', NATION, 'toString')).toBeNull();
  });

  it('each name their source and use the codes of the standard', () => {
    expect(populationFaults({ id: 'wales', rows }, lists)).toEqual([]);
    for (const { sources } of Object.values(WALES)) {
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) {
        expect(source).toMatch(/(ONS|Welsh Government).*Open Government Licence v3\.0$/);
      }
    }
  });

  it('add up over the boards to Wales, within the few people by which census tables differ', () => {
    for (const { dimension, code, area_code: area, value } of rows) {
      if (area !== NATION || dimension === 'sexual_orientation') continue;
      const boards = WELSH_BOARDS.map(({ area_code }) => WALES[dimension]?.areas[area_code]?.[code] ?? 0);
      const sum = boards.reduce((total, figure) => total + figure, 0);
      expect(Math.abs(sum - Number(value)), `${dimension} ${code}`).toBeLessThanOrEqual(2);
    }
  });

  it('come for every board and authority of the list of areas', () => {
    const areas = CODE_LISTS.areas.codes.filter(
      (area) => /^W(06|11)/.test(area.code) && area.valid_to === null,
    );
    const boards = areas.filter((area) => area.level === 'health_board').map((area) => area.code);
    expect(WELSH_BOARDS.map((board) => board.area_code).sort()).toEqual(boards.sort());
    for (const board of WELSH_BOARDS) {
      const authorities = areas.filter((area) => area.parent === board.area_code).map((area) => area.code);
      expect(Object.keys(board.authorities).sort()).toEqual(authorities.sort());
      expect(Object.values(board.authorities).reduce((sum, share) => sum + share, 0)).toBe(100);
    }
  });
});

describe('a file of residents', () => {
  const [sound] = rows as readonly [PopulationRow];
  const faultsOf = (...changed: readonly Partial<PopulationRow>[]) =>
    populationFaults({ id: 'made', rows: changed.map((change) => ({ ...sound, ...change })) }, lists);

  it('is refused for a list, code or area that the standard does not know', () => {
    expect(faultsOf({ dimension: 'shoe_size' })).toHaveLength(1);
    expect(faultsOf({ code: '__proto__' })).toHaveLength(1);
    expect(faultsOf({ area_code: 'W99' })).toHaveLength(1);
    expect(faultsOf({ dimension: 'religion', code: 'not_stated' })).toEqual([]);
  });

  it.each(['', '-1', '1.5', '1e9', ' 7', '٣', '12345678901'])('is refused for the value "%s"', (value) => {
    expect(faultsOf({ value })).toHaveLength(1);
  });

  it('is refused for a figure that stands twice, an item of two units, and a figure without source', () => {
    expect(faultsOf({}, {})).toHaveLength(1);
    expect(faultsOf({}, { area_code: NATION, unit: 'small_areas' })).toHaveLength(1);
    expect(faultsOf({ source: '' })).toHaveLength(1);
  });

  it('is served as it is written, so that its readers have the figures we have', async () => {
    const text = await readFile('schema/1.0/populations/wales-census-2021.csv', 'utf8');
    expect(text.trimEnd().split('\n')).toHaveLength(rows.length + 1);
    expect(asPopulation({ id: 'wales', rows })).toEqual(WALES);
  });
});
