import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { openArchive } from '../archive/archive.ts';
import {
  measureRuleImpact,
  type RuleImpactRequest,
  type RuleImpacts,
} from '../ingest/measure-rule-impact.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Language, Text } from '../standard/text.ts';
import { type DatabaseCommandContext, DONE, REFUSED, runCommand, UsageError } from './database-command.ts';
import { renderColumns } from './render-columns.ts';

export const RULES_USAGE: Text = {
  en: [
    'Usage:',
    '  spcd rules impact [--since-release ID] [--organisation CODE] [--json]',
    '',
    'impact validates the accepted returns that stand by the rules of this version, and tells which of them a rule',
    'would stop or ask about that it let pass when they came. With --since-release, only returns accepted after',
    'that release was built. Nothing is changed.',
  ].join('\n'),
  cy: [
    'Defnydd:',
    '  spcd rules impact [--since-release ID] [--organisation COD] [--json]',
    '',
    "Mae impact yn dilysu'r ffurflenni a dderbyniwyd ac sy'n sefyll yn ôl rheolau'r fersiwn hon, ac yn dweud pa rai y",
    "byddai rheol yn eu hatal neu'n holi amdanynt er iddi eu gadael drwodd pan ddaethant. Gyda --since-release, dim ond",
    "ffurflenni a dderbyniwyd ar ôl llunio'r datganiad hwnnw. Ni chaiff dim ei newid.",
  ].join('\n'),
};

export interface RulesCommandContext extends DatabaseCommandContext {
  readonly pool: Pool;
  readonly archiveDir: string;
  /** What the returns are held to; the rules of this version unless given. */
  readonly rules?: RuleImpactRequest['rules'];
}

/**
 * `spcd rules impact`: what the rules of this version would newly find in the returns that stand.
 *
 * @returns The exit code: 0 nothing, 1 something, 2 a command line that cannot be followed.
 */
export async function rulesCommand(argv: readonly string[], context: RulesCommandContext): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, RULES_USAGE, async () => {
    if (action === 'impact') return impact(rest, context);
    throw new UsageError({ en: 'Say what to do: impact.', cy: "Dywedwch beth i'w wneud: impact." });
  });
}

async function impact(argv: readonly string[], context: RulesCommandContext): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      'since-release': { type: 'string' },
      organisation: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { organisation } = values;
  if (
    organisation !== undefined &&
    !CODE_LISTS.organisations.codes.some(({ code }) => code === organisation)
  ) {
    throw new UsageError({
      en: '--organisation takes the code of an organisation.',
      cy: 'Mae --organisation yn cymryd cod sefydliad.',
    });
  }
  const found = await measureRuleImpact(context, {
    ...(context.rules && { rules: context.rules }),
    since: await builtAt(values['since-release'], context.archiveDir),
    organisation,
  });
  context.stdout.write(values.json ? `${JSON.stringify(found)}\n` : renderImpacts(found, context.language));
  return found.impacts.length === 0 ? DONE : REFUSED;
}

async function builtAt(release: string | undefined, archiveDir: string): Promise<Date | undefined> {
  if (release === undefined) return undefined;
  const manifest = await openArchive(archiveDir).find(release);
  if (manifest !== undefined) return new Date(manifest.built_at);
  throw new UsageError({
    en: '--since-release takes the id of a published release; spcd release list names them.',
    cy: 'Mae --since-release yn cymryd rhif datganiad cyhoeddedig; mae spcd release list yn eu henwi.',
  });
}

const HEADINGS: readonly Text[] = [
  { en: 'ORGANISATION', cy: 'SEFYDLIAD' },
  { en: 'RULE', cy: 'RHEOL' },
  { en: 'TIER', cy: 'HAEN' },
  { en: 'RETURNS', cy: 'FFURFLENNI' },
  { en: 'PLACES', cy: 'LLEOEDD' },
  { en: 'PERIODS', cy: 'CYFNODAU' },
];

function renderImpacts({ returns_checked, impacts }: RuleImpacts, language: Language): string {
  const checked = {
    en: `Returns that were validated again: ${returns_checked}.`,
    cy: `Ffurflenni a ddilyswyd eto: ${returns_checked}.`,
  };
  if (impacts.length === 0) return `${checked[language]} ${NOTHING[language]}\n`;
  const rows = impacts.map(({ organisation, rule, tier, returns, places, periods, uncertain_returns }) => [
    organisation,
    rule,
    tier,
    uncertain_returns === 0 ? String(returns) : `${returns} (${uncertain_returns}?)`,
    String(places),
    spanOf(periods),
  ]);
  const table = renderColumns(
    HEADINGS.map((heading) => heading[language]),
    rows,
  );
  const isUncertain = impacts.some(({ uncertain_returns }) => uncertain_returns > 0);
  return `${table}\n${checked[language]}\n${isUncertain ? `${UNCERTAIN[language]}\n` : ''}`;
}

function spanOf(periods: readonly string[]): string {
  return periods.length === 1 ? (periods[0] as string) : `${periods[0]} – ${periods.at(-1)}`;
}

const NOTHING: Text = {
  en: 'No rule finds more than when they came.',
  cy: 'Nid oes rheol yn canfod mwy na phan ddaethant.',
};
const UNCERTAIN: Text = {
  en: 'Marked ?: returns that came with rows which counted nobody. Such rows are not kept, and that they are gone may be all that the rule finds.',
  cy: "Wedi eu nodi â ?: ffurflenni a ddaeth gyda rhesi nad oeddent yn cyfrif neb. Ni chedwir rhesi felly, ac efallai mai eu habsenoldeb yw'r cyfan y mae'r rheol yn ei ganfod.",
};
