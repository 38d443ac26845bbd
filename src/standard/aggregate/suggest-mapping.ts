import { CODE_LISTS } from '../generated/code-lists.ts';
import { SCHEMA_VERSION } from '../generated/tables.ts';
import type { ExportMapping } from '../generated/types.ts';
import { safeValue, WITHHELD } from '../safe-value.ts';
import type { Language, Text } from '../text.ts';
import { CASE_FIELDS } from './case-fields.ts';
import { fitsForm, separatorOf } from './column-fit.ts';
import type { ExportEncoding } from './decode-export.ts';
import type { ExportField } from './export-field.ts';
import { matchHeadings } from './match-headings.ts';
import { itemColumns, scoreColumns } from './match-repeats.ts';
import { DATE_FORMS, type DateForm } from './parse-date.ts';
import { isAmbiguousNumber } from './parse-number.ts';
import { proposeValues, TO_FILL } from './propose-values.ts';
import type { ColumnSpec } from './read-columns.ts';
import type { ExportFile } from './read-system.ts';
import { CONNECTION_FIELDS, SCORE_FIELDS } from './record-fields.ts';
import * as say from './suggest-comments.ts';

/** The headings of a file, and the first values of each column. */
export interface Sample {
  readonly file: string;
  readonly headings: readonly string[];
  /** Rows, as many as were looked at. */
  readonly rows: readonly (readonly string[])[];
  /** How its letters were found to be written, where that is not UTF-8. */
  readonly encoding?: ExportEncoding | undefined;
}

export interface SuggestOptions {
  /** Language of the comments. */
  readonly language: Language;
  /** Also copies values that no code was found for: only into a file that stays with the export. */
  readonly withValues: boolean;
}

/** A mapping to start from, and the columns that values were copied from into it. */
export interface Suggestion {
  readonly mapping: ExportMapping;
  readonly valuesCopied: readonly string[];
  /** Columns with values that no code was found for and that were not copied. */
  readonly valuesLeft: readonly string[];
}

const FIELDS: Readonly<Record<ExportFile, Readonly<Record<string, ExportField>>>> = {
  cases: CASE_FIELDS,
  connections: CONNECTION_FIELDS,
  scores: SCORE_FIELDS,
};

const LONGEST_LIST = 30;
const FEWEST_MATCHES = 2;

/**
 * Proposes a mapping from the headings of exports and the cells below them. Comments say what is a guess, what was
 * not found and which columns hold values that are still to be mapped, so that somebody can finish it.
 *
 * It can be kept where others read it: of the cells only words that stand for a code are repeated (`proposeValues`).
 */
export function suggestMapping(
  samples: Partial<Readonly<Record<ExportFile, Sample>>>,
  options: SuggestOptions = { language: 'en', withValues: false },
): Suggestion {
  const tables = (['cases', 'connections', 'scores'] as const).flatMap((kind) => {
    const sample = samples[kind];
    return sample === undefined ? [] : [{ kind, ...suggestTable(kind, sample, options) }];
  });
  const tableOf = (kind: ExportFile) => tables.find((table) => table.kind === kind)?.table;
  const dates = [...new Set(tables.flatMap(({ forms }) => forms))];
  const [connections, scores] = [tableOf('connections'), tableOf('scores')];
  const mapping: ExportMapping = {
    standard: 'spcd',
    schema_version: SCHEMA_VERSION,
    system: 'my-system',
    comments: [say.START[options.language], ...tables.flatMap(({ comments }) => comments)],
    ...(dates.length > 0 ? { dates } : {}),
    cases: tableOf('cases') ?? { columns: {} },
    ...(connections ? { connections } : {}),
    ...(scores ? { scores } : {}),
  };
  return {
    mapping,
    valuesCopied: tables.flatMap(({ copied }) => copied),
    valuesLeft: tables.flatMap(({ left }) => left),
  };
}

