import { describe, expect, it } from 'vitest';
import { KEPT_RULES, PUBLIC_RULES, publicNotesOf } from '../../src/release/public-notes.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import { RULE_CATALOGUE } from '../../src/standard/rule-catalogue.ts';
import type { AcceptedTable } from '../../src/store/accepted-tables.ts';
import { smallReturn } from './small-return.ts';

const VERIFY = RULE_CATALOGUE.filter(({ tier }) => tier === 'verify').map(({ id }) => id);

function accepted(
  table: TableName,
  confirmations: readonly { rule: string; reason: string; words?: string }[],
): AcceptedTable {
  const { tables: _, ...header } = smallReturn('7A7', '2026-Q1', []);
  return {
    submission_id: '00000000-0000-4000-8000-000000000000',
    standing_submission_id: '00000000-0000-4000-8000-000000000000',
    organisation: '7A7',
    period: '2026-Q1',
    table,
    table_digest: 'ab'.repeat(32),
    rows: 3,
    header,
    confirmations,
    accepted_at: new Date('2026-05-01T09:00:00Z'),
  };
}

const said = (rule: string) => ({ rule, reason: 'checked_and_correct' });

describe('the notes of a release', () => {
  it('name organisation, period, table, rule and reason, and nothing else', () => {
    const words = { ...said('people-not-above-residents'), words: 'Mrs Jones moved here' };
    expect(publicNotesOf([accepted('profiles', [words])])).toEqual([
      {
        organisation: '7A7',
        period: '2026-Q1',
        table: 'profiles',
        rule: 'people-not-above-residents',
        reason_code: 'checked_and_correct',
      },
    ]);
  });

  it('stand beside the tables that the rule speaks of, in order', () => {
    const confirmations = ['service-in-one-return-only', 'providers-not-above-offers'].map(said);
    const notes = publicNotesOf([accepted('profiles', confirmations), accepted('assets', confirmations)]);
    expect(notes.map(({ table, rule }) => `${table} ${rule}`)).toEqual([
      'assets providers-not-above-offers',
      'assets service-in-one-return-only',
      'profiles service-in-one-return-only',
    ]);
  });

  it.each(Object.keys(KEPT_RULES))('say nothing of %s', (rule) => {
    expect(publicNotesOf(EVERY_TABLE.map((table) => accepted(table, [said(rule)])))).toEqual([]);
  });

  it('leave out a reason that is not of the list, and a rule that nobody decided about', () => {
    const strange = [
      { rule: 'people-not-above-residents', reason: 'Mrs Jones' },
      ...['constructor', '__proto__', 'a-rule-to-come'].map(said),
    ];
    expect(publicNotesOf([accepted('profiles', strange)])).toEqual([]);
  });
});

it('decides about every rule that asks to be confirmed, one way or the other', () => {
  expect([...Object.keys(PUBLIC_RULES), ...Object.keys(KEPT_RULES)].sort()).toEqual([...VERIFY].sort());
});

const EVERY_TABLE: readonly TableName[] = ['profiles', 'needs', 'pathway', 'workforce', 'assets', 'outcomes'];
