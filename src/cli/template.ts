import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import type { ReturnForm } from '../standard/locate-row.ts';
import { suggestName } from '../standard/suggest.ts';
import { type TemplateRequest, writeTemplate } from '../standard/template/write-template.ts';
import type { Language, Text } from '../standard/text.ts';
import { CannotRun } from './cannot-run.ts';
import { readCommandLine } from './read-command-line.ts';
import { readSettings } from './read-settings.ts';
import type { Terminal } from './terminal.ts';

const FORMATS = ['csv', 'json', 'ndjson', 'xlsx', 'zip'] as const satisfies readonly ReturnForm[];

const USAGE: Text = {
  en: `Usage: spcd template TABLE|all [options]

Writes an empty return to fill in, with one table or all of them.

  --format FORM        csv (one table, its headings only), json, ndjson, xlsx or zip; else the extension of --out
                       says, else csv for one table and json for all
  --out FILE           where to write it, else standard output; a workbook and a zip need it
  --set NAME=VALUE     one field of the header that is known, such as --set period=2026-Q2; may be repeated
  --lang en|cy         language of the labels in a workbook, and of these words
  --help               these words

In JSON, null marks what must be filled in. A workbook has a sheet _codes with every code that may be sent; it is
not read. A table without rows must be declared nil, or left out. spcd validate says what is still missing.

Ends with 0, or with 2 when the command line cannot be followed or the file cannot be written.`,
  cy: `Defnydd: spcd template TABL|all [opsiynau]

Ysgrifennu ffurflen wag i'w llenwi, gydag un tabl neu bob un ohonynt.

  --format FFURF       csv (un tabl, ei benawdau yn unig), json, ndjson, xlsx neu zip; fel arall estyniad --out sy'n
                       dweud, fel arall csv ar gyfer un tabl a json ar gyfer pob un
  --out FFEIL          ble i'w hysgrifennu, fel arall yr allbwn safonol; mae ar lyfr gwaith a zip ei angen
  --set ENW=GWERTH     un o feysydd y pennyn sy'n hysbys, megis --set period=2026-Q2; gellir ei ailadrodd
  --lang en|cy         iaith y labeli mewn llyfr gwaith, a'r geiriau hyn
  --help               y geiriau hyn

Yn JSON, mae null yn nodi'r hyn y mae'n rhaid ei lenwi. Mae gan lyfr gwaith daflen _codes gyda phob cod y gellir ei
anfon; ni chaiff ei darllen. Rhaid datgan bod tabl heb resi yn wag (nil), neu ei adael allan. Mae spcd validate yn
dweud beth sydd ar goll o hyd.

Mae'n gorffen â 0, neu â 2 pan na ellir dilyn y llinell orchymyn neu pan na ellir ysgrifennu'r ffeil.`,
};

/** What the command is given: where it speaks, in which language, and where relative paths start. */
export type TemplateContext = Pick<Terminal, 'stdout' | 'stderr' | 'language' | 'workingFolder'>;

/**
 * `spcd template`: an empty return, of one table or of all.
 *
 * @returns The exit code: 0 done, 2 could not run.
 */
export async function templateCommand(argv: readonly string[], context: TemplateContext): Promise<number> {
  let { language } = context;
  try {
    const { values, positionals } = parseCommandLine(argv);
    language = readLanguage(values.lang) ?? language;
    if (values.help) {
      context.stdout.write(`${USAGE[language]}\n`);
      return 0;
    }
    const request = readRequest(positionals, { ...values, language });
    const written = writeTemplate(request);
    if (values.out !== undefined) await writeTo(resolve(context.workingFolder, values.out), written);
    else if (typeof written === 'string') context.stdout.write(written);
    else throw new CannotRun(needsFile(request.format));
    return 0;
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    context.stderr.write(`${error.text[language]}\n`);
    return 2;
  }
}

interface Options {
  readonly format?: string | undefined;
  readonly out?: string | undefined;
  readonly set: readonly string[];
  readonly language: Language;
}

function readRequest(names: readonly string[], { format, out, set, language }: Options): TemplateRequest {
  const tables = readTables(names);
  const chosen = readFormat(format ?? extensionOf(out) ?? (tables.length === 1 ? 'csv' : 'json'));
  if (chosen === 'csv' && tables.length > 1) {
    throw new CannotRun({
      en: 'A CSV holds one table: name one, or ask for zip, xlsx, json or ndjson.',
      cy: 'Un tabl sydd mewn CSV: enwch un, neu gofynnwch am zip, xlsx, json neu ndjson.',
    });
  }
  if (chosen === 'csv' && set.length > 0) {
    throw new CannotRun({
      en: 'A CSV has no header, so --set has nowhere to go: give it to spcd validate.',
      cy: 'Nid oes pennyn mewn CSV, felly nid oes lle i --set: rhowch ef i spcd validate.',
    });
  }
  return { tables, format: chosen, parameters: readSettings(set), language };
}

function readTables(names: readonly string[]): readonly TableName[] {
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) {
    throw new CannotRun({
      en: `Name one table, or all.\n\n${USAGE.en}`,
      cy: `Enwch un tabl, neu all.\n\n${USAGE.cy}`,
    });
  }
  if (name === 'all') return TABLE_NAMES;
  const table = TABLE_NAMES.find((each) => each === name);
  if (table !== undefined) return [table];
  const nearest = suggestName(name, TABLE_NAMES);
  const choices = TABLE_NAMES.join(', ');
  throw new CannotRun({
    en: `There is no table ${name}.${nearest === null ? '' : ` Did you mean ${nearest}?`} The tables: ${choices}.`,
    cy: `Nid oes tabl ${name}.${nearest === null ? '' : ` Ai ${nearest} oedd gennych mewn golwg?`} Y tablau: ${choices}.`,
  });
}

function extensionOf(file: string | undefined): string | undefined {
  return file === undefined ? undefined : extname(file).slice(1).toLowerCase() || undefined;
}

function readFormat(given: string): ReturnForm {
  const format = FORMATS.find((each) => each === given);
  if (format !== undefined) return format;
  throw new CannotRun({
    en: `--format is one of ${FORMATS.join(', ')}, not ${given}.`,
    cy: `Un o ${FORMATS.join(', ')} yw --format, nid ${given}.`,
  });
}

function readLanguage(given: string | undefined): Language | null {
  if (given === undefined) return null;
  if (given === 'en' || given === 'cy') return given;
  throw new CannotRun({ en: `--lang is en or cy, not ${given}.`, cy: `en neu cy yw --lang, nid ${given}.` });
}

function needsFile(format: string): Text {
  return {
    en: `A template in ${format} is no text for a terminal: say with --out FILE where to write it.`,
    cy: `Nid yw templed ar ffurf ${format} yn destun i derfynell: dywedwch â --out FFEIL ble i'w ysgrifennu.`,
  };
}

async function writeTo(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new CannotRun({
      en: `${file} cannot be written (${error.code}).`,
      cy: `Ni ellir ysgrifennu ${file} (${error.code}).`,
    });
  }
}

function parseCommandLine(argv: readonly string[]) {
  return readCommandLine(USAGE, () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        out: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        lang: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }),
  );
}
