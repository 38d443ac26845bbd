import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, type Place, placeId } from '../../src/disclosure/addresses.ts';
import { gridOf } from '../../src/query/lay-on-grid.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import { MEASURE_IDS, MEASURES } from '../../src/standard/generated/measures.ts';
import { TABLE_NAMES, type TableName } from '../../src/standard/generated/tables.ts';
import type { FieldDescription } from '../../src/standard/table-description.ts';
import { figureOf } from './made-places.ts';
import { askForOneCell, type Pick, WALES } from './spelled-questions.ts';

/** The addresses of every cell that a question asks for. */
function addressesOf(
  table: TableName,
  figure: string,
  parameters: Readonly<Record<string, string>>,
): string[] {
  const question = parseQuestion(WALES, table, parameters);
  return gridOf(question).map(({ place }) => addressOf(place, figureOf(table, figure)));
}

describe.each(TABLE_NAMES)('a cell of %s', (table) => {
  it('has one address and one id, however the question for it is spelled', () => {
    fc.assert(
      fc.property(fc.gen(), (generate) => {
        const pick: Pick = (items) =>
          items[generate(fc.nat, { max: items.length - 1 })] as (typeof items)[number];
        const { place, parameters } = askForOneCell(table, pick);
        const question = parseQuestion(WALES, table, parameters);
        const figure = question.figures[0] as FieldDescription;
        const id = placeId(place, figure.name);
        const found = gridOf(question).filter((item) => placeId(item.place, figure.name) === id);
        expect(found).toHaveLength(1);
        expect(addressOf(found[0]?.place as Place, figure)).toBe(addressOf(place, figure));
      }),
      { numRuns: 150 },
    );
  });
});

const asked = { population: 'supported', period: '2026-Q1' };

it('has one address for ages under 16, by group, by band, and under either name of a level', () => {
  const spellings = ['under_16', '0_15', 'age_group:under_16', 'band:0_15', 'detail:0_15', '0_15,under_16'];
  const addresses = spellings.flatMap((age_band) =>
    addressesOf('profiles', 'people', { ...asked, age_band }),
  );
  expect(addresses).toHaveLength(spellings.length);
  expect(new Set(addresses)).toEqual(
    new Set(['table=profiles;population=supported;period=2026-Q1;area_code=nation:W92000004;age_band=0_15']),
  );
});

it('has one address for Powys as a board and as an authority', () => {
  const spellings = ['W11000024', 'W06000023', 'health_board:W11000024'];
  const addresses = spellings.flatMap((area_code) =>
    addressesOf('profiles', 'people', { ...asked, area_code }),
  );
  expect(addresses).toHaveLength(spellings.length);
  expect(new Set(addresses)).toEqual(
    new Set(['table=profiles;population=supported;period=2026-Q1;area_code=W06000023']),
  );
});

it('gives equal counts of the same people one address, whichever measure of the instrument is asked', () => {
  const measures = MEASURE_IDS.filter((id) => MEASURES[id].instrument === 'ons4');
  const addresses = [...measures, 'ons4'].flatMap((measure) =>
    addressesOf('outcome_coverage', 'n_paired', { measure, breakdown: 'all', period: '2026-Q1' }),
  );
  expect(addresses).toHaveLength(5);
  expect(new Set(addresses)).toEqual(
    new Set(['table=outcomes;breakdown=all;period=2026-Q1;area_code=nation:W92000004']),
  );
});
