import { CODE_LISTS, type CodeListId } from '../generated/code-lists.ts';
import { SCHEMA_VERSION } from '../generated/tables.ts';
import type { ExportMapping } from '../generated/types.ts';
import { safeValue, WITHHELD } from '../safe-value.ts';
import { comparable, suggest } from '../suggest.ts';
import { CASE_FIELDS } from './case-fields.ts';
import type { ExportField } from './export-field.ts';
import { DATE_FORMS, type DateForm, parseDate } from './parse-date.ts';
import { PickList } from './pick-list.ts';
import type { ExportFile } from './read-system.ts';
import { CONNECTION_FIELDS, SCORE_FIELDS } from './record-fields.ts';

/** The headings of a file, and the first values of each column. */
export interface Sample {
  readonly file: string;
  readonly headings: readonly string[];
  /** Rows, as many as were looked at. */
  readonly rows: readonly (readonly string[])[];
}

const FIELDS: Readonly<Record<ExportFile, Readonly<Record<string, ExportField>>>> = {
  cases: CASE_FIELDS,
  connections: CONNECTION_FIELDS,
  scores: SCORE_FIELDS,
};

/** Stands where a code is still to be chosen. It is no code, so the mapping is refused until somebody has. */
const TO_FILL = '?';

/** Different values beyond which a column is no pick-list. */
const MOST_VALUES = 60;

interface Match {
  readonly field: string;
  readonly heading: string;
  readonly isSure: boolean;
}

/**
 * Proposes a mapping from the headings of exports and the values under them. Comments say what is a guess, what was
 * not found and which values nothing was found for, so that somebody can finish it.
 *
 * Values are repeated only from columns taken for pick-lists, and never one that may identify a person.
 */
export function suggestMapping(samples: Partial<Readonly<Record<ExportFile, Sample>>>): ExportMapping {
  const comments: string[] = [
    'Proposed by spcd aggregate --suggest. Check every line against your system, then delete these comments.',
  ];
  const tableOf = (kind: ExportFile) => {
    const sample = samples[kind];
    return sample === undefined ? undefined : suggestTable(kind, sample, comments);
  };
  const cases = tableOf('cases');
  const connections = tableOf('connections');
  const scores = tableOf('scores');
  const dates = [...new Set([cases, connections, scores].flatMap((table) => table?.forms ?? []))];
  return {
    standard: 'spcd',
    schema_version: SCHEMA_VERSION,
    system: 'my-system',
    comments,
    ...(dates.length > 0 ? { dates } : {}),
    cases: cases?.table ?? { columns: {} },
    ...(connections ? { connections: connections.table } : {}),
    ...(scores ? { scores: scores.table } : {}),
  };
}

function suggestTable(kind: ExportFile, sample: Sample, comments: string[]) {
  const fields = FIELDS[kind];
  const matches = matchHeadings(fields, sample.headings);
  const columns: ExportMapping['cases']['columns'] = {};
  const forms = new Set<DateForm>();
  for (const { field, heading, isSure } of matches) {
    const description = fields[field] as ExportField;
    if (!isSure) comments.push(`${kind}: check that "${heading}" is ${field} (${description.title.en}).`);
    const values = valuesUnder(heading, sample);
    if (description.kind === 'date')
      for (const form of formsOf(values, heading, kind, comments)) forms.add(form);
    const unknown = pickListGaps(description, values);
    columns[field] =
      unknown.length === 0 ? heading : { column: heading, values: Object.fromEntries(unknown) };
    const empty = unknown.filter(([, code]) => code === TO_FILL);
    if (empty.length > 0) {
      comments.push(
        `${kind}: ${field} has ${empty.length} values with no code yet: put one for each "?", or "" for not known. Codes: ${codesOf(description)}.`,
      );
    }
  }
  for (const [name, { required }] of Object.entries(fields)) {
    if (required === true && !matches.some(({ field }) => field === name)) {
      comments.push(`${kind}: no column was found for ${name}, which must be there.`);
    }
  }
  const mapped = new Set(matches.map(({ heading }) => heading));
  const unread = [...new Set(sample.headings.filter((heading) => heading !== '' && !mapped.has(heading)))];
  if (unread.length > 0)
    comments.push(`${kind}: not_read lists columns nothing was found for; look through them.`);
  const table = { file: sample.file, columns, ...(unread.length > 0 ? { not_read: unread } : {}) };
  return { table, forms: [...forms] };
}

