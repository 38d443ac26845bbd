import { type RequestFault, ServiceError } from '../../errors.ts';
import { CODE_LISTS } from '../../standard/generated/code-lists.ts';
import type { TableName } from '../../standard/generated/tables.ts';
import type { Return } from '../../standard/generated/types.ts';
import { suggest } from '../../standard/suggest.ts';
import { type Board, NATIONS } from '../../standard/synthesise/board.ts';
import {
  boardsOfNation,
  DEFAULT_UNTIL,
  synthesiseReturns,
} from '../../standard/synthesise/synthesise-returns.ts';
import type { Text } from '../../standard/text.ts';

/** People referred in a year to the invented organisation: enough for every table, and soon drawn. */
const REFERRED_A_YEAR = 600;
const SEED = 1;

const BOARDS: readonly Board[] = NATIONS.flatMap(boardsOfNation);

/**
 * A return of one table with invented figures: small, valid, and the same whenever it is asked for.
 *
 * @param period - A quarter, such as `2026-Q1`.
 * @throws {ServiceError} REQUEST_MALFORMED where there is no such return: the organisation is not one that sends
 *   them, the quarter is out of reach, the code was not valid then, or the table is sent in January to March only.
 */
export function syntheticTemplate(table: TableName, submitter: string, period: string): Return {
  const board = BOARDS.find((each) => each.submitter === submitter);
  if (board === undefined) throw unknownSubmitter(submitter);
  const document = drawReturn(table, board, period);
  if (document !== undefined) return document;
  // A board that could send profiles is there: the table is one that comes once a year.
  if (drawReturn('profiles', board, period) === undefined) throw refuse('period', NOT_YET_THERE);
  throw refuse('period', onlyOnceAYear(table), { nearest: `${period.slice(0, 4)}-Q1` });
}

function drawReturn(table: TableName, board: Board, period: string): Return | undefined {
  const boards = [{ ...board, referredAYear: REFERRED_A_YEAR }];
  try {
    const [made] = synthesiseReturns({ boards, quarters: 1, until: period, seed: SEED, tables: [table] });
    return made?.document;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refuse('period', BEFORE_THE_FIRST, { nearest: DEFAULT_UNTIL });
  }
}

function unknownSubmitter(given: string): ServiceError {
  const candidates = CODE_LISTS.organisations.codes.filter(({ code }) =>
    BOARDS.some(({ submitter }) => submitter === code),
  );
  const nearest = suggest(given, candidates);
  return refuse('submitter', UNKNOWN_SUBMITTER, {
    choices: BOARDS.map((board) => board.submitter),
    ...(nearest === null ? {} : { nearest }),
  });
}

function refuse(parameter: string, detail: Text, more: Partial<RequestFault> = {}): ServiceError {
  return new ServiceError('REQUEST_MALFORMED', detail, {}, { errors: [{ parameter, detail, ...more }] });
}

const UNKNOWN_SUBMITTER: Text = {
  en: 'submitter must be the code of an organisation that sends returns; choices names them.',
  cy: "Rhaid i submitter fod yn god sefydliad sy'n anfon ffurflenni; mae choices yn eu henwi.",
};

const BEFORE_THE_FIRST: Text = {
  en: 'period must be 2019-Q2 or later: the organisations were others before.',
  cy: 'Rhaid i period fod yn 2019-Q2 neu wedi hynny: roedd y sefydliadau yn rhai eraill cynt.',
};

const NOT_YET_THERE: Text = {
  en: 'The code of this organisation was not valid throughout this period.',
  cy: 'Nid oedd cod y sefydliad hwn yn ddilys drwy gydol y cyfnod hwn.',
};

function onlyOnceAYear(table: TableName): Text {
  return {
    en: `${table} is sent once a year, for January to March: ask for a period that ends in -Q1.`,
    cy: `Anfonir ${table} unwaith y flwyddyn, ar gyfer Ionawr i Fawrth: gofynnwch am gyfnod sy'n gorffen â -Q1.`,
  };
}
