import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  DEFAULT_UNTIL,
  MAXIMUM_SEED,
  type NamedReturn,
  synthesiseWales,
} from '../standard/synthesise/synthesise-wales.ts';
import { syntheticServices } from '../standard/synthesise/synthetic-services.ts';
import { writeDocument } from '../standard/synthesise/write-document.ts';
import type { Language, Text } from '../standard/text.ts';

const DEFAULT_FOLDER = 'synthetic-wales';

const USAGE: Text = {
  en: [
    'Usage:',
    `  spcd synthesise [--nation wales] [--quarters 8] [--seed 1] [--until ${DEFAULT_UNTIL}] [--out ${DEFAULT_FOLDER}]`,
    '',
    'Writes invented returns of the seven Welsh health boards, one file for each board and quarter, and the',
    'services register that goes with them. Nobody was counted: people are drawn from census figures.',
    'The same seed gives the same files, byte for byte.',
  ].join('\n'),
  cy: [
    'Defnydd:',
    `  spcd synthesise [--nation wales] [--quarters 8] [--seed 1] [--until ${DEFAULT_UNTIL}] [--out ${DEFAULT_FOLDER}]`,
    '',
    "Mae'n ysgrifennu ffurflenni dychmygol saith bwrdd iechyd Cymru, un ffeil i bob bwrdd a chwarter, a'r gofrestr",
    "gwasanaethau sy'n cyd-fynd â nhw. Ni chyfrifwyd neb: daw'r bobl o ffigurau'r cyfrifiad.",
    "Mae'r un hedyn yn rhoi'r un ffeiliau, beit am feit.",
  ].join('\n'),
};

/** What the command is given: where it speaks, in which language, and where relative folders start. */
export interface SynthesiseContext {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly language: Language;
  readonly workingFolder: string;
}

/**
 * `spcd synthesise`: writes synthetic returns and their services register into a folder.
 *
 * Files of the same names are replaced; nothing else in the folder is touched.
 *
 * @returns The exit code: 0 done, 2 a command line that cannot be followed.
 * @throws Whatever the file system reports; whoever started the command reports it.
 */
export async function synthesiseCommand(
  argv: readonly string[],
  context: SynthesiseContext,
): Promise<number> {
  const { stdout, stderr, language } = context;
  const request = readRequest(argv);
  if ('misuse' in request) {
    stderr.write(`${request.misuse[language]}\n\n${USAGE[language]}\n`);
    return 2;
  }
  if (request.help) {
    stdout.write(`${USAGE[language]}\n`);
    return 0;
  }
  const folder = resolve(context.workingFolder, request.out);
  await mkdir(folder, { recursive: true });
  let written = 0;
  for (const { name, document } of request.returns) {
    await writeFile(join(folder, name), writeDocument(document));
    written += 1;
  }
  await writeFile(join(folder, 'services.json'), `${JSON.stringify(syntheticServices(), null, 2)}\n`);
  stdout.write(`${wordsOfResult(written, request.out)[language]}\n`);
  return 0;
}

type Request =
  | { readonly help: true }
  | { readonly help: false; readonly out: string; readonly returns: Iterable<NamedReturn> };

function readRequest(argv: readonly string[]): Request | { readonly misuse: Text } {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        nation: { type: 'string', default: 'wales' },
        quarters: { type: 'string', default: '8' },
        seed: { type: 'string', default: '1' },
        until: { type: 'string', default: DEFAULT_UNTIL },
        out: { type: 'string', default: DEFAULT_FOLDER },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { help: true };
    if (values.nation !== 'wales') return { misuse: ONLY_WALES };
    const { quarters, seed, until } = values;
    const returns = synthesiseWales({ quarters: wholeNumber(quarters), seed: wholeNumber(seed), until });
    return { help: false, out: values.out, returns };
  } catch (error) {
    if (error instanceof RangeError) return { misuse: OUT_OF_RANGE };
    // `node:util` parseArgs speaks English only: its words name the option, ours say what is wrong.
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')) {
      return {
        misuse: {
          en: `The command line cannot be read: ${error.message}`,
          cy: `Ni ellir darllen y llinell orchymyn: ${error.message}`,
        },
      };
    }
    throw error;
  }
}

/** Digits only: `1e3` and an empty text are not numbers that somebody means. */
function wholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

const ONLY_WALES: Text = {
  en: '--nation takes wales: the census figures of other nations are not here yet.',
  cy: 'Mae --nation yn cymryd wales: nid yw ffigurau cyfrifiad y gwledydd eraill yma eto.',
};

const OUT_OF_RANGE: Text = {
  en: [
    '--quarters takes a whole number from 1, --until a quarter such as 2026-Q3, and the first quarter is 2019-Q2',
    `or later. --seed takes a whole number from 0 to ${MAXIMUM_SEED}.`,
  ].join('\n'),
  cy: [
    "Mae --quarters yn cymryd rhif cyfan o 1 i fyny, --until chwarter fel 2026-Q3, a'r chwarter cyntaf yw 2019-Q2",
    `neu'n hwyrach. Mae --seed yn cymryd rhif cyfan o 0 i ${MAXIMUM_SEED}.`,
  ].join('\n'),
};

function wordsOfResult(written: number, folder: string): Text {
  return {
    en: `Wrote ${written} synthetic returns and services.json to ${folder}. Nobody was counted: the people are invented.`,
    cy: `Ysgrifennwyd ${written} o ffurflenni synthetig a services.json i ${folder}. Ni chyfrifwyd neb: pobl ddychmygol ydynt.`,
  };
}
