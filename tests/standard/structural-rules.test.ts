import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import { STRUCTURAL_RULES } from '../../src/standard/structural-rules.ts';

describe('the faults of form', () => {
  it('have names that no other rule has', () => {
    const ids = [...STRUCTURAL_RULES, ...RULES].map((rule) => rule.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('are each shown by an example or promised by a test', () => {
    const shown = new Set(
      readdirSync(new URL('../../examples/invalid/', import.meta.url))
        .filter((file) => file.endsWith('.expected.json'))
        .flatMap((file) =>
          (
            JSON.parse(readFileSync(new URL(`../../examples/invalid/${file}`, import.meta.url), 'utf8')) as {
              rule: string;
            }[]
          ).map(({ rule }) => rule),
        ),
    );
    const tests = ['', 'read/'].flatMap((folder) =>
      readdirSync(new URL(`./${folder}`, import.meta.url))
        .filter((file) => file.endsWith('.test.ts') && file !== 'structural-rules.test.ts')
        .map((file) => readFileSync(new URL(`./${folder}${file}`, import.meta.url), 'utf8')),
    );
    const unproven = STRUCTURAL_RULES.filter(
      ({ id }) =>
        !shown.has(id) && !tests.some((text) => text.includes(`'${id}'`) || text.includes(`'${id} `)),
    );
    expect(unproven.map(({ id }) => id)).toEqual([]);
  });

  it.each(STRUCTURAL_RULES)('$id speaks both languages and says where it comes from', (rule) => {
    for (const text of [rule.message, rule.why, rule.remedy]) {
      expect(text.en).not.toBe('');
      expect(text.cy).not.toBe('');
      expect(text.cy).not.toBe(text.en);
      expect(text.en.trimEnd()).toMatch(/[.!?}]"?$/);
      expect(text.cy.trimEnd()).toMatch(/[.!?}]"?$/);
    }
    expect(rule.source).not.toBe('');
    expect(rule).toMatchObject({
      tier: expect.stringMatching(/^(error|advice)$/),
      since: expect.stringMatching(/^1\.[01]$/),
      id: expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    });
  });

  it.each(STRUCTURAL_RULES)(
    '$id leaves the same places to be filled in in both languages',
    ({ message, why, remedy }) => {
      const names = (text: string) => (text.match(/\{[a-z]+\}/g) ?? []).sort();
      for (const text of [message, why, remedy]) expect(names(text.cy)).toEqual(names(text.en));
    },
  );
});
