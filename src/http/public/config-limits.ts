import { type Static, Type } from 'typebox';
import { MAXIMUM_CELLS, MAXIMUM_DIMENSIONS } from '../../standard/question-limits.ts';
import { MAXIMUM_ROWS } from '../../standard/read/csv-reader.ts';
import { MAXIMUM_DEPTH } from '../../standard/read/json-grammar.ts';
import { MAXIMUM_ROWS as MAXIMUM_SHEET_ROWS } from '../../standard/read/xlsx/read-sheet.ts';
import { MAXIMUM_RATIO, MAXIMUM_UNPACKED_BYTES } from '../../standard/read/zip/inflate-entry.ts';
import { PACKED_SHARE, roomFor, SMALL_BYTES } from '../../validation/pool-room.ts';
import { LIMITS, type ServiceLimits } from '../limits.ts';
import { described } from '../openapi/words.ts';
import { WINDOW_SECONDS } from '../request-quota.ts';

export const CONFIG_LIMITS_SHAPE = Type.Object(
  {
    return_bytes: Type.Record(Type.String(), Type.Integer()),
    returns_waiting: Type.Integer(
      described({
        en: 'How many returns of one organisation may wait to be taken in later.',
        cy: 'Faint o ffurflenni un sefydliad a gaiff aros i gael eu cymryd i mewn yn ddiweddarach.',
      }),
    ),
    bytes_waiting: Type.Integer(
      described({
        en: 'How many bytes these may have together.',
        cy: "Faint o feitiau y caiff y rhain eu cael gyda'i gilydd.",
      }),
    ),
    large_returns: Type.Object(
      {
        bytes: Type.Integer(
          described({
            en: 'A return of more bytes is large: it is checked in one of a limited number of places.',
            cy: "Mae ffurflen â mwy o feitiau'n fawr: caiff ei gwirio mewn un o nifer cyfyngedig o leoedd.",
          }),
        ),
        packed_bytes: Type.Integer(
          described({ en: 'The same of zip and XLSX.', cy: 'Yr un peth ar gyfer zip ac XLSX.' }),
        ),
        at_once: Type.Integer(),
        at_once_of_one_sender: Type.Integer(
          described({
            en: 'The most that one organisation has of them; so have all callers without a key together. The last quarter is for senders who have none yet.',
            cy: "Y mwyaf ohonynt sydd gan un sefydliad; felly hefyd bob galwr heb allwedd gyda'i gilydd. Mae'r chwarter olaf ar gyfer anfonwyr nad oes ganddynt yr un eto.",
          }),
        ),
        waiting: Type.Integer(
          described({
            en: 'How many may wait for a place; one more is told to come again.',
            cy: 'Faint a gaiff aros am le; dywedir wrth un arall am ddod eto.',
          }),
        ),
        waiting_of_one_sender: Type.Integer(),
      },
      { additionalProperties: false },
    ),
    returns_in_turn: Type.Integer(
      described({
        en: 'How many returns of one organisation may wait at once to be decided on; those of one period are decided on one after the other.',
        cy: "Faint o ffurflenni un sefydliad a gaiff aros ar yr un pryd am benderfyniad; penderfynir ar rai'r un cyfnod y naill ar ôl y llall.",
      }),
    ),
    csv_rows: Type.Integer(),
    workbook_rows: Type.Integer(
      described({
        en: 'Rows of one sheet, its headings left out.',
        cy: 'Rhesi un daflen, heb ei phenawdau.',
      }),
    ),
    unpacked_bytes: Type.Integer(
      described({
        en: 'Bytes of all that a zip or a workbook holds, unpacked. A file in it of more than 1 MiB may have at most `unpacked_times` of its packed size.',
        cy: "Beitiau popeth sydd mewn zip neu lyfr gwaith, wedi'i ddadbacio. Caiff ffeil ynddo sy'n fwy nag 1 MiB fod ar y mwyaf `unpacked_times` gwaith ei maint pecedig.",
      }),
    ),
    unpacked_times: Type.Integer(),
    json_depth: Type.Integer(
      described({
        en: 'How deep objects and arrays may stand in each other.',
        cy: 'Pa mor ddwfn y caiff gwrthrychau ac araeau sefyll yn ei gilydd.',
      }),
    ),
    header_bytes: Type.Integer(),
    request_seconds: Type.Number(),
    rate: Type.Union([Type.Object({ requests: Type.Integer(), seconds: Type.Integer() }), Type.Null()], {
      ...described({
        en: 'Requests of one address, and in how many seconds; null where they are not counted.',
        cy: 'Ceisiadau o un cyfeiriad, ac mewn sawl eiliad; null lle na chânt eu cyfrif.',
      }),
    }),
    questions_at_once: Type.Integer(),
    question_seconds: Type.Integer(),
    dimensions: Type.Integer(),
    cells: Type.Integer(),
  },
  described({
    en: 'Above them a request is refused; nothing is cut short.',
    cy: "Uwchlaw iddynt gwrthodir cais; ni chaiff dim ei dorri'n fyr.",
  }),
);

/** What `GET /v1/config` says of limits: those of every service, and those that the publisher has set. */
export function configLimitsOf({
  requestsPerMinute,
  questions,
  validationWorkers,
}: ServiceLimits): Static<typeof CONFIG_LIMITS_SHAPE> {
  return {
    return_bytes: { ...LIMITS.returnBytes },
    returns_waiting: LIMITS.waiting.ofOwner.returns,
    bytes_waiting: LIMITS.waiting.ofOwner.bytes,
    large_returns: largeReturnsOf(roomFor(validationWorkers)),
    returns_in_turn: LIMITS.returnsInTurn,
    csv_rows: MAXIMUM_ROWS,
    workbook_rows: MAXIMUM_SHEET_ROWS - 1,
    unpacked_bytes: MAXIMUM_UNPACKED_BYTES,
    unpacked_times: MAXIMUM_RATIO,
    json_depth: MAXIMUM_DEPTH,
    header_bytes: LIMITS.headerBytes,
    request_seconds: LIMITS.requestMs / 1000,
    rate: requestsPerMinute === 0 ? null : { requests: requestsPerMinute, seconds: WINDOW_SECONDS },
    questions_at_once: questions.atOnce + questions.waiting,
    question_seconds: questions.seconds,
    dimensions: MAXIMUM_DIMENSIONS,
    cells: MAXIMUM_CELLS,
  };
}

function largeReturnsOf(room: ReturnType<typeof roomFor>) {
  return {
    bytes: SMALL_BYTES,
    packed_bytes: SMALL_BYTES * PACKED_SHARE,
    at_once: room.atOnce,
    at_once_of_one_sender: room.atOnceOfOwner,
    waiting: room.waiting,
    waiting_of_one_sender: room.waitingOfOwner,
  };
}
