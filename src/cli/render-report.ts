import { type Finding, type Location, type Report, TIERS, type Tier } from '../standard/finding.ts';
import { TABLE_NAMES, TABLES } from '../standard/generated/tables.ts';
import type { ReturnForm } from '../standard/locate-row.ts';
import { WITHHELD } from '../standard/safe-value.ts';
import type { Language, Text } from '../standard/text.ts';

const RESULTS: Readonly<Record<Report['result'], Text>> = {
  valid: { en: 'Valid: the return meets the standard.', cy: "Dilys: mae'r ffurflen yn bodloni'r safon." },
  needs_verification: {
    en: 'Valid, but some things must be confirmed with a reason when the return is sent.',
    cy: 'Dilys, ond rhaid cadarnhau rhai pethau â rheswm pan anfonir y ffurflen.',
  },
  invalid: {
    en: 'Not valid: the return cannot be accepted until the errors are mended.',
    cy: "Annilys: ni ellir derbyn y ffurflen nes bod y gwallau wedi'u cywiro.",
  },
};

const TIER_NAMES: Readonly<Record<Tier, Text>> = {
  error: { en: 'Error', cy: 'Gwall' },
  verify: { en: 'To confirm', cy: "I'w gadarnhau" },
  advice: { en: 'Advice', cy: 'Cyngor' },
};

const WORDS = {
  rows: { en: 'Rows read', cy: 'Rhesi a ddarllenwyd' },
  none: { en: 'none', cy: 'dim' },
  why: { en: 'Why', cy: 'Pam' },
  remedy: { en: 'How to mend it', cy: "Sut i'w gywiro" },
  where: { en: 'Where', cy: 'Ble' },
  row: { en: 'row', cy: 'rhes' },
  sheet: { en: 'sheet', cy: 'dalen' },
  record: { en: 'record', cy: 'cofnod' },
  line: { en: 'line', cy: 'llinell' },
  column: { en: 'column', cy: 'colofn' },
  field: { en: 'field', cy: 'maes' },
  header: { en: 'header', cy: 'pennyn' },
  wholeReturn: { en: 'the whole return', cy: 'y ffurflen gyfan' },
  withheld: { en: 'value not repeated here', cy: 'gwerth heb ei ailadrodd yma' },
  nameWithheld: { en: 'name not repeated here', cy: 'enw heb ei ailadrodd yma' },
  meant: { en: 'did you mean', cy: 'ai hyn oedd gennych mewn golwg:' },
  suggested: { en: 'suggested', cy: 'awgrym' },
} as const satisfies Record<string, Text>;

/**
 * A report as a person reads it to mend a return: each finding with its places, why it matters and what to do.
 *
 * @param form - Places of a CSV are given by record and column, those of a workbook by sheet, row and column,
 *   those of NDJSON by line, those of JSON by row, field and pointer.
 */
