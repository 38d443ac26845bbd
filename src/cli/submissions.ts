import { parseArgs } from 'node:util';
import { lifeStateOf } from '../ingest/life-state.ts';
import type { Language, Text } from '../standard/text.ts';
import { listSubmissionsOverview, type SubmissionOverview } from '../store/submissions-overview.ts';
import { type DatabaseCommandContext, DONE, REFUSED, runCommand, UsageError } from './database-command.ts';
import { renderColumns } from './render-columns.ts';
import { inWords, OUTCOME_WORDS, STATE_WORDS, TIMELINESS_WORDS } from './submission-words.ts';

export const SUBMISSIONS_USAGE: Text = {
  en: [
    'Usage:',
    '  spcd submissions list [--period 2026-Q2] [--organisation CODE] [--limit N] [--json]',
    '  spcd submissions show ID [--json]',
    '',
    'list gives the newest first, 50 unless --limit says otherwise. show gives its tables and what was confirmed, with the',
    "words that are for the publisher alone. Neither shows a figure; a submission's findings are its sender's.",
  ].join('\n'),
  cy: [
    'Defnydd:',
    '  spcd submissions list [--period 2026-Q2] [--organisation COD] [--limit N] [--json]',
    '  spcd submissions show ID [--json]',
    '',
    "Mae list yn rhoi'r diweddaraf yn gyntaf, 50 oni bai bod --limit yn dweud yn wahanol. Mae show yn rhoi ei dablau a'r",
    "hyn a gadarnhawyd, gyda'r geiriau sydd ar gyfer y cyhoeddwr yn unig. Nid yw'r naill na'r llall yn dangos ffigur;",
    "eiddo'r anfonwr yw canfyddiadau cyflwyniad.",
  ].join('\n'),
};

const MAXIMUM_LISTED = 1_000;

/**
 * `spcd submissions`: what was sent, for the publisher.
 *
 * @returns The exit code: 0 done, 1 no such submission, 2 a command line that cannot be followed.
 */
export async function submissionsCommand(
  argv: readonly string[],
  context: DatabaseCommandContext,
): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, SUBMISSIONS_USAGE, async () => {
    if (action === 'list') return list(rest, context);
    if (action === 'show') return show(rest, context);
    throw new UsageError({
      en: 'Say what to do with submissions.',
      cy: "Dywedwch beth i'w wneud â chyflwyniadau.",
    });
  });
}

async function list(
  argv: readonly string[],
  { db, stdout, language }: DatabaseCommandContext,
): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      period: { type: 'string' },
      organisation: { type: 'string' },
      limit: { type: 'string', default: '50' },
      json: { type: 'boolean', default: false },
    },
  });
  const limit = Number(values.limit);
  if (!/^\d{1,4}$/.test(values.limit) || limit < 1 || limit > MAXIMUM_LISTED) throw new UsageError(LIMIT);
  const { period, organisation } = values;
  const found = await listSubmissionsOverview(db, { period, organisation, limit });
  if (values.json) stdout.write(`${JSON.stringify(found.map(asJson))}\n`);
  else if (found.length === 0) stdout.write(`${NONE[language]}\n`);
  else
    stdout.write(
      renderColumns(
        HEADINGS[language],
        found.map((each) => lineOf(each, language)),
      ),
    );
  return DONE;
}

const LIMIT: Text = {
  en: `--limit is a whole number from 1 to ${MAXIMUM_LISTED}.`,
  cy: `Rhif cyfan o 1 i ${MAXIMUM_LISTED} yw --limit.`,
};
const NONE: Text = { en: 'There is no such submission.', cy: "Nid oes cyflwyniad o'r fath." };
const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Submission', 'Received', 'Organisation', 'Period', 'State', 'Late', 'Confirmed', 'Tables'],
  cy: ['Cyflwyniad', 'Derbyniwyd', 'Sefydliad', 'Cyfnod', 'Cyflwr', 'Hwyr', 'Cadarnhawyd', 'Tablau'],
};

function lineOf(submission: SubmissionOverview, language: Language): string[] {
  const { id, received_at, organisation, period, sandbox, timeliness, confirmations, tables } = submission;
  return [
    id,
    received_at.toISOString().slice(0, 16),
    sandbox ? `${organisation} sandbox` : organisation,
    period ?? '–',
    inWords(STATE_WORDS, lifeStateOf(submission), language),
    timeliness === null ? '–' : inWords(TIMELINESS_WORDS, timeliness, language),
    String(confirmations.length),
    tables.map(({ table }) => table).join(',') || '–',
  ];
}

async function show(
  argv: readonly string[],
  { db, stdout, stderr, language }: DatabaseCommandContext,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) {
    throw new UsageError({ en: 'Name one submission by its id.', cy: 'Enwch un cyflwyniad wrth ei id.' });
  }
  const [found] = await listSubmissionsOverview(db, { id, limit: 1 });
  if (found === undefined) {
    stderr.write(`${NONE[language]}\n`);
    return REFUSED;
  }
  stdout.write(values.json ? `${JSON.stringify(asJson(found))}\n` : describe(found, language));
  return DONE;
}

function asJson(submission: SubmissionOverview) {
  return { ...submission, state: lifeStateOf(submission) };
}

function describe(submission: SubmissionOverview, language: Language): string {
  const words: Text = {
    en: 'Confirmed, for the publisher alone:',
    cy: 'Cadarnhawyd, ar gyfer y cyhoeddwr yn unig:',
  };
  const { tables, confirmations } = submission;
  const lines = [
    ...HEADINGS[language].slice(0, 6).map((heading, at) => `${heading}: ${lineOf(submission, language)[at]}`),
    ...tables.map(({ table, outcome, rows, stands, withdrawal }) => {
      const standing: Text = stands
        ? { en: 'stands', cy: 'yn sefyll' }
        : { en: 'does not stand', cy: 'ddim yn sefyll' };
      return `  ${[table, inWords(OUTCOME_WORDS, outcome, language), rows, standing[language], withdrawal?.reason].filter((fact) => fact !== undefined).join('  ')}`;
    }),
    ...(confirmations.length === 0 ? [] : [words[language]]),
    ...confirmations.map(
      ({ rule, reason, words: said }) => `  ${rule}: ${reason}${said === undefined ? '' : `: ${said}`}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
