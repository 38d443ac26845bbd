import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ListedCase } from '../../src/codegen/render-conformance.ts';
import { RULE_CATALOGUE } from '../../src/standard/rule-catalogue.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import { SERVICE_RULES } from '../../src/standard/service-rules.ts';
import { sourceIn } from '../../src/standard/source-words.ts';
import { STRUCTURAL_RULES } from '../../src/standard/structural-rules.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const pageOf = (name: string) => read(`docs/rules/${name}.md`);

/** The rules that a file of the repository is said to break, by the lists beside the files. */
function rulesBroken(): ReadonlyMap<string, readonly string[]> {
  const kit = JSON.parse(read('examples/conformance/cases/cases.json')) as { cases: ListedCase[] };
  const ofKit = kit.cases.map(
    ({ file, expected }) => [`examples/conformance/cases/${file}`, expected] as const,
  );
  const names = readdirSync(new URL('examples/invalid/', ROOT));
  const ofFolder = names
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => {
      const expected = read(`examples/invalid/${name.replace(/\.\w+$/, '')}.expected.json`);
      return [`examples/invalid/${name}`, JSON.parse(expected) as { rule: string }[]] as const;
    });
  return new Map([...ofKit, ...ofFolder].map(([file, found]) => [file, found.map(({ rule }) => rule)]));
}

/** What stands on a page below the heading of the examples that pass, or of those that fail. */
function shownOn(page: string, heading: string): { readonly blocks: number; readonly files: string[] } {
  const [, after = ''] = page.split(`\n## ${heading} · `);
  const [section = ''] = after.split('\n## ');
  return {
    blocks: [...section.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json ?? '')).length,
    files: [...section.matchAll(/\]\(\.\.\/\.\.\/([^)]+)\)/g)].map(([, path]) => path ?? ''),
  };
}

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
    expect(page).toContain(`**Source:** ${rule.source}\n`);
    expect(page).toContain(`**Ffynhonnell:** ${sourceIn('cy', rule.source)}\n`);
  });

  const broken = rulesBroken();

  it.each(RULE_CATALOGUE)('shows on the page of $id what keeps it and what breaks it', ({ id }) => {
    const passes = shownOn(pageOf(id), 'An example that passes');
    const fails = shownOn(pageOf(id), 'An example that fails');
    expect(passes.blocks + passes.files.length).toBe(1);
    expect(fails.blocks + fails.files.length).toBeGreaterThan(0);
    for (const file of passes.files) expect(broken.get(file)).toEqual([]);
    for (const file of fails.files) expect(broken.get(file)).toContain(id);
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
