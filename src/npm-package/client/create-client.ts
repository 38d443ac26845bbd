import type { Report } from '../../standard/finding.ts';
import { type AnswerOf, createCaller, type OperationId, type ParametersOf } from './call-operation.ts';
import type { CallOptions, ClientOptions } from './client-options.ts';
import type { Operations, Receipt, SubmissionsAnswer } from './generated/operations.ts';
import { type ReturnBody, requestBodyOf } from './request-body.ts';
import {
  type Confirmation,
  type ReturnOptions,
  type SubmitOptions,
  submitReturn,
  validateReturnAt,
} from './send-return.ts';
import type { SubmissionJob } from './wait-for-job.ts';

/** The tables of which figures can be asked. */
export type FiguresTable = OperationId extends infer Id
  ? Id extends `describe_${infer Table}`
    ? Table
    : never
  : never;

export type SubmissionSummary = SubmissionsAnswer['submissions'][number];

/** What is said with any operation. */
export interface RequestOptions extends CallOptions {
  /** The state that the thing must still be in, from the ETag of an answer. */
  readonly ifMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** A service of the standard, as a program uses it. */
export interface Client {
  /** Sends a return. Gives the receipt whether or not it was accepted: look at `state`. */
  submit(body: ReturnBody, options?: SubmitOptions): Promise<Receipt>;
  /** Has a return checked; nothing is stored. Needs no key. */
  validate(body: ReturnBody, options?: ReturnOptions): Promise<Report>;
  /** Whom the key speaks for. */
  me(options?: CallOptions): Promise<AnswerOf<'getMe'>>;
  /** What the organisation has sent, newest first, page after page as they are asked for. */
  submissions(
    options?: CallOptions & { readonly pageSize?: number },
  ): AsyncGenerator<SubmissionSummary, void>;
  submission(id: string, options?: CallOptions): Promise<Receipt>;
  /** What was found in a submission, by rule or by row, a page at a time. */
  findings(
    id: string,
    question?: Omit<ParametersOf<'listFindings'>, 'id'>,
    options?: CallOptions,
  ): Promise<AnswerOf<'listFindings'>>;
  /** What a submission changed against what stood before it. */
  changes(id: string, options?: CallOptions): Promise<AnswerOf<'describeChanges'>>;
  /** Confirms, each with a reason, what rules ask of a submission that is held; gives the receipt as it then is. */
  verify(
    id: string,
    verifications: readonly (Confirmation & { readonly words?: string | undefined })[],
    options?: RequestOptions,
  ): Promise<Receipt>;
  /** How far a return is that is taken in later; its id is that of the submission it becomes. */
  job(id: string, options?: CallOptions): Promise<SubmissionJob>;
  /** Cancels a return before it is taken in. */
  cancelJob(id: string, options?: CallOptions): Promise<void>;
  /** Takes figures back, as long as they are as `ifMatch` says: as they are now, where it is not given. */
  withdraw(
    id: string,
    body: Operations['withdrawSubmission']['body'],
    options?: RequestOptions,
  ): Promise<Receipt>;
  /** Asks a question of published figures. */
  data<Table extends FiguresTable>(
    table: Table,
    question: ParametersOf<`query_${Table}`>,
    options?: CallOptions,
  ): Promise<AnswerOf<`query_${Table}`>>;
  /** Who returned what in a release, who had to and did not, and what is said of it. */
  coverage(question?: ParametersOf<'getCoverage'>, options?: CallOptions): Promise<AnswerOf<'getCoverage'>>;
  releases(options?: CallOptions): Promise<AnswerOf<'listReleases'>>;
  release(id: string, options?: CallOptions): Promise<AnswerOf<'getRelease'>>;
  codeLists(
    question?: ParametersOf<'listCodeLists'>,
    options?: CallOptions,
  ): Promise<AnswerOf<'listCodeLists'>>;
  codeList(id: string, options?: CallOptions): Promise<AnswerOf<'getCodeList'>>;
  glossary(question?: ParametersOf<'listGlossary'>, options?: CallOptions): Promise<AnswerOf<'listGlossary'>>;
  /** Calls any operation of the service by the id it has in the OpenAPI document. */
  request<Id extends OperationId>(
    id: Id,
    parameters: ParametersOf<Id>,
    ...options: OptionsOf<Id>
  ): Promise<AnswerOf<Id>>;
}

/** What is said with an operation: of one that takes JSON besides returns, that too. */
type OptionsOf<Id extends OperationId> = Operations[Id] extends { readonly body: infer Body }
  ? [options: RequestOptions & { readonly body: Body }]
  : [options?: RequestOptions];

/** The options of a request that changes something, with a name of its own, so that it can be made again. */
function nameOnce(options: RequestOptions = {}): RequestOptions {
  return { ...options, idempotencyKey: options.idempotencyKey ?? crypto.randomUUID() };
}

/**
 * Makes a client of one service.
 *
 * Requests that are safe to make again are made again when a connection breaks or the service is busy. Any call throws
 * a `ProblemError` when it is refused and a `NoAnswerError` when no answer comes.
 *
 * @throws {Error} If the address is none, or a key would travel unencrypted.
 * @example
 * const client = createClient({ baseUrl: 'https://data.example.wales', key: process.env.SPCD_KEY });
 * const receipt = await client.submit(() => createReadStream('return.json'));
 */
export function createClient(options: ClientOptions): Client {
  const call = createCaller(options);
  const ask = async <Id extends OperationId>(
    id: Id,
    parameters: ParametersOf<Id>,
    { body, ifMatch, idempotencyKey, signal }: RequestOptions & { readonly body?: unknown } = {},
  ): Promise<AnswerOf<Id>> => {
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    };
    const sent = body === undefined ? undefined : requestBodyOf(JSON.stringify(body));
    const { json } = await call(id, { parameters, headers, body: sent, signal });
    return json as AnswerOf<Id>;
  };
  const tagOf = async (id: string, { signal }: CallOptions) => {
    const { headers } = await call('getSubmission', { parameters: { id }, signal });
    return headers.get('etag') ?? undefined;
  };
  return {
    request: (id, parameters, ...[wishes]) => ask(id, parameters, wishes),
    submit: (body, wishes = {}) =>
      submitReturn(call, body, { ...wishes, language: options.language ?? 'en' }),
    validate: (body, wishes = {}) => validateReturnAt(call, body, wishes),
    me: (wishes) => ask('getMe', {}, wishes),
    async *submissions({ pageSize, signal } = {}) {
      let before: string | null | undefined;
      while (before !== null) {
        const page = await ask('listSubmissions', { limit: pageSize, before }, { signal });
        yield* page.submissions;
        before = page.next;
      }
    },
    submission: (id, wishes) => ask('getSubmission', { id }, wishes),
    findings: (id, question = {}, wishes) => ask('listFindings', { ...question, id }, wishes),
    changes: (id, wishes) => ask('describeChanges', { id }, wishes),
    verify: (id, verifications, wishes) =>
      ask(
        'verifySubmission',
        { id },
        { ...nameOnce(wishes), body: { verifications } as Operations['verifySubmission']['body'] },
      ),
    job: (id, wishes) => ask('getSubmissionJob', { id }, wishes),
    async cancelJob(id, wishes) {
      await ask('cancelSubmissionJob', { id }, wishes);
    },
    async withdraw(id, body, wishes = {}) {
      const ifMatch = wishes.ifMatch ?? (await tagOf(id, wishes));
      return ask('withdrawSubmission', { id }, { ...nameOnce(wishes), body, ifMatch });
    },
    data: (table, question, wishes) => ask(`query_${table}`, question, wishes),
    coverage: (question = {}, wishes) => ask('getCoverage', question, wishes),
    releases: (wishes) => ask('listReleases', {}, wishes),
    release: (id, wishes) => ask('getRelease', { id }, wishes),
    codeLists: (question = {}, wishes) => ask('listCodeLists', question, wishes),
    codeList: (id, wishes) => ask('getCodeList', { id }, wishes),
    glossary: (question = {}, wishes) => ask('listGlossary', question, wishes),
  };
}
