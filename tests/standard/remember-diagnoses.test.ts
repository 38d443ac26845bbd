import { expect, it } from 'vitest';
import { diagnoseCell } from '../../src/standard/diagnose-cell.ts';
import { dictionaryFor, type FieldPlan, TABLE_PLANS } from '../../src/standard/plan-rows.ts';
import { rememberDiagnoses } from '../../src/standard/remember-diagnoses.ts';

const FIELDS = TABLE_PLANS.profiles.fields.filter(({ isCode }) => isCode);
const [ONE, OTHER] = FIELDS as [FieldPlan, FieldPlan];

it('works out what is wrong with a code once in a field, and says of it what it always did', () => {
  const diagnose = rememberDiagnoses('profiles');
  for (const plan of FIELDS) {
    for (const text of ['femal', 'Female', 'female', 'not_stated', 'W06000023', '__proto__', '']) {
      const dictionary = dictionaryFor(plan, []);
      const first = diagnose(plan, dictionary, text);
      const { suggestion, ...said } = diagnoseCell('profiles', plan, dictionary, text);
      expect({ ...first, suggestion: undefined }).toEqual({ ...said, suggestion: undefined });
      expect(first.suggestion?.()).toBe(suggestion?.());
      expect(diagnose(plan, dictionary, text)).toBe(first);
    }
  }
  const inOne = diagnose(ONE, dictionaryFor(ONE, []), 'femal');
  expect(diagnose(OTHER, dictionaryFor(OTHER, []), 'femal')).not.toBe(inOne);
});

it('forgets rather than grow with what is sent', () => {
  const diagnose = rememberDiagnoses('profiles');
  const dictionary = dictionaryFor(ONE, []);
  const first = diagnose(ONE, dictionary, 'x');
  const long = 'y'.repeat(1_000);
  expect(diagnose(ONE, dictionary, long)).not.toBe(diagnose(ONE, dictionary, long));
  for (let index = 0; index < 10_000; index += 1) diagnose(ONE, dictionary, `x${index}`);
  expect(diagnose(ONE, dictionary, 'x')).not.toBe(first);
});
