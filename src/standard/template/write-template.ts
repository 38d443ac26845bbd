import type { TableName } from '../generated/tables.ts';
import type { ReturnForm } from '../locate-row.ts';
import { writeDocument } from '../synthesise/write-document.ts';
import type { Language } from '../text.ts';
import { writeCsvArchive, writeCsvTable } from '../write/write-csv-archive.ts';
import { writeNdjson } from '../write/write-ndjson.ts';
import { templateHeader } from './template-header.ts';
import { writeTemplateWorkbook } from './write-template-workbook.ts';

/** Which template is asked for. */
export interface TemplateRequest {
  /** In the order of the standard; exactly one for CSV, which has neither header nor other tables. */
  readonly tables: readonly TableName[];
  readonly format: ReturnForm;
  /** Fields of the header already known, by name as flat text: `period`, `source_system_name`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Of the labels that a workbook holds beside the codes. */
  readonly language: Language;
}

/**
 * A return to be filled in: its header with what is missing marked, and its tables without rows.
 *
 * @throws {RangeError} If the format is CSV and the tables are not one.
 */
export function writeTemplate({
  tables,
  format,
  parameters,
  language,
}: TemplateRequest): string | Uint8Array {
  if (format === 'xlsx') return writeTemplateWorkbook(tables, parameters, language);
  if (format === 'csv') {
    const [table, ...others] = tables;
    if (table === undefined || others.length > 0) throw new RangeError('A CSV holds one table');
    return writeCsvTable(table, []);
  }
  const empty = Object.fromEntries(tables.map((table) => [table, []]));
  const document = { ...templateHeader(parameters), tables: empty };
  if (format === 'ndjson') return writeNdjson(document);
  return format === 'zip' ? writeCsvArchive(document) : writeDocument(document);
}
