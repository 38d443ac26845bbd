import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TABLE_NAMES } from '../standard/generated/tables.ts';
import { DRAFT_VERSIONS, type SchemaVersion, VERSIONS } from '../standard/generated/versions.ts';
import type { ReturnForm } from '../standard/locate-row.ts';
import type { WritableReturn } from '../standard/row.ts';
import { writeDocument } from '../standard/synthesise/write-document.ts';
import type { Language, Text } from '../standard/text.ts';
import { isKnownVersion, isLater } from '../standard/versions/every-version.ts';
import { type UpgradeStep, upgradeReturn } from '../standard/versions/upgrade-return.ts';
import { writeCsvArchive, writeCsvTable } from '../standard/write/write-csv-archive.ts';
import { writeNdjson } from '../standard/write/write-ndjson.ts';
import { writeReturnWorkbook } from '../standard/write/write-return-workbook.ts';
import { writeWhole } from './aggregate-files.ts';
import { CannotRun } from './cannot-run.ts';
import type { SourceOptions } from './choose-source.ts';
import { readCommandLine } from './read-command-line.ts';
import { readReturnFile } from './read-return-file.ts';
import { renderReport } from './render-report.ts';

const DONE = 0;
const INVALID = 1;
const COULD_NOT_RUN = 2;

/** The latest version that may no longer change. */
const LATEST = VERSIONS.filter((version) => !DRAFT_VERSIONS.includes(version)).at(-1) as SchemaVersion;

const USAGE: Text = {
  en: `Usage: spcd upgrade FILE [options]

Lifts a valid return to a later version of the standard and lists what that did. FILE is a return in JSON or NDJSON,
as a zip of CSVs or as an XLSX workbook, or one of its tables in CSV; - reads standard input. New figures are null
(not collected; empty in CSV); deprecated codes stay as they are. The header beside a CSV is yours to change.

  --format FORM        what the file is: json, ndjson, csv, zip or xlsx; else its extension or how it begins says
  --table NAME         the table that a CSV holds; else the file's name says
  --header FILE        the header of a CSV's return, in JSON
  --set NAME=VALUE     one field of that header, such as --set period=2026-Q2; may be repeated
  --to VERSION         one of ${VERSIONS.join(', ')}; else ${LATEST}, the newest that returns may follow;
                       a draft is never gone to unasked
  --out FILE           where to write it, in the form it came in; else standard output
  --lang en|cy         language of the words
  --help               these words

Ends with 0 when it was lifted, 1 when the return has errors, 2 when it could not be read or written.`,
  cy: `Defnydd: spcd upgrade FFEIL [opsiynau]

Codi ffurflen ddilys i fersiwn ddiweddarach o'r safon a rhestru'r hyn a wnaeth hynny. FFEIL yw ffurflen yn JSON neu
NDJSON, fel zip o ffeiliau CSV neu fel llyfr gwaith XLSX, neu un o'i thablau yn CSV; mae - yn darllen y mewnbwn
safonol. Null (heb ei gasglu; gwag yn CSV) yw ffigurau newydd; mae codau a anghymeradwyir yn aros fel y maent. Chi
sydd i newid y pennyn wrth ochr CSV.

  --format FFURF       beth yw'r ffeil: json, ndjson, csv, zip neu xlsx; fel arall ei hestyniad neu ei dechrau sy'n
                       dweud
  --table ENW          y tabl sydd mewn CSV; fel arall enw'r ffeil sy'n dweud
  --header FFEIL       pennyn ffurflen y CSV, yn JSON
  --set ENW=GWERTH     un o feysydd y pennyn hwnnw, megis --set period=2026-Q2; gellir ei ailadrodd
  --to FERSIWN         un o ${VERSIONS.join(', ')}; fel arall ${LATEST}, y ddiweddaraf y caiff ffurflenni ei dilyn;
                       nid eir byth i ddrafft heb ofyn
  --out FFEIL          ble i'w hysgrifennu, yn y ffurf y daeth ynddi; fel arall yr allbwn safonol
  --lang en|cy         iaith y geiriau
  --help               y geiriau hyn

Mae'n gorffen â 0 pan godwyd hi, 1 pan fydd gwallau yn y ffurflen, 2 pan na ellid ei darllen neu ei hysgrifennu.`,
};

/** What the command is given. */
export interface UpgradeContext {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly language: Language;
  readonly workingFolder: string;
}

/**
 * `spcd upgrade`: lifts a return to a later version of the standard.
 *
 * @returns The exit code: 0 done, 1 the return is not valid, 2 could not run.
 */
export async function upgradeCommand(argv: readonly string[], context: UpgradeContext): Promise<number> {
  let { language } = context;
  try {
    const { values, positionals } = parseCommandLine(argv);
    if (values.lang === 'en' || values.lang === 'cy') language = values.lang;
    if (values.help) {
      context.stdout.write(`${USAGE[language]}\n`);
      return DONE;
    }
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) {
      throw new CannotRun({ en: `Name one file.\n\n${USAGE.en}`, cy: `Enwch un ffeil.\n\n${USAGE.cy}` });
    }
    const { to, out, format, table, header, set } = values;
    const source = { file, format, table, header, set };
    return await upgrade(source, readVersion(to), out, { ...context, language });
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    context.stderr.write(`${error.text[language]}\n`);
    return COULD_NOT_RUN;
  }
}

