import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE_CATALOGUE } from '../../src/standard/rule-catalogue.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import { SERVICE_RULES } from '../../src/standard/service-rules.ts';
import { STRUCTURAL_RULES } from '../../src/standard/structural-rules.ts';

const pageOf = (name: string) =>
  readFileSync(new URL(`../../docs/rules/${name}.md`, import.meta.url), 'utf8');

describe('the catalogue of rules', () => {
  it('holds every rule of form, of content and of the service, each once', () => {
    const ids = RULE_CATALOGUE.map(({ id }) => id);
    expect(ids).toEqual([...STRUCTURAL_RULES, ...RULES, ...SERVICE_RULES].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds 45 rules or more that a schema cannot express', () => {
    expect(RULE_CATALOGUE.filter(({ kind }) => kind !== 'form').length).toBeGreaterThanOrEqual(45);
  });

  it('has a line for each rule in the index of its pages', () => {
    const index = pageOf('README');
    expect(RULE_CATALOGUE.filter(({ id }) => !index.includes(`](${id}.md)`))).toEqual([]);
  });

  it.each(RULE_CATALOGUE)('has a page for $id with its words in both languages', (rule) => {
    const page = pageOf(rule.id);
    for (const { en, cy } of [rule.message, rule.why, rule.remedy]) {
      expect(page).toContain(en);
      expect(page).toContain(cy);
    }
    expect(page).toContain(rule.source);
  });

  it.each(RULES)('shows on the page of $id an example that passes and one that fails', ({ id, examples }) => {
    const blocks = [...pageOf(id).matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json ?? ''));
    const asShown = (given: typeof examples.passes) =>
      given.map(({ header, tables }) => ({
        ...header,
        ...(Object.keys(tables).length === 0 ? {} : { tables }),
      }));
    expect(blocks).toHaveLength(2);
    expect(asShown(examples.passes)).toContainEqual(blocks[0]);
    expect(asShown(examples.fails)).toContainEqual(blocks[1]);
  });
});
