import type { CatalogueRule } from '../standard/rule-catalogue.ts';
import { RULE_PAGE_WORDS } from '../standard/rule-words.ts';
import { RULES } from '../standard/rules/all-rules.ts';
import type { RuleExample } from '../standard/rules/rule.ts';
import { SERVICE_EXAMPLES } from '../standard/service-examples.ts';
import { LANGUAGES, type Text } from '../standard/text.ts';
import { FORM_EXAMPLES } from './form-examples.ts';
import { CASES_FOLDER, listConformanceCases } from './render-conformance.ts';
import { SHOWN_IN_PART } from './shown-in-part.ts';

/** What a page shows of one side, passing or failing, besides the files. */
interface Side {
  readonly said: readonly Text[];
  readonly json: unknown;
}

/**
 * The last two sections of a rule's page: an example that passes and one that fails, as JSON or as links to files.
 *
 * @param shownIn - The files in which the rule is broken, by their paths in the repository.
 */
export function renderRuleExamples({ id }: CatalogueRule, shownIn: readonly string[]): string[] {
  const { passes, fails, unbroken } = RULE_PAGE_WORDS;
  const links = shownIn.map(linkTo);
  const sides = ofContent(id) ?? ofService(id) ?? ofFormInWords(id);
  if (sides === undefined) {
    const kept = [`${inBoth([unbroken])}\n`, linkTo(soundFileLike(id))].join('\n');
    return [section(passes, `${kept}\n`), section(fails, `${links.join('\n')}\n`)];
  }
  const [passing, failing] = sides;
  const said = passing.said.length === 0 ? '' : `${inBoth(passing.said)}\n\n`;
  return [
    section(passes, `${said}${fenced(passing.json)}`),
    section(fails, [fenced(failing.json), ...links].join('\n')),
  ];
}

function ofContent(id: string): readonly [Side, Side] | undefined {
  const examples = RULES.find((rule) => rule.id === id)?.examples;
  if (examples === undefined) return undefined;
  const { differs, extract } = RULE_PAGE_WORDS;
  const said = SHOWN_IN_PART.includes(id) ? [differs, extract] : [differs];
  return [
    { said, json: asShown(smallest(examples.passes)) },
    { said, json: asShown(smallest(examples.fails)) },
  ];
}

function ofService(id: string): readonly [Side, Side] | undefined {
  const examples = SERVICE_EXAMPLES.get(id);
  if (examples === undefined) return undefined;
  const said = [RULE_PAGE_WORDS.meets];
  return [
    { said, json: examples.passes },
    { said, json: examples.fails },
  ];
}

function ofFormInWords(id: string): readonly [Side, Side] | undefined {
  const examples = FORM_EXAMPLES.get(id);
  if (examples === undefined) return undefined;
  const said = [RULE_PAGE_WORDS[examples.shownAs]];
  return [
    { said, json: examples.passes },
    { said, json: examples.fails },
  ];
}

/** The valid file of the kit in the form, and of the table, of the first case that breaks the rule. */
function soundFileLike(id: string): string {
  const cases = listConformanceCases();
  const broken = cases.find(({ expected }) => expected[0]?.rule === id);
  const name = ['sound', broken?.format, broken?.table].filter((each) => each !== undefined).join('-');
  const sound = cases.find((each) => each.id === name && each.expected.length === 0);
  if (sound === undefined) throw new Error(`Nothing shows what keeps ${id}: give it a case or an example`);
  return `${CASES_FOLDER}/${sound.file}`;
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

function asShown({ header, tables }: RuleExample): object {
  return { ...header, ...(Object.keys(tables).length === 0 ? {} : { tables }) };
}

function section({ en, cy }: Text, content: string): string {
  return `## ${en} · ${cy}\n\n${content}`;
}

function inBoth(said: readonly Text[]): string {
  return LANGUAGES.map((language) => said.map((words) => words[language]).join(' ')).join('\n\n');
}

function fenced(example: unknown): string {
  return `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\`\n`;
}

function linkTo(file: string): string {
  return `- [\`${file}\`](../../${file})`;
}
