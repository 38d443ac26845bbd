import type { Receipt } from '../npm-package/client/generated/operations.ts';
import type { ReturnForm } from '../standard/locate-row.ts';
import type { Language, Text } from '../standard/text.ts';
import { renderFindings, renderReport } from './render-report.ts';

/** States in words, for whoever sent the return; one that is not known here is given by its name. */
const STATES: Readonly<Record<string, Text>> = {
  accepted: { en: 'Accepted', cy: 'Derbyniwyd' },
  needs_verification: { en: 'Waits to be confirmed', cy: "Yn aros i'w chadarnhau" },
  rejected: { en: 'Refused', cy: 'Gwrthodwyd' },
  superseded: { en: 'Replaced by a later return', cy: 'Disodlwyd gan ffurflen ddiweddarach' },
  withdrawn: { en: 'Withdrawn', cy: 'Tynnwyd yn ôl' },
};

const OUTCOMES: Readonly<Record<string, Text>> = {
  created: { en: 'new', cy: 'newydd' },
  revised: { en: 'revised', cy: "wedi'i ddiwygio" },
  unchanged: { en: 'unchanged', cy: 'heb newid' },
  held: { en: 'held until it is confirmed', cy: "wedi'i ddal nes ei gadarnhau" },
  overtaken: {
    en: 'overtaken by a later return, not kept',
    cy: "wedi'i ddisodli gan ffurflen ddiweddarach, ni chadwyd",
  },
  rejected: { en: 'refused', cy: "wedi'i wrthod" },
};

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
  const named = (words: Readonly<Record<string, Text>>, name: string) => words[name]?.[language] ?? name;
  const lines = [
    `${say(WORDS.receipt)}: ${dry_run ? say(WORDS.trial) : submission_id}`,
    `  ${say(WORDS.state)}: ${named(STATES, state)}`,
    `  ${say(WORDS.organisation)}: ${organisation}   ${say(WORDS.period)}: ${period ?? '-'}   ${say(WORDS.received)}: ${received_at}`,
    ...tables.map(({ table, outcome, rows, table_digest }) => {
      const digest = table_digest === null ? '' : `, ${say(WORDS.digest)} ${table_digest}`;
      return `  ${table}: ${named(OUTCOMES, outcome)}, ${rows} ${rowsWord(rows, language)}${digest}`;
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
