import { basename } from 'node:path';
import { createExportReader } from '../standard/aggregate/read-export-text.ts';
import type { ExportFile } from '../standard/aggregate/read-system.ts';
import { type Sample, suggestMapping } from '../standard/aggregate/suggest-mapping.ts';
import type { Text } from '../standard/text.ts';
import type { AggregateContext } from './aggregate.ts';
import { streamFile } from './aggregate-files.ts';
import { CannotRun } from './cannot-run.ts';

const ROWS_LOOKED_AT = 5_000;

/**
 * `spcd aggregate --suggest`: writes a mapping to start from to standard output, and on standard error what to
 * check.
 *
 * @returns The exit code 0.
 */
export async function suggestCommand(
  files: Partial<Readonly<Record<ExportFile, string>>>,
  withValues: boolean,
  { stdout, stderr, language }: AggregateContext,
): Promise<number> {
  const samples: Partial<Record<ExportFile, Sample>> = {};
  for (const kind of ['cases', 'connections', 'scores'] as const) {
    const file = files[kind];
    if (file !== undefined) samples[kind] = await sampleOf(file);
  }
  const { mapping, valuesCopied, valuesLeft } = suggestMapping(samples, { language, withValues });
  stdout.write(`${JSON.stringify(mapping, null, 2)}\n`);
  stderr.write(`${AFTERWARDS[language]}\n`);
  if (valuesCopied.length > 0) stderr.write(`${wordsOfCopied(valuesCopied)[language]}\n`);
  if (valuesLeft.length > 0) stderr.write(`${wordsOfLeft(valuesLeft)[language]}\n`);
  return 0;
}

async function sampleOf(file: string): Promise<Sample> {
  let headings: readonly string[] = [];
  const rows: (readonly string[])[] = [];
  let encoding: Sample['encoding'];
  const reader = createExportReader(
    {},
    {
      headings(cells) {
        headings = cells;
      },
      row(cells) {
        if (rows.length < ROWS_LOOKED_AT) rows.push(cells);
      },
      recognised(found) {
        encoding = found;
      },
      fault(id) {
        throw new CannotRun(UNREADABLE[id](file));
      },
    },
  );
  await streamFile(file, reader);
  return { file: basename(file), headings, rows, encoding };
}

const UNREADABLE: Readonly<
  Record<'file-not-empty' | 'text-readable' | 'quotes-closed', (file: string) => Text>
> = {
  'file-not-empty': (file) => ({ en: `${file} has no headings.`, cy: `Nid oes penawdau yn ${file}.` }),
  'text-readable': (file) => ({
    en: `${file} is neither UTF-8 nor Windows-1252 throughout: save it as UTF-8 first.`,
    cy: `Nid UTF-8 na Windows-1252 yw ${file} drwyddi draw: cadwch hi fel UTF-8 yn gyntaf.`,
  }),
  'quotes-closed': (file) => ({
    en: `A quotation mark in ${file} is not closed.`,
    cy: `Nid yw dyfynnod yn ${file} wedi ei gau.`,
  }),
};

function wordsOfCopied(columns: readonly string[]): Text {
  const names = columns.join(', ');
  return {
    en: `Values were copied into it from: ${names}. Look through them before others can read the file.`,
    cy: `Copïwyd gwerthoedd iddo o: ${names}. Edrychwch drwyddynt cyn i eraill allu darllen y ffeil.`,
  };
}

function wordsOfLeft(columns: readonly string[]): Text {
  const names = columns.join(', ');
  return {
    en: `Values that no code was found for were not copied from: ${names}. They may be about people; --with-values copies them.`,
    cy: `Ni chopïwyd gwerthoedd na chafwyd cod ar eu cyfer o: ${names}. Gallent fod am bobl; mae --with-values yn eu copïo.`,
  };
}

const AFTERWARDS: Text = {
  en: 'A proposal only: its comments say what to check. Give it a name, a header, and a code for each value that has none.',
  cy: "Cynnig yn unig: mae ei sylwadau'n dweud beth i'w wirio. Rhowch enw a phennyn iddo, a chod i bob gwerth sydd heb un.",
};
