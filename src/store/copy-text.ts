import type { RowValues } from '../standard/row.ts';
import type { FieldDescription } from '../standard/table-description.ts';

/** What a missing value looks like; a text that reads so is written with its backslash doubled. */
const NULL = '\\N';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
};
const UNESCAPES = new Map(Object.entries(ESCAPES).map(([character, escaped]) => [escaped, character]));

const NEEDS_ESCAPE = /[\\\t\n\r\b\f\v]/g;
const ESCAPED = /\\[\s\S]/g;

/**
 * One line of PostgreSQL's COPY text format, with its end of line.
 *
 * Numbers are written in the shortest form that reads back as itself.
 *
 * @source PostgreSQL documentation, COPY, "Text Format".
 */
export function lineOf(values: RowValues): string {
  return `${values.map(writeValue).join('\t')}\n`;
}

/** One value as COPY text has it. */
export function writeValue(value: RowValues[number]): string {
  if (value === null) return NULL;
  if (typeof value === 'number') return String(value);
  return value.replace(NEEDS_ESCAPE, (character) => ESCAPES[character] as string);
}

/**
 * Reads one line of COPY text, without its end of line, as a row of a table.
 *
 * @param fields - The fields of the table, which say what is a number.
 * @throws {Error} If the line has not one value for each field.
 */
export function rowOf(line: string, fields: readonly Pick<FieldDescription, 'kind'>[]): RowValues {
  const values = line.split('\t');
  if (values.length !== fields.length) {
    throw new Error(`COPY gave ${values.length} values for ${fields.length} fields`);
  }
  return values.map((value, index) => readValue(value, fields[index]?.kind === 'code'));
}

function readValue(written: string, isText: boolean): RowValues[number] {
  if (written === NULL) return null;
  if (!isText) return Number(written);
  if (!written.includes('\\')) return written;
  return written.replace(ESCAPED, (escaped) => UNESCAPES.get(escaped) ?? escaped.slice(1));
}