async function upgrade(
  source: SourceOptions,
  asked: SchemaVersion | null,
  out: string | undefined,
  { stdin, stdout, stderr, language, workingFolder }: UpgradeContext,
): Promise<number> {
  const at = (path: string) => resolve(workingFolder, path);
  const file = source.file === '-' ? source.file : at(source.file);
  const beside = source.header === undefined ? undefined : at(source.header);
  const { report, header, tables, form } = await readReturnFile(
    { ...source, file, header: beside, labels: false },
    stdin,
  );
  if (report.result === 'invalid' || header === null) {
    stderr.write(renderReport(report, language, form));
    return INVALID;
  }
  const from = report.schema_version;
  const to = asked ?? LATEST;
  if (asked === null && from === LATEST && DRAFT_VERSIONS.length > 0) throw new CannotRun(ONLY_DRAFTS);
  if (isLater(from, to)) {
    throw new CannotRun({
      en: `The return follows version ${from}, which is later than ${to}.`,
      cy: `Mae'r ffurflen yn dilyn fersiwn ${from}, sy'n ddiweddarach na ${to}.`,
    });
  }
  const { document, steps } = upgradeReturn(header, tables, to);
  const written = write(document, form);
  if (out !== undefined) await save(at(out), written);
  else if (typeof written === 'string') stdout.write(written);
  else throw new CannotRun(NEEDS_A_FILE);
  // What was done is said beside the return, never in it.
  const said = out === undefined ? stderr : stdout;
  said.write(renderSteps(steps, to, language));
  if (form === 'csv' && steps.length > 0) said.write(`${headerToChange(to)[language]}\n`);
  return DONE;
}

async function save(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeWhole(file, content);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new CannotRun({
      en: `${file} cannot be written (${error.code}).`,
      cy: `Ni ellir ysgrifennu ${file} (${error.code}).`,
    });
  }
}

function write(document: WritableReturn, form: ReturnForm): string | Uint8Array {
  if (form === 'ndjson') return writeNdjson(document);
  if (form === 'zip') return writeCsvArchive(document);
  if (form === 'xlsx') return writeReturnWorkbook(document);
  if (form === 'csv') return writeOnlyTable(document);
  return writeDocument(document);
}

function writeOnlyTable({ tables, schema_version }: WritableReturn): string {
  const [table] = TABLE_NAMES.filter((name) => tables[name] !== undefined);
  if (table === undefined) throw new Error('A valid return in CSV has a table');
  return writeCsvTable(table, tables[table] ?? [], schema_version);
}

function renderSteps(steps: readonly UpgradeStep[], to: string, language: Language): string {
  const nothing = {
    en: `The return already follows version ${to}: nothing was done.`,
    cy: `Mae'r ffurflen eisoes yn dilyn fersiwn ${to}: ni wnaed dim.`,
  };
  if (steps.length === 0) return `${nothing[language]}\n`;
  return steps.map(({ at, message }) => `${at}: ${message[language]}\n`).join('');
}

const NEEDS_A_FILE: Text = {
  en: 'A zip or a workbook is written to a file: name it with --out.',
  cy: 'I ffeil yr ysgrifennir zip neu lyfr gwaith: enwch hi â --out.',
};

/** Nothing would be done, and whoever asked for an upgrade means something. */
const ONLY_DRAFTS: Text = {
  en: `The return already follows version ${LATEST}, the newest that returns may follow. For a draft, name it: --to ${DRAFT_VERSIONS.join(', ')}.`,
  cy: `Mae'r ffurflen eisoes yn dilyn fersiwn ${LATEST}, y ddiweddaraf y caiff ffurflenni ei dilyn. Am ddrafft, enwch ef: --to ${DRAFT_VERSIONS.join(', ')}.`,
};

function headerToChange(to: string): Text {
  return {
    en: `A CSV holds no version: send schema_version ${to} in the header beside it.`,
    cy: `Nid oes fersiwn mewn CSV: anfonwch schema_version ${to} yn y pennyn wrth ei ochr.`,
  };
}

function readVersion(given: string | undefined): SchemaVersion | null {
  if (given === undefined) return null;
  if (isKnownVersion(given)) return given;
  throw new CannotRun({
    en: `--to is one of ${VERSIONS.join(', ')}, not ${given}.`,
    cy: `Un o ${VERSIONS.join(', ')} yw --to, nid ${given}.`,
  });
}

function parseCommandLine(argv: readonly string[]) {
  return readCommandLine(USAGE, () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        out: { type: 'string' },
        format: { type: 'string' },
        table: { type: 'string' },
        header: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        lang: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }),
  );
}
