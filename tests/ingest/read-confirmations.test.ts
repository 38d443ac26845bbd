import { expect, it } from 'vitest';
import { ServiceError } from '../../src/errors.ts';
import { decideState } from '../../src/ingest/decide-state.ts';
import { readConfirmations } from '../../src/ingest/read-confirmations.ts';
import { VERIFICATION_REASONS } from '../../src/ingest/verification-reasons.ts';
import type { Finding, Tier } from '../../src/standard/finding.ts';

const text = { en: '', cy: '' };
const finding = (rule: string, tier: Tier): Finding => ({
  ...{ rule, tier, path: '', count: 1, message: text, why: text, remedy: text, locations: [] },
});
const confirmed = { rule: 'rounded', reason: 'small_service' } as const;

it('reads a rule and a reason from each value', () => {
  expect(readConfirmations([])).toEqual([]);
  expect(
    readConfirmations([
      'figures-are-unrounded:small_service',
      'people-not-above-residents:checked_and_correct',
    ]),
  ).toEqual([
    { rule: 'figures-are-unrounded', reason: 'small_service' },
    { rule: 'people-not-above-residents', reason: 'checked_and_correct' },
  ]);
});

it.each([
  [['rounded']],
  [['rounded:']],
  [[':small_service']],
  [['rounded:because']],
  [['rounded:small_service:small_service']],
  [['Rounded:small_service']],
  [['figures-are-unrounded:small_service', 'figures-are-unrounded:new_service']],
])('refuses %j and names the reasons', (values) => {
  try {
    readConfirmations(values);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    expect(error).toMatchObject({ code: 'REQUEST_MALFORMED', errors: [{ parameter: 'confirm' }] });
    for (const { code } of VERIFICATION_REASONS) expect(error.errors[0]?.choices).toContain(`rule:${code}`);
  }
});

it.each([
  ['figures-are-unronded', 'figures-are-unrounded'],
  ['no-such-rule', undefined],
  // It rejects: there is nothing to confirm.
  ['code-known', undefined],
  ['constructor', undefined],
])('refuses the rule %s, which asks nobody to verify, and names those that do', (rule, nearest) => {
  try {
    readConfirmations(['figures-are-unrounded:small_service', `${rule}:checked_and_correct`]);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    expect(error).toMatchObject({ code: 'REQUEST_MALFORMED', errors: [{ parameter: 'confirm' }] });
    expect(error.errors[0]?.choices).toContain('count-within-half-of-the-one-before');
    expect(error.errors[0]?.nearest).toBe(nearest);
  }
});

it('gives each reason a title in both languages', () => {
  for (const { title } of VERIFICATION_REASONS) {
    expect(title.en).not.toBe('');
    expect(title.cy).not.toBe(title.en);
  }
});

it('accepts a return with nothing to say of it, or with advice only', () => {
  expect(decideState([], [])).toEqual({ state: 'accepted', confirmations: [] });
  expect(decideState([finding('small', 'advice')], [])).toEqual({ state: 'accepted', confirmations: [] });
});

it('holds a return until every rule that asks to verify is confirmed', () => {
  const both = [finding('rounded', 'verify'), finding('outside', 'verify')];
  expect(decideState(both, [confirmed]).state).toBe('needs_verification');
  const outside = { rule: 'outside', reason: 'new_service' } as const;
  expect(decideState(both, [confirmed, outside])).toEqual({
    state: 'accepted',
    confirmations: [confirmed, outside],
  });
});

it('rejects a return with an error, whatever is confirmed', () => {
  const found = [finding('sums', 'error'), finding('rounded', 'verify')];
  const confirmedError = { rule: 'sums', reason: 'checked_and_correct' } as const;
  expect(decideState(found, [confirmed, confirmedError])).toEqual({
    state: 'rejected',
    confirmations: [confirmed],
  });
});
