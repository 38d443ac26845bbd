import { parseArgs } from 'node:util';
import { isDay, isQuarter } from '../standard/period.ts';
import type { Text } from '../standard/text.ts';
import { listPeriods, type RegisteredPeriod, savePeriod } from '../store/periods-repository.ts';
import { actingUser } from './acting-user.ts';
import { type DatabaseCommandContext, DONE, runCommand, UsageError } from './database-command.ts';
import { registerHistory } from './register-history.ts';

export const PERIODS_USAGE: Text = {
  en: [
    'Usage:',
    '  spcd periods set 2026-Q2 --opens YYYY-MM-DD --due YYYY-MM-DD --closes YYYY-MM-DD [--json]',
    '  spcd periods list [--json]',
    '  spcd periods history 2026-Q2 [--json]',
    '',
    'A period that is not set follows the standard: it opens on the day after its last, provisional figures are due',
    'six weeks after it, final figures with those of the next quarter. What comes late is taken in and said to be late.',
  ].join('\n'),
  cy: [
    'Defnydd:',
    '  spcd periods set 2026-Q2 --opens BBBB-MM-DD --due BBBB-MM-DD --closes BBBB-MM-DD [--json]',
    '  spcd periods list [--json]',
    '  spcd periods history 2026-Q2 [--json]',
    '',
    "Mae cyfnod nad yw wedi'i osod yn dilyn y safon: mae'n agor y diwrnod ar ôl ei un olaf, disgwylir ffigurau dros dro",
    "chwe wythnos ar ei ôl, a ffigurau terfynol gyda rhai'r chwarter nesaf. Derbynnir yr hyn a ddaw'n hwyr, a dweud ei",
    'fod yn hwyr.',
  ].join('\n'),
};

/**
 * `spcd periods`: the days of periods that do not follow the standard's own calendar.
 *
 * @returns The exit code: 0 done, 1 an entry never there, 2 a command line that cannot be followed.
 */
export async function periodsCommand(
  argv: readonly string[],
  context: DatabaseCommandContext,
): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, PERIODS_USAGE, async () => {
    if (action === 'set') return set(rest, context);
    if (action === 'list') return list(rest, context);
    if (action === 'history') return registerHistory('periods', rest, context);
    throw new UsageError({
      en: 'Say what to do with periods.',
      cy: "Dywedwch beth i'w wneud â chyfnodau.",
    });
  });
}

async function set(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      opens: { type: 'string' },
      due: { type: 'string' },
      closes: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [period, ...others] = positionals;
  if (period === undefined || others.length > 0 || !isQuarter(period)) {
    throw new UsageError({
      en: 'Name one calendar quarter, such as 2026-Q2.',
      cy: 'Enwch un chwarter calendr, megis 2026-Q2.',
    });
  }
  const { opens = '', due = '', closes = '' } = values;
  if (![opens, due, closes].every(isDay) || opens > due || due > closes) throw new UsageError(IN_ORDER);
  const saved: RegisteredPeriod = { period, opens_on: opens, due_on: due, closes_on: closes };
  await savePeriod(context.db, saved, { actor: actingUser(), at: new Date() });
  context.stdout.write(values.json ? `${JSON.stringify(saved)}\n` : `${lineOf(saved)[context.language]}\n`);
  return DONE;
}

const IN_ORDER: Text = {
  en: '--opens, --due and --closes take days in this order, such as 2026-07-01, 2026-08-11 and 2026-11-11.',
  cy: 'Mae --opens, --due a --closes yn cymryd diwrnodau yn y drefn hon, megis 2026-07-01, 2026-08-11 a 2026-11-11.',
};
const NONE: Text = {
  en: 'No days are set: every period follows the calendar of the standard.',
  cy: "Nid oes diwrnodau wedi'u gosod: mae pob cyfnod yn dilyn calendr y safon.",
};

async function list(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } });
  const periods = await listPeriods(context.db);
  if (values.json) context.stdout.write(`${JSON.stringify(periods)}\n`);
  else if (periods.length === 0) context.stdout.write(`${NONE[context.language]}\n`);
  else for (const period of periods) context.stdout.write(`${lineOf(period)[context.language]}\n`);
  return DONE;
}

function lineOf({ period, opens_on, due_on, closes_on }: RegisteredPeriod): Text {
  return {
    en: `${period}  opens ${opens_on}, due ${due_on}, closes ${closes_on}`,
    cy: `${period}  yn agor ${opens_on}, i'w anfon erbyn ${due_on}, yn cau ${closes_on}`,
  };
}
