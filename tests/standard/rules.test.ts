import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHOWN_IN_PART } from '../../src/codegen/shown-in-part.ts';
import { TIERS } from '../../src/standard/finding.ts';
import { TABLE_NAMES, TABLES } from '../../src/standard/generated/tables.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { validateReturn } from '../../src/standard/generated/validators/return.js';
import type { ReturnHeader } from '../../src/standard/row.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import type { Place, RuleExample } from '../../src/standard/rules/rule.ts';
import type { Text } from '../../src/standard/text.ts';
import { placesIn, placesOf, type RowsToCheck } from '../support/run-rule.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

function returnOf(example: RuleExample): Return {
  const givesTables = Object.keys(example.tables).length > 0;
  return { ...VALID_RETURN, ...example.header, tables: givesTables ? example.tables : VALID_RETURN.tables };
}

/** Whether the place can be found in the return: its row is there, and its path begins with a field of it. */
function isPlaceOf(whole: Return, place: Place): boolean {
  const [field] = place.path ?? [];
  if (place.table === undefined) return field !== undefined;
  if (place.row === undefined) return whole.tables[place.table] !== undefined;
  const hasField = TABLES[place.table].fields.some((each) => each.name === field);
  return hasField && whole.tables[place.table]?.[place.row] !== undefined;
}

it('gives no passing example that another rule of errors refuses, but for the parts named', () => {
  const errors = RULES.filter(({ tier }) => tier === 'error');
  const refused = RULES.filter(({ examples }) =>
    examples.passes.some((example) => errors.some((rule) => placesIn(rule, returnOf(example)).length > 0)),
  );
  expect(refused.map(({ id }) => id).sort()).toEqual([...SHOWN_IN_PART]);
});

describe('the valid return that examples differ from', () => {
  it('conforms to the schema', () => {
    expect([validateReturn(VALID_RETURN), validateReturn.errors]).toEqual([true, null]);
  });

  it.each(RULES)('gives $id nothing to report', (rule) => {
    expect(placesIn(rule, VALID_RETURN)).toEqual([]);
  });
});

describe('the list of rules', () => {
  it('names each rule once', () => {
    const ids = RULES.map((rule) => rule.id);
    expect([...new Set(ids)]).toEqual(ids);
  });

  it('holds one rule for each file, named like it', () => {
    const others = ['rule.ts', 'all-rules.ts', 'example-rows.ts'];
    const files = readdirSync(new URL('../../src/standard/rules/', import.meta.url), { withFileTypes: true });
    const named = files
      .filter((file) => file.isFile() && !others.includes(file.name))
      .map(({ name }) => name);
    expect(RULES.map((rule) => `${rule.id}.ts`).sort()).toEqual(named.sort());
  });
});

describe.each(RULES)('$id', (rule) => {
  it('says what, why and how to mend it in both languages, and where it comes from', () => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(TIERS).toContain(rule.tier);
    expect(rule.since).toBe('1.0');
    expect(rule.source).not.toBe('');
    const texts: readonly Text[] = [rule.message, rule.why, rule.remedy];
    for (const { en, cy } of texts) {
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(cy).toMatch(/^\p{Lu}.*\.$/u);
      expect(cy).not.toBe(en);
    }
  });

  it('has examples of both kinds, each of which conforms to the schema', () => {
    expect(rule.examples.passes.length).toBeGreaterThan(0);
    expect(rule.examples.fails.length).toBeGreaterThan(0);
    for (const example of [...rule.examples.passes, ...rule.examples.fails]) {
      expect([validateReturn(returnOf(example)), validateReturn.errors]).toEqual([true, null]);
    }
  });

  it('reports nothing on the examples that pass', () => {
    for (const example of rule.examples.passes) expect(placesIn(rule, returnOf(example))).toEqual([]);
  });

  it('reports a place of the return on each example that fails', () => {
    for (const example of rule.examples.fails) {
      const whole = returnOf(example);
      const places = placesIn(rule, whole);
      expect(places).not.toEqual([]);
      expect(places.filter((place) => !isPlaceOf(whole, place))).toEqual([]);
    }
  });

  it('names the measure where figures of outcomes are missing or few', () => {
    for (const example of rule.examples.fails) {
      const whole = returnOf(example);
      for (const { table, row, value = null, suggestion, about } of placesIn(rule, whole)) {
        const isOfOutcomes = table === 'outcomes' || table === 'outcome_coverage';
        if (!isOfOutcomes || value !== null || suggestion !== undefined) continue;
        expect(about).toBe(whole.tables[table]?.[row ?? 0]?.measure);
      }
    }
  });

  it('never throws, whatever the values', () => {
    fc.assert(
      fc.property(hostileHeader, hostileRows, (header, rows) => {
        placesOf(rule, header, rows);
      }),
      { numRuns: 200 },
    );
  });
});

const hostileText = fc.oneof(
  fc.constantFrom('', '__proto__', 'constructor', 'toString', '|', 'all', 'not_applicable', 'swemwbs_metric'),
  fc.constantFrom('W11000024', 'outside_area', 'under_16', 'religion', 'supported', 'paired', 'ons4'),
  fc.string(),
);
const hostileValue = fc.oneof(
  fc.constant(null),
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, 1, -1, 1e308, Number.MIN_VALUE),
  hostileText,
);
/** Rows of the right shape whose values are mostly of the right kind, so that rules read on past the first. */
const hostileRows: fc.Arbitrary<RowsToCheck> = fc.record(
  Object.fromEntries(
    TABLE_NAMES.map((name) => {
      const values = TABLES[name].fields.map((field) =>
        fc.oneof(
          { weight: 3, arbitrary: fc.constant(field.example) },
          { weight: 1, arbitrary: hostileValue },
        ),
      );
      const row = fc.oneof(fc.tuple(...values), fc.array(hostileValue, { maxLength: 20 }));
      return [name, fc.array(row, { maxLength: 8 })];
    }),
  ),
);
const hostileTexts = fc.record({ en: hostileText, cy: hostileText });
const hostileHeader = fc
  .record(
    {
      submitter: hostileText,
      period: hostileText,
      period_start: hostileText,
      period_end: hostileText,
      source_kind: hostileText,
      basis_note: hostileTexts,
      notes: hostileTexts,
      coverage: fc.record(
        {
          services_included: fc.array(hostileText),
          areas_complete: fc.array(hostileText),
          tables: fc.record(
            Object.fromEntries(
              TABLE_NAMES.map((name) => [
                name,
                fc.record(
                  { not_collected: fc.array(hostileText), nil: fc.boolean(), reason: hostileTexts },
                  { requiredKeys: [] },
                ),
              ]),
            ),
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: ['services_included', 'areas_complete'] },
      ),
    },
    { requiredKeys: ['submitter', 'period', 'period_start', 'period_end', 'source_kind', 'coverage'] },
  )
  .map((differences) => ({ ...VALID_RETURN, ...differences, tables: undefined }) as unknown as ReturnHeader);
