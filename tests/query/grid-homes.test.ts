import { describe, expect, it } from 'vitest';
import { homeOf } from '../../src/disclosure/home.ts';
import { isCell } from '../../src/disclosure/implied-cells.ts';
import { cuboidsOf, isBelowBoard, type Selectors } from '../../src/disclosure/lattice.ts';
import { ServiceError } from '../../src/errors.ts';
import { homesOf } from '../../src/query/grid-homes.ts';
import { gridOf } from '../../src/query/lay-on-grid.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import type { Question } from '../../src/query/question.ts';
import { TABLE_NAMES, type TableName } from '../../src/standard/generated/tables.ts';
import { walesManifest } from './wales-manifest.ts';

const RELEASE = walesManifest();

/** Selectors under which tables move their figures elsewhere in every way they do, and under which they do not. */
const SELECTORS: Readonly<Record<TableName, readonly Selectors[]>> = {
  profiles: [{ population: 'supported' }, { population: 'referred' }],
  characteristics: [
    { population: 'supported', characteristic: 'ethnic_group' },
    { population: 'supported', characteristic: 'employment_status' },
  ],
  needs: [{ breakdown: 'age_group_sex' }, { breakdown: 'deprivation_quintile' }],
  pathway: [{ basis: 'event' }, { basis: 'cohort' }],
  connections: [{}],
  closures: [{}],
  outcomes: [
    { measure: 'swemwbs_metric', value_set: 'not_applicable', breakdown: 'all' },
    { measure: 'eq_5d_5l', value_set: 'uk_5l_rowen_2026', breakdown: 'ethnic_group' },
  ],
  outcome_coverage: [
    { measure: 'swemwbs_metric', value_set: 'not_applicable', breakdown: 'all' },
    { measure: 'swemwbs_metric', value_set: 'not_applicable', breakdown: 'sex' },
  ],
  equity: [{}],
  assets: [{}],
  workforce: [{}],
};

function questionOf(table: TableName, asked: Record<string, string>): Question | undefined {
  try {
    return parseQuestion(RELEASE, table, asked);
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}

function questionsOf(table: TableName): Question[] {
  return SELECTORS[table].flatMap((selectors) =>
    cuboidsOf(table, selectors)
      .filter(({ area }) => area !== 'nation')
      .filter((_, index) => index % 3 === 0)
      .flatMap(({ area, dimensions }) => {
        const by = [`area_code.${area}`, ...dimensions.map(({ name, level }) => `${name}.${level}`)].join();
        return ['2026-Q1', '2025-26'].flatMap((period) => {
          const asked = { ...selectors, by, period };
          const question =
            questionOf(table, asked) ?? questionOf(table, { ...asked, deprivation_index: 'wimd_2019' });
          return question ?? [];
        });
      }),
  );
}

describe.each(TABLE_NAMES)('the figures of %s', (table) => {
  it('are looked for where each place by itself is published, and only where there can be one', () => {
    const questions = questionsOf(table);
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) {
      const crossings = homesOf(question);
      for (const [index, { place, areaCode }] of gridOf(question).entries()) {
        const crossing = crossings[index % crossings.length];
        const area = question.area.categories.findIndex(({ code }) => code === areaCode);
        const isBelow = isBelowBoard(table, place.area);
        const found = crossing?.homes.map(({ home, dimensions }) => ({
          place: {
            table: home.table,
            selectors: home.selectors,
            period: place.period,
            area: home.areas[area],
            dimensions,
          },
          figure: home.figure,
        }));
        const wanted = question.figures.map(({ name }) => homeOf({ place, figure: name }));
        // Most are the same, and a comparison in depth of each would take minutes.
        if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
        const canBe = isBelow ? crossing?.isCell.belowBoard : crossing?.isCell.other;
        if (canBe !== isCell(place)) expect({ place, canBe }).toEqual({ place, canBe: isCell(place) });
      }
    }
  });
});
