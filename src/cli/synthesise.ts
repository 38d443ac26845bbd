import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import { type Board, NATIONS, type Nation } from '../standard/synthesise/board.ts';
import {
  boardsOfNation,
  DEFAULT_UNTIL,
  MAXIMUM_SEED,
  type NamedReturn,
  synthesiseReturns,
} from '../standard/synthesise/synthesise-returns.ts';
import { syntheticServices } from '../standard/synthesise/synthetic-services.ts';
import { writeDocument } from '../standard/synthesise/write-document.ts';
import type { Language, Text } from '../standard/text.ts';
import { takeLanguage } from './language-asked.ts';
import { isMisuse, wordsOfMisuse } from './words-of-misuse.ts';

/** Organisations of a nation other than Wales, when the command does not say how many. */
const BOARDS_ELSEWHERE = 2;

const COMMAND = `spcd synthesise [--nation wales|england|scotland|northern_ireland|all] [--boards N] [--tables a,b]
                  [--quarters 8] [--seed 1] [--until ${DEFAULT_UNTIL}] [--out synthetic-wales] [--lang en|cy]`;

const USAGE: Text = {
  en: [
    'Usage:',
    `  ${COMMAND}`,
    '',
    'Writes invented returns, one file for each organisation and quarter, and the services register that goes',
    'with them. Nobody was counted: people are drawn from census figures of Wales; for the other nations by the',
    `shares of Wales, because their own are not here. --boards is how many organisations of each nation: all of`,
    `Wales and ${BOARDS_ELSEWHERE} of another nation where it is not given. --tables leaves out the tables not named.`,
    'The same seed gives the same files, byte for byte.',
  ].join('\n'),
  cy: [
    'Defnydd:',
    `  ${COMMAND}`,
    '',
    "Mae'n ysgrifennu ffurflenni dychmygol, un ffeil i bob sefydliad a chwarter, a'r gofrestr gwasanaethau sy'n",
    "cyd-fynd â nhw. Ni chyfrifwyd neb: daw'r bobl o ffigurau cyfrifiad Cymru; ar gyfer y gwledydd eraill yn ôl",
    `cyfrannau Cymru, gan nad yw eu rhai hwy yma. --boards yw nifer sefydliadau pob cenedl: pob un yng Nghymru a`,
    `${BOARDS_ELSEWHERE} mewn cenedl arall lle na roddir ef. Mae --tables yn hepgor y tablau nas enwir.`,
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
  const { stdout, stderr } = context;
  const asked = takeLanguage(argv);
  const language = asked.language ?? context.language;
  const request = readRequest(asked.rest);
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
  const services = syntheticServices(request.boards);
  await writeFile(join(folder, 'services.json'), `${JSON.stringify(services, null, 2)}\n`);
  for (const each of request.fewer) stderr.write(`${each[language]}\n`);
  stdout.write(`${wordsOfResult(written, request.out)[language]}\n`);
  return 0;
}

type Request =
  | { readonly help: true }
  | {
      readonly help: false;
      readonly out: string;
      readonly boards: readonly Board[];
      /** Where fewer organisations are there than were asked for. */
      readonly fewer: readonly Text[];
      readonly returns: Iterable<NamedReturn>;
    };

function readRequest(argv: readonly string[]): Request | { readonly misuse: Text } {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        nation: { type: 'string', default: 'wales' },
        boards: { type: 'string' },
        tables: { type: 'string', default: TABLE_NAMES.join(',') },
        quarters: { type: 'string', default: '8' },
        seed: { type: 'string', default: '1' },
        until: { type: 'string', default: DEFAULT_UNTIL },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { help: true };
    const nations = nationsOf(values.nation);
    if (nations.length === 0) return { misuse: UNKNOWN_NATION };
    const tables = values.tables.split(',');
    if (!tables.every(isTable)) return { misuse: UNKNOWN_TABLE };
    const most = values.boards === undefined ? undefined : wholeNumber(values.boards);
    if (most !== undefined && !(most >= 1)) return { misuse: NOT_A_NUMBER_OF_BOARDS };
    const boards = nations.flatMap((nation) => chooseBoards(nation, most));
    const { quarters, seed, until, out = `synthetic-${values.nation.replaceAll('_', '-')}` } = values;
    const returns = synthesiseReturns({
      boards,
      quarters: wholeNumber(quarters),
      seed: wholeNumber(seed),
      until,
      tables,
    });
    const fewer = nations.flatMap((nation) => {
      const there = boardsOfNation(nation).length;
      return most !== undefined && most > there ? [wordsOfFewer(nation, there, most)] : [];
    });
    return { help: false, out, boards, fewer, returns };
  } catch (error) {
    if (error instanceof RangeError) return { misuse: OUT_OF_RANGE };
    if (isMisuse(error)) return { misuse: wordsOfMisuse(error) };
    throw error;
  }
}

function nationsOf(name: string): readonly Nation[] {
  return name === 'all' ? NATIONS : NATIONS.filter((nation) => nation === name);
}

function chooseBoards(nation: Nation, most: number | undefined): readonly Board[] {
  return boardsOfNation(nation).slice(0, most ?? (nation === 'wales' ? undefined : BOARDS_ELSEWHERE));
}

function isTable(name: string): name is TableName {
  return (TABLE_NAMES as readonly string[]).includes(name);
}

/** Digits only: `1e3` and an empty text are not numbers that somebody means. */
function wholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

const UNKNOWN_NATION: Text = {
  en: `--nation takes ${NATIONS.join(', ')} or all.`,
  cy: `Mae --nation yn cymryd ${NATIONS.join(', ')} neu all.`,
};

const UNKNOWN_TABLE: Text = {
  en: `--tables takes names joined by commas, from: ${TABLE_NAMES.join(', ')}.`,
  cy: `Mae --tables yn cymryd enwau wedi'u cysylltu â chomas, o blith: ${TABLE_NAMES.join(', ')}.`,
};

const NOT_A_NUMBER_OF_BOARDS: Text = {
  en: '--boards takes a whole number from 1.',
  cy: 'Mae --boards yn cymryd rhif cyfan o 1 i fyny.',
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

function wordsOfFewer(nation: Nation, there: number, asked: number): Text {
  return {
    en: `--nation ${nation} has ${there} organisations, not ${asked}: returns of all of them are written.`,
    cy: `${there} o sefydliadau sydd gan --nation ${nation}, nid ${asked}: ysgrifennir ffurflenni pob un ohonynt.`,
  };
}

function wordsOfResult(written: number, folder: string): Text {
  const returns: Text =
    written === 1
      ? { en: '1 synthetic return', cy: '1 ffurflen synthetig' }
      : { en: `${written} synthetic returns`, cy: `${written} o ffurflenni synthetig` };
  return {
    en: `Wrote ${returns.en} and services.json to ${folder}. Nobody was counted: the people are invented.`,
    cy: `Ysgrifennwyd ${returns.cy} a services.json i ${folder}. Ni chyfrifwyd neb: pobl ddychmygol ydynt.`,
  };
}
