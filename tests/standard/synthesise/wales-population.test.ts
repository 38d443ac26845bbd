import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CODE_LISTS, type CodeListId } from '../../../src/standard/generated/code-lists.ts';
import {
  WALES_POPULATION,
  WALES_SEXUAL_ORIENTATION,
} from '../../../src/standard/synthesise/wales-population.ts';
import { WELSH_BOARDS } from '../../../src/standard/synthesise/welsh-boards.ts';

const FILE = 'schema/1.0/populations/wales-census-2021.csv';
const WALES = 'W92000004';

interface Figure {
  readonly dimension: string;
  readonly code: string;
  readonly area_code: string;
  readonly value: string;
  readonly unit: string;
  readonly source: string;
}

const parsed = Papa.parse<Figure>(await readFile(FILE, 'utf8'), { header: true, skipEmptyLines: true });
const figures = parsed.data;

/** The figures of one item and area, by code. */
function figuresOf(dimension: string, area: string): Record<string, number> {
  const own = figures.filter((figure) => figure.dimension === dimension && figure.area_code === area);
  return Object.fromEntries(own.map(({ code, value }) => [code, Number(value)]));
}

describe('the census figures of Wales', () => {
  it.each(Object.entries(WALES_POPULATION))(
    'of %s are those of the data file, item by item',
    (area, population) => {
      for (const [dimension, values] of Object.entries(population)) {
        expect(values, dimension).toEqual(figuresOf(dimension, area));
      }
    },
  );

  it('by sexual orientation are those of the data file', () => {
    expect(WALES_SEXUAL_ORIENTATION).toEqual(figuresOf('sexual_orientation', WALES));
  });

  it('each name their source and use the codes of the standard', () => {
    expect(parsed.errors).toEqual([]);
    for (const { dimension, code, source, value } of figures) {
      const codes = CODE_LISTS[dimension as CodeListId].codes.map((entry) => entry.code);
      expect([...codes, 'not_stated']).toContain(code);
      expect(source).toMatch(/(ONS|Welsh Government).*Open Government Licence v3\.0$/);
      expect(value).toMatch(/^\d+$/);
    }
  });

  it('add up over the boards to Wales, within the few people by which census tables differ', () => {
    for (const figure of figures.filter(({ area_code }) => area_code === WALES)) {
      if (figure.dimension === 'sexual_orientation') continue;
      const boards = WELSH_BOARDS.map(
        ({ area_code }) => figuresOf(figure.dimension, area_code)[figure.code] ?? 0,
      );
      const sum = boards.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum - Number(figure.value)), `${figure.dimension} ${figure.code}`).toBeLessThanOrEqual(
        2,
      );
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
