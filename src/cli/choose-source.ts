import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { TABLE_NAMES } from '../standard/generated/tables.ts';
import { headerFromParameters } from '../standard/read/header-from-parameters.ts';
import type { ReturnSource } from '../standard/validate-return.ts';
import { CannotRun, cannotRead } from './cannot-run.ts';

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
 * @param first - The first bytes of the file, or null when it is empty.
 * @throws {CannotRun} If the options do not go together, or the header cannot be read.
 */
export async function chooseSource(options: SourceOptions, first: Uint8Array | null): Promise<ReturnSource> {
  const format = options.format ?? formatOf(options.file, first);
  if (format === 'json') {
    if (options.table === undefined && options.header === undefined && options.set.length === 0) {
      return { format };
    }
    throw new CannotRun({
      en: '--table, --header and --set go with CSV; a return in JSON holds its own header.',
      cy: 'Gyda CSV y defnyddir --table, --header a --set; mae ffurflen yn JSON yn dal ei phennyn ei hun.',
    });
  }
  if (format !== 'csv') {
    throw new CannotRun({
      en: `--format is json or csv, not ${format}.`,
      cy: `json neu csv yw --format, nid ${format}.`,
    });
  }
  const table = options.table ?? tableOf(options.file);
  const base = options.header === undefined ? {} : await readHeader(options.header);
  return { format, table, header: headerFromParameters(parametersOf(options.set), base) };
}

/** The form of a file: by its name, else by its first character that is not white space. */
function formatOf(file: string, first: Uint8Array | null): 'json' | 'csv' {
  const extension = extname(file).toLowerCase();
  if (extension === '.json') return 'json';
  if (extension === '.csv') return 'csv';
  const start = new TextDecoder().decode(first?.subarray(0, 1_000)).trimStart();
  return start === '' || start.startsWith('{') || start.startsWith('[') ? 'json' : 'csv';
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

async function readHeader(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw cannotRead(file, error);
  });
  const header = parseJson(text.replace(/^\uFEFF/, ''));
  if (typeof header !== 'object' || header === null || Array.isArray(header)) {
    throw new CannotRun({
      en: `${file} does not hold a header: one JSON object.`,
      cy: `Nid oes pennyn yn ${file}: un gwrthrych JSON.`,
    });
  }
  const { tables: _, ...fields } = header as Record<string, unknown>;
  return fields;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function parametersOf(settings: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    settings.map((setting) => {
      const at = setting.indexOf('=');
      if (at < 1) {
        throw new CannotRun({
          en: `--set takes NAME=VALUE, not ${setting}.`,
          cy: `Mae --set yn cymryd ENW=GWERTH, nid ${setting}.`,
        });
      }
      return [setting.slice(0, at), setting.slice(at + 1)];
    }),
  );
}