export function renderReport(report: Report, language: Language, form: ReturnForm): string {
  const say = (text: Text) => text[language];
  const rows = TABLE_NAMES.filter((name) => report.rows[name] !== undefined)
    .map((name) => `${say(TABLES[name].title)} (${name}) ${report.rows[name]}`)
    .join(', ');
  const totals = TIERS.map((tier) => `${say(TIER_NAMES[tier])}: ${report.totals[tier]}`).join('   ');
  const blocks = [
    [say(RESULTS[report.result]), totals, `${say(WORDS.rows)}: ${rows || say(WORDS.none)}`].join('\n'),
    ...(report.findings.length === 0 ? [] : [renderFindings(report.findings, language, form)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Findings by themselves, each with its places, why it matters and what to do. */
export function renderFindings(findings: readonly Finding[], language: Language, form: ReturnForm): string {
  return mergeAlike(findings)
    .map((finding) => renderFinding(finding, language, form))
    .join('\n\n');
}

/** The same fault along several paths, such as many fields missing, is one thing to read. */
function mergeAlike(findings: readonly Finding[]): readonly Finding[] {
  const merged: Finding[] = [];
  for (const finding of findings) {
    const last = merged.at(-1);
    if (last?.rule === finding.rule && last.message.en === finding.message.en) {
      const locations = [...last.locations, ...finding.locations];
      merged[merged.length - 1] = { ...last, count: last.count + finding.count, locations };
    } else merged.push(finding);
  }
  return merged;
}

function renderFinding(finding: Finding, language: Language, form: ReturnForm): string {
  const say = (text: Text) => text[language];
  const lines = [
    `${say(TIER_NAMES[finding.tier])} · ${finding.rule} · ${placesInWords(finding.count, language)}`,
    `  ${say(finding.message)}`,
    `  ${say(WORDS.why)}: ${say(finding.why)}`,
    `  ${say(WORDS.remedy)}: ${say(finding.remedy)}`,
  ];
  if (finding.locations.length > 0) {
    lines.push(`  ${say(WORDS.where)}:`);
    for (const location of finding.locations) lines.push(`    - ${renderLocation(location, language, form)}`);
  }
  const more = finding.count - finding.locations.length;
  if (more > 0 && finding.locations.length > 0) {
    lines.push(`    - ${say({ en: `and ${more} more`, cy: `a ${more} arall` })}`);
  }
  return lines.join('\n');
}

function renderLocation(location: Location, language: Language, form: ReturnForm): string {
  const suggestion = suggestionInWords(location, language);
  const place = placeInWords(location, language, form);
  if (isAtUnknownName(location) && place.includes(WITHHELD)) {
    const { value } = location;
    const isShown = value !== null && value !== WITHHELD;
    const name = isShown ? '' : `: ${WORDS.nameWithheld[language]}`;
    return `${place.replaceAll(WITHHELD, isShown ? value : '…')}${name}${suggestion}`;
  }
  return `${place}${valueInWords(location, language)}${suggestion}`;
}

function valueInWords({ value }: Location, language: Language): string {
  if (value === null) return '';
  return `: ${value === WITHHELD ? WORDS.withheld[language] : value}`;
}

/** Whether a name is what is wrong: the pointer withholds it, and the value is the name where that may be repeated. */
function isAtUnknownName({ pointer }: Location): boolean {
  return pointer.endsWith(`/${WITHHELD}`);
}

/** Asks whether another code was meant where one is shown; what to add or a figure to check is only suggested. */
function suggestionInWords({ value, suggestion }: Location, language: Language): string {
  if (suggestion === null) return '';
  return value === null || value === WITHHELD
    ? ` — ${WORDS.suggested[language]}: ${suggestion}`
    : ` — ${WORDS.meant[language]} ${suggestion}?`;
}

function placeInWords(
  { pointer, sheet, row, column }: Location,
  language: Language,
  form: ReturnForm,
): string {
  const say = (text: Text) => text[language];
  const inColumn = column === null ? '' : `, ${say(WORDS.column)} ${column}`;
  if (form === 'csv' && row !== null) return `${say(WORDS.record)} ${row}${inColumn}`;
  if (form === 'zip' && row !== null && pointer.startsWith('/tables/')) {
    return `${pointer.split('/')[2]}.csv, ${say(WORDS.record)} ${row}${inColumn}`;
  }
  if (sheet !== undefined) {
    return `${say(WORDS.sheet)} ${sheet}${row === null ? '' : `, ${say(WORDS.row)} ${row}`}${inColumn}`;
  }
  if (row !== null) return `${say(WORDS.line)} ${row}${pointer === '' ? '' : ` (${pointer})`}`;
  if (pointer === '') return say(WORDS.wholeReturn);
  const [, tables, table, index, field] = pointer.split('/');
  if (tables !== 'tables' || index === undefined) return `${say(WORDS.header)} ${pointer}`;
  const below = field === undefined ? '' : `, ${say(WORDS.field)} ${field}`;
  return `${table}, ${say(WORDS.row)} ${Number(index) + 1}${below} (${pointer})`;
}

function placesInWords(count: number, language: Language): string {
  if (language === 'cy') return `${count} lle`;
  return count === 1 ? '1 place' : `${count} places`;
}
