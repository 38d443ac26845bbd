import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CatalogueRule, RULE_CATALOGUE, RULE_KINDS } from '../standard/rule-catalogue.ts';
import { KIND_WORDS, RULE_PAGE_WORDS, TIER_WORDS } from '../standard/rule-words.ts';
import { RULES } from '../standard/rules/all-rules.ts';
import type { RuleExample } from '../standard/rules/rule.ts';
import { LANGUAGES, type Language } from '../standard/text.ts';
import { CASES_FOLDER, listConformanceCases } from './render-conformance.ts';
import { SHOWN_IN_PART } from './shown-in-part.ts';

const FOLDER = 'docs/rules';
const WRITTEN = '<!-- Written by `npm run generate` from the rules. Mend the words there, never here. -->';

/** The pages of the rule catalogue, by path: an index, and a page for each rule, in English and then in Welsh. */
export async function renderRules(root: string): Promise<Map<string, string>> {
  const shown = addKitCases(await readShownFaults(root));
  return new Map([
    [`${FOLDER}/README.md`, renderIndex()],
    ...RULE_CATALOGUE.map(
      (rule) => [`${FOLDER}/${rule.id}.md`, renderPage(rule, shown.get(rule.id) ?? [])] as const,
    ),
  ]);
}

/** The files of `examples/invalid` in which each rule is broken. */
async function readShownFaults(root: string): Promise<Map<string, string[]>> {
  const folder = join(root, 'examples/invalid');
  const names = (await readdir(folder)).sort();
  const shown = new Map<string, string[]>();
  for (const name of names.filter((each) => each.endsWith('.expected.json'))) {
    const stem = name.replace('.expected.json', '');
    const file = names.find((each) => each.startsWith(`${stem}.`) && each !== name);
    const findings = JSON.parse(await readFile(join(folder, name), 'utf8')) as { rule: string }[];
    for (const rule of new Set(findings.map((finding) => finding.rule))) {
      if (file !== undefined) shown.set(rule, [...(shown.get(rule) ?? []), `examples/invalid/${file}`]);
    }
  }
  return shown;
}

/** The same, with the cases of the conformance kit that were made for each rule. */
function addKitCases(shown: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  const all = new Map(shown);
  for (const { file, expected } of listConformanceCases()) {
    const rule = expected[0]?.rule;
    if (rule !== undefined) all.set(rule, [...(all.get(rule) ?? []), `${CASES_FOLDER}/${file}`]);
  }
  return all;
}

function renderIndex(): string {
  const { catalogue, tier } = RULE_PAGE_WORDS;
  const sections = RULE_KINDS.map((kind) => {
    const { title, where } = KIND_WORDS[kind];
    const rows = RULE_CATALOGUE.filter((rule) => rule.kind === kind).map(
      (rule) =>
        `| [\`${rule.id}\`](${rule.id}.md) | \`${rule.tier}\` | ${cell(rule.message.en)} | ${cell(rule.message.cy)} |`,
    );
    return [
      `## ${title.en} · ${title.cy}\n`,
      `${where.en}\n\n${where.cy}\n`,
      `| | ${tier.en} · ${tier.cy} | English | Cymraeg |\n|---|---|---|---|\n${rows.join('\n')}\n`,
    ].join('\n');
  });
  const tiers = Object.entries(TIER_WORDS).map(([id, text]) => `- \`${id}\`: ${text.en} · ${text.cy}`);
  return [`${WRITTEN}\n\n# ${catalogue.en} · ${catalogue.cy}\n`, `${tiers.join('\n')}\n`, ...sections].join(
    '\n',
  );
}

function renderPage(rule: CatalogueRule, shownIn: readonly string[]): string {
  return [
    `${WRITTEN}\n\n# \`${rule.id}\`\n`,
    ...LANGUAGES.map((language) => renderWords(rule, language)),
    ...renderExamples(rule, shownIn),
  ].join('\n');
}

function renderWords(rule: CatalogueRule, language: Language): string {
  const words = RULE_PAGE_WORDS;
  const facts = [
    [words.tier, `\`${rule.tier}\`. ${TIER_WORDS[rule.tier][language]}`],
    [words.since, rule.since],
    [words.where, KIND_WORDS[rule.kind].where[language]],
    [words.wrong, rule.message[language]],
    [words.why, rule.why[language]],
    [words.remedy, rule.remedy[language]],
    [words.source, rule.source],
  ] as const;
  const lines = facts.map(([title, text]) => `- **${title[language]}:** ${text}`);
  return `## ${language === 'en' ? 'English' : 'Cymraeg'}\n\n${lines.join('\n')}\n`;
}

function renderExamples(rule: CatalogueRule, shownIn: readonly string[]): string[] {
  const { passes, fails, differs, extract } = RULE_PAGE_WORDS;
  const examples = RULES.find(({ id }) => id === rule.id)?.examples;
  const links = shownIn.map((file) => `- [\`${file}\`](../../${file})`);
  const listed = links.length === 0 ? [] : [`## ${fails.en} · ${fails.cy}\n\n${links.join('\n')}\n`];
  if (examples === undefined) return listed;
  const said = SHOWN_IN_PART.includes(rule.id) ? [differs, extract] : [differs];
  const languages = (['en', 'cy'] as const).map((language) => said.map((words) => words[language]).join(' '));
  return [
    `## ${passes.en} · ${passes.cy}\n\n${languages.join('\n\n')}\n\n${fenced(smallest(examples.passes))}`,
    `## ${fails.en} · ${fails.cy}\n\n${[fenced(smallest(examples.fails)), ...links].join('\n')}`,
  ];
}

/** The example that is quickest to read. */
function smallest(examples: readonly RuleExample[]): RuleExample {
  const [first, ...others] = [...examples].sort((left, right) => sizeOf(left) - sizeOf(right));
  if (first === undefined) throw new Error(`A rule has no example among ${others.length}`);
  return first;
}

function sizeOf(example: RuleExample): number {
  return JSON.stringify(example).length;
}

function fenced({ header, tables }: RuleExample): string {
  const example = { ...header, ...(Object.keys(tables).length === 0 ? {} : { tables }) };
  return `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\`\n`;
}

/** A text as one cell of a Markdown table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}