function suggestTable(kind: ExportFile, sample: Sample, { language, withValues }: SuggestOptions) {
  const fields = FIELDS[kind];
  const { file, headings, encoding } = sample;
  const cellsOf = (heading: string) => cellsUnder(heading, sample);
  const matches = matchHeadings(fields, headings, cellsOf);
  const comments: string[] = [];
  const comment = (text: Text) => comments.push(`${kind}: ${text[language]}`);
  if (encoding) comment(say.encodingRecognised(encoding));
  const [forms, copied, left] = [new Set<DateForm>(), [] as string[], [] as string[]];
  const columns: Record<string, ColumnSpec> = {};
  for (const { field, heading, isSure } of matches) {
    const description = fields[field] as ExportField;
    if (!isSure) comment(say.checkHeading(heading, field, description));
    const cells = cellsOf(heading);
    const form = description.kind === 'date' ? formOf(cells) : undefined;
    if (form) forms.add(form);
    else if (description.kind === 'date' && cells.length > 0) comment(say.noDateForm(heading));
    if (description.kind === 'number' && cells.some(isAmbiguousNumber))
      comment(say.ambiguousNumbers(heading));
    const { spec, toFill, notCopied, hasValues } = columnOf(description, heading, cells, withValues);
    columns[field] = spec;
    if (toFill > 0) comment(say.valuesToFill(field, toFill, codesOf(description)));
    if (notCopied > 0) comment(say.valuesNotCopied(field, notCopied, codesOf(description)));
    if (notCopied > 0) left.push(`${kind} · ${heading}`);
    if (hasValues) copied.push(`${kind} · ${heading}`);
  }
  const items = kind === 'scores' ? itemColumns(headings) : [];
  if (items.length > 0) columns.items = { columns: items };
  const repeats = kind === 'cases' ? scoreColumns(headings) : [];
  const lacksMeasure = items.length > 0 && columns.measure === undefined;
  if (lacksMeasure) columns.measure = { constant: TO_FILL };
  if (lacksMeasure || repeats.length > 0) comment(say.NAME_MEASURE);
  for (const [name, field] of Object.entries(fields)) {
    if (field.required === true && columns[name] === undefined) comment(say.requiredMissing(name, field));
  }
  const named = new Set([
    ...matches.map(({ heading }) => heading),
    ...items,
    ...repeats.flatMap(({ score_date, score }) => [String(score_date), String(score)]),
  ]);
  const unread = unreadOf(headings, named);
  if (unread === null) comment(say.NO_HEADINGS);
  else if (unread.length > 0) comment(say.LOOK_THROUGH);
  const table = {
    file,
    ...(encoding ? { encoding } : {}),
    columns: columns as ExportMapping['cases']['columns'],
    ...(unread && unread.length > 0 ? { not_read: unread } : {}),
    ...(repeats.length > 0 ? { scores: repeats as NonNullable<ExportMapping['cases']['scores']> } : {}),
  };
  return { table, forms: [...forms], comments, copied, left };
}

/** A column as the mapping names it: by its heading alone where that says all. */
function columnOf(description: ExportField, heading: string, cells: readonly string[], withValues: boolean) {
  const isList = description.kind === 'code' || description.kind === 'codes' || description.kind === 'yes_no';
  if (!isList) return { spec: heading, toFill: 0, notCopied: 0, hasValues: false };
  const separator = separatorOf(description, cells);
  const { values, left } = proposeValues(description, cells, separator, withValues);
  const hasValues = Object.keys(values).length > 0;
  const said = {
    ...(separator !== null && separator !== ';' ? { separator } : {}),
    ...(hasValues ? { values } : {}),
  };
  const toFill = Object.values(values).filter((code) => code === TO_FILL).length;
  const spec = Object.keys(said).length === 0 ? heading : { column: heading, ...said };
  return { spec, toFill, notCopied: left, hasValues };
}

/** Headings nothing was found for. Null where the first row is hardly one of headings: then it may be a person's. */
function unreadOf(headings: readonly string[], named: ReadonlySet<string>): string[] | null {
  const filled = headings.filter((heading) => heading !== '');
  if (named.size < Math.min(FEWEST_MATCHES, filled.length)) return null;
  return [...new Set(filled)].filter((heading) => !named.has(heading) && safeValue(heading) !== WITHHELD);
}

function cellsUnder(heading: string, { headings, rows }: Sample): string[] {
  const position = headings.indexOf(heading);
  return rows.map((row) => (row[position] ?? '').trim()).filter((cell) => cell !== '');
}

/** The form that reads every date of a column. */
function formOf(cells: readonly string[]): DateForm | undefined {
  if (cells.length === 0) return undefined;
  return DATE_FORMS.find((form) => cells.every((cell) => fitsForm(cell, form)));
}

function codesOf({ list, codes, blanks, kind }: ExportField): string {
  if (kind === 'yes_no' || list === undefined) return 'yes, no';
  const all = codes ?? CODE_LISTS[list].codes.map(({ code }) => code);
  const shown = all.length > LONGEST_LIST ? [`schema/${SCHEMA_VERSION}/codelists/${list}.csv`] : all;
  return [...shown, ...(blanks ?? [])].join(', ');
}
