import { parseArgs } from 'node:util';
import { digestTables } from '../standard/digest-tables.ts';
import { serialiseReport } from '../standard/return-validator.ts';
import type { Language, Text } from '../standard/text.ts';
import { CannotRun } from './cannot-run.ts';
import { takeLanguage } from './language-asked.ts';
import { readCommandLine } from './read-command-line.ts';
import { type ReturnFileOptions, readReturnFile } from './read-return-file.ts';
import { renderDigests } from './render-digests.ts';
import { renderReport } from './render-report.ts';

/** What the command is given by whoever starts it. */
export interface ValidateIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Decides over the environment, where it is given. */
  readonly language?: Language;
}

const VALID = 0;
const INVALID = 1;
const COULD_NOT_RUN = 2;

const USAGE: Text = {
  en: `Usage: spcd validate FILE [options]

Says whether a return meets the standard, and what to mend. FILE is a return in JSON or NDJSON, as a zip of
CSVs or as an XLSX workbook, or one of its tables in CSV; - reads standard input.

  --format FORM        what the file is: json, ndjson, csv, zip or xlsx; else its extension or how it begins says
  --table NAME         the table that a CSV holds; else the file's name says
  --header FILE        the header of a CSV's return, in JSON
  --set NAME=VALUE     one field of that header, such as --set period=2026-Q2; may be repeated
  --labels             read labels, in either language, as the codes they stand for, and say how many
  --lang en|cy         language of the report; else LANG says, else English
  --digest             the digest of each table too, to compare with a receipt; as private as the figures
  --json               the report as JSON, both languages, as the service gives it; with --digest it is report
                       beside tables
  --help               these words

Ends with 0 when the return is valid (there may be things to confirm, and advice), 1 when it has errors, 2 when
it could not be read.`,
  cy: `Defnydd: spcd validate FFEIL [opsiynau]

Dweud a yw ffurflen yn bodloni'r safon, a beth i'w gywiro. FFEIL yw ffurflen yn JSON neu NDJSON, fel zip
o ffeiliau CSV neu fel llyfr gwaith XLSX, neu un o'i thablau yn CSV; mae - yn darllen y mewnbwn safonol.

  --format FFURF       beth yw'r ffeil: json, ndjson, csv, zip neu xlsx; fel arall ei hestyniad neu ei dechrau sy'n
                       dweud
  --table ENW          y tabl sydd mewn CSV; fel arall enw'r ffeil sy'n dweud
  --header FFEIL       pennyn ffurflen y CSV, yn JSON
  --set ENW=GWERTH     un o feysydd y pennyn hwnnw, megis --set period=2026-Q2; gellir ei ailadrodd
  --labels             darllen labeli, yn y naill iaith neu'r llall, fel y codau maent yn sefyll drostynt, a dweud
                       faint
  --lang en|cy         iaith yr adroddiad; fel arall LANG sy'n dweud, fel arall Saesneg
  --digest             crynodeb pob tabl hefyd, i'w gymharu â derbynneb; mor breifat â'r ffigurau
  --json               yr adroddiad fel JSON, yn y ddwy iaith, fel y mae'r gwasanaeth yn ei roi; gyda --digest,
                       report ydyw wrth ochr tables
  --help               y geiriau hyn

Mae'n gorffen â 0 pan fydd y ffurflen yn ddilys (gall fod pethau i'w cadarnhau, a chyngor), 1 pan fydd gwallau
ynddi, 2 pan na ellid ei darllen.`,
};

interface Options extends ReturnFileOptions {
  readonly json: boolean;
  readonly digest: boolean;
}

/**
 * `spcd validate`: says of a return in a file, or on standard input, whether it meets the standard.
 *
 * @returns The exit code: 0 valid, 1 not valid, 2 could not run.
 */
export async function validateCommand(argv: readonly string[], io: ValidateIo): Promise<number> {
  let language = takeLanguage(argv).language ?? io.language ?? languageOf(io.env);
  try {
    const { values, positionals } = parseCommandLine(argv);
    language = readLanguage(values.lang) ?? language;
    if (values.help) {
      io.stdout(`${USAGE[language]}\n`);
      return VALID;
    }
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) {
      throw new CannotRun({ en: `Name one file.\n\n${USAGE.en}`, cy: `Enwch un ffeil.\n\n${USAGE.cy}` });
    }
    return await validate({ ...values, file, set: values.set }, language, io);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    io.stderr(`${error.text[language]}\n`);
    return COULD_NOT_RUN;
  }
}

async function validate(options: Options, language: Language, io: ValidateIo): Promise<number> {
  const { form, ...validation } = await readReturnFile(options, io.stdin);
  const { report } = validation;
  if (!options.digest) {
    io.stdout(options.json ? serialiseReport(report) : renderReport(report, language, form));
  } else {
    const tables = await digestTables(validation);
    const words = () => `${renderReport(report, language, form)}\n${renderDigests(tables, language)}`;
    io.stdout(options.json ? `${JSON.stringify({ report, tables }, null, 2)}\n` : words());
  }
  return report.result === 'invalid' ? INVALID : VALID;
}

function parseCommandLine(argv: readonly string[]) {
  return readCommandLine(USAGE, () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        table: { type: 'string' },
        header: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        labels: { type: 'boolean', default: false },
        digest: { type: 'boolean', default: false },
        lang: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
}

function readLanguage(given: string | undefined): Language | null {
  if (given === undefined) return null;
  if (given === 'en' || given === 'cy') return given;
  throw new CannotRun({ en: `--lang is en or cy, not ${given}.`, cy: `en neu cy yw --lang, nid ${given}.` });
}

/** The language of the person's system, by the usual order of the POSIX variables. */
function languageOf(env: ValidateIo['env']): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('cy') ? 'cy' : 'en';
}
