import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { TABLE_NAMES } from '../standard/generated/tables.ts';
import type { ReturnForm } from '../standard/locate-row.ts';
import { pointerTo } from '../standard/pointer.ts';
import { headerFromParameters } from '../standard/read/header-from-parameters.ts';
import type { HeaderReadingFault } from '../standard/read/read-header.ts';
import { structuralRule } from '../standard/structural-rules.ts';
import type { Text } from '../standard/text.ts';
import type { ReturnSource } from '../standard/validate-return.ts';
import { CannotRun, cannotRead } from './cannot-run.ts';
import { readSettings } from './read-settings.ts';

const FORMATS: readonly ReturnForm[] = ['json', 'ndjson', 'csv', 'zip', 'xlsx'];
const EXTENSIONS: ReadonlyMap<string, ReturnForm> = new Map<string, ReturnForm>([
  ...FORMATS.map((form): [string, ReturnForm] => [`.${form}`, form]),
  ['.jsonl', 'ndjson'],
  // Other workbooks are refused by the reader of XLSX, which says what to save instead.
  ...['.xlsm', '.xlsb', '.xls', '.ods'].map((extension): [string, ReturnForm] => [extension, 'xlsx']),
]);

const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
/** How an XLS begins, and an XLSX with a password. */
const COMPOUND_FILE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];
/** The forms in which a return holds its header. */
const WHOLE = ['json', 'ndjson', 'zip', 'xlsx'] as const;

function isWhole(format: string): format is (typeof WHOLE)[number] {
  return WHOLE.some((form) => form === format);
}

/** What a command line says of the file it names. */
export interface SourceOptions {
  readonly file: string;
  readonly format?: string | undefined;
  readonly table?: string | undefined;
  readonly header?: string | undefined;
  /** Fields of the header as `NAME=VALUE`. */
  readonly set: readonly string[];
}

/**
 * In what form a file is to be read, and for a CSV which table it is and with which header.
 *
 * @param start - How the file begins.
 * @throws {CannotRun} If the options do not go together, or the header cannot be read.
 */
export async function chooseSource(options: SourceOptions, start: Uint8Array): Promise<ReturnSource> {
  const format = options.format ?? formatOf(options.file, start);
  if (isWhole(format)) {
    if (options.table === undefined && options.header === undefined && options.set.length === 0) {
      return { format };
    }
    throw new CannotRun({
      en: '--table, --header and --set go with CSV; a return in any other form holds its own header.',
      cy: 'Gyda CSV y defnyddir --table, --header a --set; mae ffurflen mewn unrhyw ffurf arall yn dal ei phennyn ei hun.',
    });
  }
  if (format !== 'csv') {
    throw new CannotRun({
      en: `--format is one of ${FORMATS.join(', ')}, not ${format}.`,
      cy: `Un o ${FORMATS.join(', ')} yw --format, nid ${format}.`,
    });
  }
  const table = options.table ?? tableOf(options.file);
  const base = options.header === undefined ? {} : await readHeaderFile(options.header);
  return { format, table, header: headerFromParameters(readSettings(options.set), base) };
}

/** The form of a file: by its name, else by how it begins. */
function formatOf(file: string, bytes: Uint8Array): ReturnForm {
  const extension = EXTENSIONS.get(extname(file).toLowerCase());
  if (extension !== undefined) return extension;
  const start = startOfText(bytes).trimStart();
  if (beginsWith(bytes, COMPOUND_FILE_SIGNATURE)) return 'xlsx';
  if (beginsWith(bytes, ZIP_SIGNATURE)) {
    return /\[Content_Types\]\.xml|xl\/workbook\.xml|_rels\/\.rels/.test(start) ? 'xlsx' : 'zip';
  }
  if (start !== '' && !start.startsWith('{') && !start.startsWith('[')) return 'csv';
  // A header that ends on its first line, with more to come after it.
  return /^\{[^\n]*\}[ \t\r]*\n\s*\{/.test(start) ? 'ndjson' : 'json';
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 is refused when it is read; here it is only asked whether JSON or CSV is in it. */
function startOfText(bytes: Uint8Array): string {
  const encoding = beginsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : beginsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : 'utf-8';
  return new TextDecoder(encoding).decode(bytes.subarray(0, 65_536));
}

function tableOf(file: string): string {
  const name = basename(file, extname(file));
  if (TABLE_NAMES.some((table) => table === name)) return name;
  const tables = TABLE_NAMES.join(', ');
  throw new CannotRun({
    en: `Say with --table which table the CSV holds: ${tables}.`,
    cy: `Dywedwch â --table pa dabl sydd yn y CSV: ${tables}.`,
  });
}

async function readHeaderFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  const { readHeader } = await import('../standard/read/read-header.ts');
  const { header, faults } = readHeader(readBytes(file));
  const [fault] = faults;
  if (header !== null && fault === undefined) return header;
  throw new CannotRun(explain(file, fault));
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw cannotRead(file, error);
  }
}

function explain(file: string, fault: HeaderReadingFault | undefined): Text {
  const { message } = structuralRule(fault?.rule ?? 'return-is-an-object');
  const line = fault?.line ?? null;
  const place = fault === undefined ? '' : pointerTo(fault.path);
  const where = {
    en: `${place === '' ? '' : `, at ${place}`}${line === null ? '' : `, line ${line}`}`,
    cy: `${place === '' ? '' : `, wrth ${place}`}${line === null ? '' : `, llinell ${line}`}`,
  };
  return {
    en: `${file} does not hold a header: one JSON object${where.en}. ${message.en}`,
    cy: `Nid oes pennyn yn ${file}: un gwrthrych JSON${where.cy}. ${message.cy}`,
  };
}
