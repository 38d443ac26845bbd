import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CatalogueRule, RULE_CATALOGUE, RULE_KINDS } from '../standard/rule-catalogue.ts';
import { KIND_WORDS, RULE_PAGE_WORDS, TIER_WORDS } from '../standard/rule-words.ts';
import { sourceIn } from '../standard/source-words.ts';
import { LANGUAGES, type Language } from '../standard/text.ts';
import { CASES_FOLDER, listConformanceCases } from './render-conformance.ts';
import { renderRuleExamples } from './render-rule-examples.ts';

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
    ...renderRuleExamples(rule, shownIn),
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
    [words.source, sourceIn(language, rule.source)],
  ] as const;
  const lines = facts.map(([title, text]) => `- **${title[language]}:** ${text}`);
  return `## ${language === 'en' ? 'English' : 'Cymraeg'}\n\n${lines.join('\n')}\n`;
}

/** A text as one cell of a Markdown table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}
