import { parseArgs } from 'node:util';
import { listCompleteness, type OrganisationCompleteness } from '../ingest/completeness-of-all.ts';
import { calendarOf } from '../standard/calendar.ts';
import { isQuarter } from '../standard/period.ts';
import type { Language, Text } from '../standard/text.ts';
import { listPeriods } from '../store/periods-repository.ts';
import { type DatabaseCommandContext, DONE, UsageError } from './database-command.ts';
import { renderColumns } from './render-columns.ts';

/** `spcd organisations completeness`: who has sent what for a quarter, and who has not. */
export async function organisationsCompleteness(
  argv: readonly string[],
  { db, stdout, language }: DatabaseCommandContext,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [period, ...others] = positionals;
  if (period === undefined || others.length > 0 || !isQuarter(period)) {
    throw new UsageError({
      en: 'Name one calendar quarter, such as 2026-Q2.',
      cy: 'Enwch un chwarter calendr, megis 2026-Q2.',
    });
  }
  const registered = (await listPeriods(db)).find((entry) => entry.period === period);
  const { due_on, closes_on } = calendarOf(period, registered);
  const organisations = await listCompleteness(db, period);
  if (values.json) {
    stdout.write(`${JSON.stringify({ period, due_on, closes_on, organisations })}\n`);
    return DONE;
  }
  const complete = organisations.filter((each) => each.complete).length;
  const summary: Text = {
    en: `${period}: due on ${due_on}, closes on ${closes_on}. Complete: ${complete} of ${organisations.length}.`,
    cy: `${period}: i'w anfon erbyn ${due_on}, yn cau ar ${closes_on}. Cyflawn: ${complete} o ${organisations.length}.`,
  };
  stdout.write(`${summary[language]}\n`);
  if (organisations.length > 0) {
    stdout.write(
      renderColumns(
        HEADINGS[language],
        organisations.map((each) => lineOf(each, language)),
      ),
    );
  }
  return DONE;
}

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    ...['Organisation', 'Obligation', 'Return', 'In', 'Missing', 'To confirm', 'Not collected'],
    'Services missing',
  ],
  cy: [
    'Sefydliad',
    'Rhwymedigaeth',
    'Ffurflen',
    'I mewn',
    'Ar goll',
    "I'w cadarnhau",
    'Heb ei gasglu',
    'Gwasanaethau ar goll',
  ],
};

function lineOf(each: OrganisationCompleteness, language: Language): string[] {
  const isWhole: Text = each.complete
    ? { en: 'complete', cy: 'cyflawn' }
    : { en: 'not complete', cy: 'anghyflawn' };
  const those = (...states: readonly string[]) =>
    each.tables
      .filter(({ state }) => states.includes(state))
      .map(({ table }) => table)
      .join(',') || '–';
  const waiting =
    each.tables
      .filter(({ submission_id }) => submission_id !== undefined)
      .map(({ table }) => table)
      .join(',') || '–';
  return [
    ...[each.organisation, each.obligation, isWhole[language], those('in', 'nil'), those('missing')],
    ...[waiting, those('not_collected'), each.services_missing.join(',') || '–'],
  ];
}
