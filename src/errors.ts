import type { Text } from './standard/text.ts';

interface CatalogueEntry {
  /** HTTP status. */
  readonly status: number;
  readonly title: Text;
  /** What the caller can do about it. */
  readonly remedy: Text;
}

/**
 * Every error a caller can meet, one row per code.
 *
 * `tests/contract/error-catalogue.test.ts` fails when a code has no heading in `docs/errors.md`, or a
 * heading has no code.
 */
export const ERROR_CATALOGUE = {
  REQUEST_MALFORMED: {
    status: 400,
    title: { en: 'The request could not be read', cy: 'Nid oedd modd darllen y cais' },
    remedy: {
      en: 'Mend what `errors` names and send it again.',
      cy: "Cywirwch yr hyn y mae `errors` yn ei enwi a'i anfon eto.",
    },
  },
  QUESTION_NOT_IN_LATTICE: {
    status: 400,
    title: { en: 'This question cannot be asked', cy: 'Ni ellir gofyn y cwestiwn hwn' },
    remedy: {
      en: 'Ask the nearest question that `errors` names, or read the dimensions of the table.',
      cy: "Gofynnwch y cwestiwn agosaf y mae `errors` yn ei enwi, neu darllenwch ddimensiynau'r tabl.",
    },
  },
  PARAMETER_UNKNOWN: {
    status: 400,
    title: { en: 'There is no such parameter', cy: "Nid oes paramedr o'r fath" },
    remedy: {
      en: 'Use one of the parameters listed in `choices`. Nothing is ignored in silence.',
      cy: "Defnyddiwch un o'r paramedrau a restrir yn `choices`. Ni chaiff dim ei anwybyddu'n dawel.",
    },
  },
  PARAMETER_MISSING: {
    status: 400,
    title: { en: 'A parameter is missing', cy: 'Mae paramedr ar goll' },
    remedy: {
      en: 'Add the parameter that `errors` names.',
      cy: 'Ychwanegwch y paramedr y mae `errors` yn ei enwi.',
    },
  },
  UNAUTHENTICATED: {
    status: 401,
    title: { en: 'A valid key is needed', cy: 'Mae angen allwedd ddilys' },
    remedy: {
      en: 'Send `Authorization: Bearer <key>` with a key that is neither expired nor revoked.',
      cy: "Anfonwch `Authorization: Bearer <key>` gydag allwedd nad yw wedi dod i ben na'i dirymu.",
    },
  },
  FORBIDDEN: {
    status: 403,
    title: { en: 'This key may not do that', cy: 'Ni chaiff yr allwedd hon wneud hynny' },
    remedy: {
      en: 'Use a key with the scope that is named.',
      cy: "Defnyddiwch allwedd sydd â'r hawl a enwir.",
    },
  },
  ORGANISATION_MISMATCH: {
    status: 403,
    title: {
      en: 'The key belongs to another organisation',
      cy: "Mae'r allwedd yn perthyn i sefydliad arall",
    },
    remedy: {
      en: 'Name the organisation of your key as `submitter`, or use the key of that organisation.',
      cy: 'Enwch sefydliad eich allwedd fel `submitter`, neu defnyddiwch allwedd y sefydliad hwnnw.',
    },
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    title: { en: 'There is nothing at this address', cy: 'Nid oes dim yn y cyfeiriad hwn' },
    remedy: {
      en: 'GET / links to everything this service has.',
      cy: 'Mae GET / yn cysylltu â phopeth sydd gan y gwasanaeth hwn.',
    },
  },
  RELEASE_NOT_FOUND: {
    status: 404,
    title: { en: 'There is no such release', cy: "Nid oes datganiad o'r fath" },
    remedy: { en: 'GET /v1/releases lists them.', cy: 'Mae GET /v1/releases yn eu rhestru.' },
  },
  SUBMISSION_NOT_FOUND: {
    status: 404,
    title: {
      en: 'Your organisation has no such submission',
      cy: "Nid oes gan eich sefydliad gyflwyniad o'r fath",
    },
    remedy: {
      en: 'GET /v1/submissions lists those of your organisation.',
      cy: 'Mae GET /v1/submissions yn rhestru rhai eich sefydliad.',
    },
  },
  JOB_NOT_FOUND: {
    status: 404,
    title: {
      en: 'Your organisation has nothing waiting under this id',
      cy: 'Nid oes gan eich sefydliad ddim yn aros o dan yr id hwn',
    },
    remedy: {
      en: 'Use the address that the 202 answer gave in `Location`.',
      cy: 'Defnyddiwch y cyfeiriad a roddodd yr ateb 202 yn `Location`.',
    },
  },
  TABLE_NOT_FOUND: {
    status: 404,
    title: { en: 'There is no such table', cy: "Nid oes tabl o'r fath" },
    remedy: { en: 'Use one of the tables in `choices`.', cy: "Defnyddiwch un o'r tablau yn `choices`." },
  },
  RULE_NOT_FOUND: {
    status: 404,
    title: { en: 'There is no such rule', cy: "Nid oes rheol o'r fath" },
    remedy: { en: 'GET /v1/rules lists them.', cy: 'Mae GET /v1/rules yn eu rhestru.' },
  },
  ENTRY_NOT_FOUND: {
    status: 404,
    title: { en: 'The standard has no such entry', cy: "Nid oes gan y safon gofnod o'r fath" },
    remedy: {
      en: 'Ask the same address without the id: it lists what there is.',
      cy: "Gofynnwch am yr un cyfeiriad heb yr id: mae'n rhestru'r hyn sydd yno.",
    },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: {
      en: 'This address does not take that method',
      cy: "Nid yw'r cyfeiriad hwn yn derbyn y dull hwnnw",
    },
    remedy: {
      en: 'Use a method that the `Allow` header names.',
      cy: 'Defnyddiwch ddull y mae pennyn `Allow` yn ei enwi.',
    },
  },
  NOT_ACCEPTABLE: {
    status: 406,
    title: {
      en: 'We cannot answer in a form you accept',
      cy: 'Ni allwn ateb mewn ffurf yr ydych yn ei derbyn',
    },
    remedy: {
      en: 'Accept one of the media types in `choices`.',
      cy: "Derbyniwch un o'r mathau cyfrwng yn `choices`.",
    },
  },
  REQUEST_TIMEOUT: {
    status: 408,
    title: { en: 'The request took too long to arrive', cy: 'Cymerodd y cais ormod o amser i gyrraedd' },
    remedy: { en: 'Send it again over a faster line.', cy: 'Anfonwch ef eto dros linell gyflymach.' },
  },
  STATE_DOES_NOT_ALLOW: {
    status: 409,
    title: { en: 'Its state does not allow this', cy: 'Nid yw ei gyflwr yn caniatáu hyn' },
    remedy: {
      en: 'Nothing was changed. Read its state, which says what can still be done.',
      cy: "Ni newidiwyd dim. Darllenwch ei gyflwr, sy'n dweud beth y gellir ei wneud o hyd.",
    },
  },
  RELEASE_WITHDRAWN: {
    status: 410,
    title: { en: 'This release was withdrawn', cy: 'Tynnwyd y datganiad hwn yn ôl' },
    remedy: {
      en: 'Read `withdrawal`, delete your copies of its figures, and ask `latest` or another release.',
      cy: "Darllenwch `withdrawal`, dilëwch eich copïau o'i ffigurau, a gofynnwch am `latest` neu ddatganiad arall.",
    },
  },
  PRECONDITION_FAILED: {
    status: 412,
    title: { en: 'It has changed since you read it', cy: 'Mae wedi newid ers i chi ei ddarllen' },
    remedy: {
      en: 'Read it again, look at what has changed, and repeat with the new ETag in `If-Match`.',
      cy: "Darllenwch ef eto, edrychwch ar yr hyn sydd wedi newid, a rhowch gynnig arall gyda'r ETag newydd yn `If-Match`.",
    },
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    title: { en: 'The request is larger than we accept', cy: "Mae'r cais yn fwy nag a dderbyniwn" },
    remedy: {
      en: 'GET /v1/config gives the limits. A large return may be sent table by table.',
      cy: "Mae GET /v1/config yn rhoi'r terfynau. Gellir anfon ffurflen fawr fesul tabl.",
    },
  },
  ADDRESS_TOO_LONG: {
    status: 414,
    title: { en: 'The address is longer than we accept', cy: "Mae'r cyfeiriad yn hirach nag a dderbyniwn" },
    remedy: {
      en: 'Name fewer codes, or take the files of a release; `facts` and GET /v1/config give the limit.',
      cy: "Enwch lai o godau, neu cymerwch ffeiliau datganiad; mae `facts` a GET /v1/config yn rhoi'r terfyn.",
    },
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    title: { en: 'We do not read this media type', cy: 'Nid ydym yn darllen y math cyfrwng hwn' },
    remedy: {
      en: 'Send one of the media types in `choices`, in UTF-8 and without a content encoding.',
      cy: "Anfonwch un o'r mathau cyfrwng yn `choices`, yn UTF-8 a heb amgodio cynnwys.",
    },
  },
  RANGE_NOT_SATISFIABLE: {
    status: 416,
    title: { en: 'The file has no such part', cy: "Nid oes gan y ffeil ran o'r fath" },
    remedy: {
      en: 'Content-Range gives the length of the file. Ask for bytes within it, or for the whole file.',
      cy: "Mae Content-Range yn rhoi hyd y ffeil. Gofynnwch am feitiau o'i mewn, neu am y ffeil gyfan.",
    },
  },
  EXPECTATION_FAILED: {
    status: 417,
    title: {
      en: 'The request expects what we do not do',
      cy: "Mae'r cais yn disgwyl yr hyn nad ydym yn ei wneud",
    },
    remedy: {
      en: 'Leave the header Expect out, or send `Expect: 100-continue`.',
      cy: 'Gadewch y pennyn Expect allan, neu anfonwch `Expect: 100-continue`.',
    },
  },
  IDEMPOTENCY_KEY_IN_USE: {
    status: 409,
    title: { en: 'This request is being worked on already', cy: "Mae'r cais hwn eisoes yn cael ei brosesu" },
    remedy: {
      en: 'Wait for the seconds that `Retry-After` names and send the same request again: it then gets the answer of the first.',
      cy: 'Arhoswch am yr eiliadau y mae `Retry-After` yn eu henwi ac anfonwch yr un cais eto: bydd wedyn yn cael ateb y cyntaf.',
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: {
      en: 'The Idempotency-Key belongs to another request',
      cy: "Mae'r Idempotency-Key yn perthyn i gais arall",
    },
    remedy: {
      en: 'Use a new key for a new request; a repeated one must be the same to the last byte.',
      cy: 'Defnyddiwch allwedd newydd ar gyfer cais newydd; rhaid i gais a ailadroddir fod yr un fath hyd at y beit olaf.',
    },
  },
  SUBMISSION_REJECTED: {
    status: 422,
    title: { en: 'The submission does not meet the standard', cy: "Nid yw'r cyflwyniad yn bodloni'r safon" },
    remedy: {
      en: 'Mend what the findings in `receipt` name and send the whole return again. Nothing was stored but the report.',
      cy: "Cywirwch yr hyn y mae'r canfyddiadau yn `receipt` yn ei enwi ac anfonwch y ffurflen gyfan eto. Ni storiwyd dim ond yr adroddiad.",
    },
  },
  SUBMISSION_NEEDS_VERIFICATION: {
    status: 422,
    title: {
      en: 'The submission waits for your confirmation',
      cy: "Mae'r cyflwyniad yn aros am eich cadarnhad",
    },
    remedy: {
      en: 'Check each finding of the tier verify in `receipt`. Where figures are wrong, mend them and send the return again; where they are right, POST the rules and reasons to /verifications of the submission that `Location` names.',
      cy: "Gwiriwch bob canfyddiad o'r haen verify yn `receipt`. Lle mae ffigurau'n anghywir, cywirwch nhw ac anfonwch y ffurflen eto; lle maent yn gywir, anfonwch (POST) y rheolau a'r rhesymau i /verifications y cyflwyniad y mae `Location` yn ei enwi.",
    },
  },
  PRECONDITION_REQUIRED: {
    status: 428,
    title: { en: 'Say which state you have read', cy: 'Dywedwch pa gyflwr yr ydych wedi ei ddarllen' },
    remedy: {
      en: 'Read the submission and send the ETag of the answer as `If-Match`.',
      cy: 'Darllenwch y cyflwyniad ac anfonwch ETag yr ateb fel `If-Match`.',
    },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: { en: 'Too many requests', cy: 'Gormod o geisiadau' },
    remedy: {
      en: 'Wait for the seconds that `Retry-After` names.',
      cy: 'Arhoswch am yr eiliadau y mae `Retry-After` yn eu henwi.',
    },
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: { en: 'The headers are larger than we accept', cy: "Mae'r penynnau'n fwy nag a dderbyniwn" },
    remedy: { en: 'Send fewer or shorter headers.', cy: 'Anfonwch lai o benynnau, neu rai byrrach.' },
  },
  INTERNAL: {
    status: 500,
    title: { en: 'Something went wrong on our side', cy: "Aeth rhywbeth o'i le ar ein hochr ni" },
    remedy: {
      en: 'Tell the publisher the request id in `instance`.',
      cy: "Rhowch wybod i'r cyhoeddwr am y rhif cais yn `instance`.",
    },
  },
  UNAVAILABLE: {
    status: 503,
    title: { en: 'The service cannot answer just now', cy: 'Ni all y gwasanaeth ateb ar hyn o bryd' },
    remedy: { en: 'Try again in a while.', cy: 'Rhowch gynnig arall ymhen ychydig.' },
  },
  TIMEOUT: {
    status: 504,
    title: { en: 'The answer took too long', cy: 'Cymerodd yr ateb ormod o amser' },
    remedy: {
      en: 'Ask for less at once, or try again.',
      cy: 'Gofynnwch am lai ar y tro, neu rhowch gynnig arall.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** One thing wrong with a request: where, what, and what would have done. */
export interface RequestFault {
  /** Name of a query parameter, or of part of the address. */
  readonly parameter?: string;
  readonly header?: string;
  /** JSON Pointer into the body. */
  readonly pointer?: string;
  readonly detail: Text;
  readonly choices?: readonly string[];
  /** The choice most like what was given, or the nearest question that can be asked. */
  readonly nearest?: string;
  /** The whole address of the nearest question that is answered. */
  readonly nearest_url?: string;
}

export interface ServiceErrorOptions extends ErrorOptions {
  readonly errors?: readonly RequestFault[];
  /** Headers that go with the answer, such as `Allow`. Lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the problem, such as the receipt of a rejected submission. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** A failure to tell the caller about. What is wrong with their *data* is a `Finding`, not this. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ErrorCode;
  readonly detail: Text;
  /** Ids and limits the caller may need. Public: never put record contents here. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly errors: readonly RequestFault[];
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    detail: Text,
    facts: Readonly<Record<string, string | number>> = {},
    options: ServiceErrorOptions = {},
  ) {
    const { errors = [], headers = {}, members = {}, ...errorOptions } = options;
    super(detail.en, errorOptions);
    this.code = code;
    this.detail = detail;
    this.facts = facts;
    this.errors = errors;
    this.headers = headers;
    this.members = members;
  }
}