/** Each heading goes to at most one field and each field to one heading: exact names first, then near ones. */
function matchHeadings(fields: Readonly<Record<string, ExportField>>, headings: readonly string[]): Match[] {
  const names = Object.entries(fields).map(([field, description]) => ({
    field,
    exact: [field, description.title.en, description.title.cy].map(comparable),
    usual: (description.headings ?? []).map(comparable),
  }));
  const matches: Match[] = [];
  const isFree = (field: string, heading: string) =>
    !matches.some((match) => match.field === field || match.heading === heading);
  const take = (kind: 'exact' | 'usual', isSure: boolean) => {
    for (const heading of headings) {
      const found = names.find(
        (name) => name[kind].includes(comparable(heading)) && isFree(name.field, heading),
      );
      if (found) matches.push({ field: found.field, heading, isSure });
    }
  };
  take('exact', true);
  take('usual', false);
  for (const heading of headings) {
    const candidates = names
      .filter(({ field }) => isFree(field, heading))
      .flatMap(({ field, exact, usual }) =>
        [...exact, ...usual].map((name) => ({ code: field, title: { en: name, cy: name } })),
      );
    const near = isFree('', heading) ? suggest(heading, candidates) : null;
    if (near !== null) matches.push({ field: near, heading, isSure: false });
  }
  return matches;
}

function valuesUnder(heading: string, { headings, rows }: Sample): string[] {
  const position = headings.indexOf(heading);
  return [...new Set(rows.map((row) => (row[position] ?? '').trim()).filter((value) => value !== ''))];
}

/** The one form that reads every date of a column; a question where the days and months could be either way round. */
function formsOf(
  values: readonly string[],
  heading: string,
  kind: ExportFile,
  comments: string[],
): DateForm[] {
  if (values.length === 0) return [];
  const fitting = DATE_FORMS.filter((form) =>
    values.every((value) => parseDate(value, [form], 2100) !== null),
  );
  if (fitting.length === 0)
    comments.push(`${kind}: no form of date fits all of "${heading}"; give it dates of its own.`);
  return fitting.slice(0, 1);
}

/** The values of a pick-list that are neither codes nor labels, with the code that is nearest, or none. */
function pickListGaps(description: ExportField, values: readonly string[]): [string, string][] {
  const isList = description.kind === 'code' || description.kind === 'codes' || description.kind === 'yes_no';
  if (!isList || values.length > MOST_VALUES) return [];
  const picks = new PickList(description, { values: {}, blanks: {} });
  const parts = description.kind === 'codes' ? values.flatMap((value) => value.split(';')) : values;
  const gaps = [...new Set(parts.map((part) => part.trim()))].filter(
    (part) => picks.read(part) === undefined,
  );
  return gaps
    .filter((value) => safeValue(value) !== WITHHELD)
    .map((value): [string, string] => [value, picks.suggest(value) ?? TO_FILL]);
}

function codesOf({ list, codes, blanks, kind }: ExportField): string {
  if (kind === 'yes_no' || list === undefined) return 'yes, no';
  const all = codes ?? CODE_LISTS[list satisfies CodeListId].codes.map(({ code }) => code);
  const shown = all.length > 30 ? [`see schema/${SCHEMA_VERSION}/codelists/${list}.csv`] : all;
  return [...shown, ...(blanks ?? [])].join(', ');
}
