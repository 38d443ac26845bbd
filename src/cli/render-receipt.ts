import type { Receipt } from '../npm-package/client/generated/operations.ts';
import type { ReturnForm } from '../standard/locate-row.ts';
import type { Language, Text } from '../standard/text.ts';
import { renderFindings, renderReport } from './render-report.ts';
import { inWords, OUTCOME_WORDS, STATE_WORDS } from './submission-words.ts';

const WORDS = {
  service: { en: 'What the service found besides', cy: "Yr hyn a ganfu'r gwasanaeth hefyd" },
  receipt: { en: 'Receipt', cy: 'Derbynneb' },
  trial: { en: 'a trial; nothing was stored', cy: 'prawf; ni storiwyd dim' },
  state: { en: 'State', cy: 'Cyflwr' },
  organisation: { en: 'Organisation', cy: 'Sefydliad' },
  period: { en: 'Period', cy: 'Cyfnod' },
  received: { en: 'Received', cy: 'Derbyniwyd am' },
  rows: { en: 'rows', cy: 'rhes' },
  digest: { en: 'digest', cy: 'crynodeb' },
  next: { en: 'What to do next', cy: "Beth i'w wneud nesaf" },
} as const satisfies Record<string, Text>;

/**
 * A receipt as a person reads it: the findings just as `spcd validate` prints them, those of the service, what became
 * of each table, and what to do next.
 */
export function renderReceipt(receipt: Receipt, language: Language, form: ReturnForm): string {
  const say = (text: Text) => text[language];
  const { submission_id, dry_run, organisation, period, state, received_at, tables, service_findings } =
    receipt;
  const lines = [
    `${say(WORDS.receipt)}: ${dry_run ? say(WORDS.trial) : submission_id}`,
    `  ${say(WORDS.state)}: ${inWords(STATE_WORDS, state, language)}`,
    `  ${say(WORDS.organisation)}: ${organisation}   ${say(WORDS.period)}: ${period ?? '-'}   ${say(WORDS.received)}: ${received_at}`,
    ...tables.map(({ table, outcome, rows, table_digest }) => {
      const digest = table_digest === null ? '' : `, ${say(WORDS.digest)} ${table_digest}`;
      return `  ${table}: ${inWords(OUTCOME_WORDS, outcome, language)}, ${rows} ${rowsWord(rows, language)}${digest}`;
    }),
  ];
  const blocks = [
    renderReport(receipt.report, language, form).trimEnd(),
    ...(service_findings.length === 0
      ? []
      : [`${say(WORDS.service)}:`, renderFindings(service_findings, language, form)]),
    lines.join('\n'),
    `${say(WORDS.next)}: ${say(receipt.next_action)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function rowsWord(rows: number, language: Language): string {
  return language === 'en' && rows === 1 ? 'row' : WORDS.rows[language];
}
