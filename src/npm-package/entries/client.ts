export type { AnswerOf, OperationId, ParametersOf } from '../client/call-operation.ts';
export type { CallOptions, ClientOptions } from '../client/client-options.ts';
export {
  type Client,
  createClient,
  type FiguresTable,
  type RequestOptions,
  type SubmissionSummary,
} from '../client/create-client.ts';
export type { Operations, Problem, Receipt } from '../client/generated/operations.ts';
export { NoAnswerError, ProblemError, SubmissionCancelledError } from '../client/problem-error.ts';
export type { RepeatNotice, RepeatOptions } from '../client/repeat.ts';
export type { ByteStream, ReturnBody } from '../client/request-body.ts';
export type { Confirmation, ReturnFormat, ReturnOptions, SubmitOptions } from '../client/send-return.ts';
export type { JobOptions, SubmissionJob } from '../client/wait-for-job.ts';
