import { resolve } from 'node:path';
import type { ClientOptions } from '../npm-package/client/client-options.ts';
import { type Client, createClient } from '../npm-package/client/create-client.ts';
import type { Receipt } from '../npm-package/client/generated/operations.ts';
import {
  NoAnswerError,
  ProblemError,
  SubmissionCancelledError,
} from '../npm-package/client/problem-error.ts';
import { isInUse } from '../npm-package/client/repeat.ts';
import type { Text } from '../standard/text.ts';
import { CannotRun } from './cannot-run.ts';
import { headerToSend } from './header-to-send.ts';
import { type PendingSubmission, pendingFolder, pendingSubmission } from './pending-submission.ts';
import { renderReceipt } from './render-receipt.ts';
import { openReturnUpload, type ReturnUpload } from './return-upload.ts';
import { parseSubmitLine, readConfirms, readKey, readUrl, type SubmitValues } from './submit-options.ts';
import { submitProgress } from './submit-progress.ts';
import { SUBMIT_USAGE } from './submit-usage.ts';
import type { Terminal } from './terminal.ts';

const ACCEPTED = 0;
const NOT_ACCEPTED = 1;
const COULD_NOT_RUN = 2;
const NO_ANSWER = 3;

/**
 * `spcd submit`: sends a return to a service.
 *
 * @returns The exit code: 0 accepted, 1 refused or to be confirmed, 2 could not run, 3 the service could not be reached
 *   or could not answer.
 */
export async function submitCommand(argv: readonly string[], given: Terminal): Promise<number> {
  let terminal = given;
  try {
    const { values, positionals } = parseSubmitLine(argv);
    if (values.lang === 'en' || values.lang === 'cy') terminal = { ...given, language: values.lang };
    if (values.help) {
      terminal.stdout.write(`${SUBMIT_USAGE[terminal.language]}\n`);
      return ACCEPTED;
    }
    if (values.lang !== undefined && values.lang !== terminal.language) throw wrongLanguage(values.lang);
    const [file, ...others] = positionals;
    if (values.verify !== undefined) return await verify(values.verify, positionals, values, terminal);
    if (file === undefined || others.length > 0) {
      throw new CannotRun({
        en: `Name one file.\n\n${SUBMIT_USAGE.en}`,
        cy: `Enwch un ffeil.\n\n${SUBMIT_USAGE.cy}`,
      });
    }
    return await submit(file, values, terminal);
  } catch (error) {
    return explain(error, terminal);
  }
}

/** Confirms what rules ask of a submission that is held, and prints its receipt as it then is. */
async function verify(
  id: string,
  files: readonly string[],
  values: SubmitValues,
  terminal: Terminal,
): Promise<number> {
  const { environment, language, stdout } = terminal;
  const verifications = readConfirms(values.confirm);
  if (files.length > 0 || verifications.length === 0) {
    throw new CannotRun({
      en: '--verify takes the id of a submission that is held, and what is confirmed as --confirm RULE:WHY; it takes no file.',
      cy: "Mae --verify yn cymryd id cyflwyniad sy'n cael ei ddal, a'r hyn a gadarnheir fel --confirm RHEOL:PAM; nid yw'n cymryd ffeil.",
    });
  }
  const key = await readKey(values, terminal);
  const baseUrl = readUrl(values, environment);
  const client = connect({ baseUrl, key, language, allowPlainHttp: values['allow-plain-http'] });
  const receipt = await client.verify(id, verifications);
  stdout.write(
    values.json ? `${JSON.stringify(receipt, null, 2)}\n` : renderReceipt(receipt, language, 'json'),
  );
  return receipt.state === 'accepted' ? ACCEPTED : NOT_ACCEPTED;
}

async function submit(file: string, values: SubmitValues, terminal: Terminal): Promise<number> {
  const { environment, workingFolder, language, stdin, stdout } = terminal;
  const key = await readKey(values, terminal);
  const url = readUrl(values, environment);
  const confirm = readConfirms(values.confirm);
  const place = (path: string) => (path === '-' ? path : resolve(workingFolder, path));
  const settings = values.period === undefined ? values.set : [...values.set, `period=${values.period}`];
  const header = values.header === undefined ? undefined : place(values.header);
  const upload = await openReturnUpload({ ...values, file: place(file), header, set: settings }, stdin);
  const progress = submitProgress(upload.bytes, terminal);
  try {
    const client = connect({
      baseUrl: url,
      key,
      language,
      allowPlainHttp: values['allow-plain-http'],
      onRepeat: progress.repeats,
    });
    const pending = await choosePending(upload, url, values, terminal);
    const { format } = upload.source;
    const receipt = await settling(pending, () =>
      client.submit(() => upload.read(progress.sent), {
        format,
        ...(upload.source.format === 'csv' ? headerToSend(upload.source) : {}),
        confirm,
        dryRun: values['dry-run'],
        idempotencyKey: pending?.key,
        respondAsync: values.async,
        onJob: progress.waits,
      }),
    );
    progress.end();
    stdout.write(
      values.json ? `${JSON.stringify(receipt, null, 2)}\n` : renderReceipt(receipt, language, format),
    );
    return receipt.state === 'accepted' ? ACCEPTED : NOT_ACCEPTED;
  } finally {
    progress.end();
    await upload.close();
  }
}

/** Sends, and strikes out what was written down to go on with once the service has said what became of it. */
async function settling(pending: PendingSubmission | null, send: () => Promise<Receipt>): Promise<Receipt> {
  try {
    const receipt = await send();
    await pending?.settle();
    return receipt;
  } catch (error) {
    if (isLast(error)) await pending?.settle();
    throw error;
  }
}

/** Whether nothing more will come of a submission under its name; what was not looked at may yet have been stored before. */
function isLast(error: unknown): boolean {
  if (error instanceof SubmissionCancelledError) return true;
  if (!(error instanceof ProblemError)) return false;
  return error.jobId !== null || !(isBusy(error) || error.code === null || error.status === 401);
}

function isBusy(error: ProblemError): boolean {
  return error.status >= 500 || error.status === 429 || isInUse(error);
}

function connect(options: ClientOptions): Client {
  try {
    return createClient(options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new CannotRun({
      en: `The key would go to ${options.baseUrl} unencrypted, for anyone on the way to read: use https://, or --allow-plain-http where the network is your own.`,
      cy: `Byddai'r allwedd yn mynd i ${options.baseUrl} heb ei hamgryptio, i unrhyw un ar y ffordd ei darllen: defnyddiwch https://, neu --allow-plain-http lle mai eich rhwydwaith chi ydyw.`,
    });
  }
}

/** The name under which the submission goes on if it is cut off; null of a trial, of which nothing is stored. */
async function choosePending(
  upload: ReturnUpload,
  url: string,
  values: SubmitValues,
  { environment, stderr, language }: Terminal,
): Promise<PendingSubmission | null> {
  const key = values['idempotency-key'];
  if (key !== undefined) return { key, goesOn: false, isKept: true, settle: async () => undefined };
  if (values['dry-run']) return null;
  const parts = [upload.digest, upload.source, values.confirm];
  const pending = await pendingSubmission({ url, parts }, pendingFolder({ environment }), Date.now());
  if (pending.goesOn) stderr.write(`${GOES_ON[language]}\n`);
  if (!pending.isKept) stderr.write(`${NOT_KEPT[language]}\n`);
  return pending;
}

const GOES_ON: Text = {
  en: 'No answer came to this return before: going on with the same submission.',
  cy: "Ni ddaeth ateb i'r ffurflen hon o'r blaen: yn mynd ymlaen â'r un cyflwyniad.",
};

const NOT_KEPT: Text = {
  en: 'The name of this submission could not be written down, so a later run will begin a new one.',
  cy: "Ni ellid ysgrifennu enw'r cyflwyniad hwn i lawr, felly bydd rhediad diweddarach yn dechrau un newydd.",
};

function explain(error: unknown, { language, stderr }: Terminal): number {
  if (error instanceof CannotRun) {
    stderr.write(`${error.text[language]}\n`);
    return COULD_NOT_RUN;
  }
  if (error instanceof ProblemError) {
    stderr.write(`${wordsOfProblem(error)[language]}\n`);
    if (isInUse(error)) stderr.write(`${STILL_AT_WORK[language]}\n`);
    return isBusy(error) || error.code === null ? NO_ANSWER : COULD_NOT_RUN;
  }
  if (error instanceof SubmissionCancelledError) {
    stderr.write(`${CANCELLED[language]} (${error.jobId})\n`);
    return NOT_ACCEPTED;
  }
  if (error instanceof NoAnswerError) {
    stderr.write(`${NOBODY_ANSWERED[language]} (${reasonOf(error.cause)})\n`);
    return NO_ANSWER;
  }
  throw error;
}

const NOBODY_ANSWERED: Text = {
  en: 'No answer came from the service. The return may have been taken in or not: run the same command again, and it will stand once.',
  cy: "Ni ddaeth ateb o'r gwasanaeth. Efallai y derbyniwyd y ffurflen, efallai na wnaed: rhedwch yr un gorchymyn eto, a bydd yn sefyll unwaith.",
};

const STILL_AT_WORK: Text = {
  en: 'The service was still working on this when waiting for it was given up, and may yet finish. Run the same command again: it goes on with the same submission and asks what became of it, and the return stands once, however often it is sent.',
  cy: "Roedd y gwasanaeth yn dal i weithio ar hyn pan roddwyd y gorau i aros amdano, a gall orffen eto. Rhedwch yr un gorchymyn eto: mae'n mynd ymlaen â'r un cyflwyniad ac yn gofyn beth a ddaeth ohono, a bydd y ffurflen yn sefyll unwaith, waeth pa mor aml yr anfonir hi.",
};

const CANCELLED: Text = {
  en: 'The submission was cancelled before it was taken in. Nothing was stored.',
  cy: 'Cafodd y cyflwyniad ei ganslo cyn iddo gael ei gymryd i mewn. Ni storiwyd dim.',
};

/** The problem in the language that was asked for, each thing that is wrong, and what to quote to the publisher. */
function wordsOfProblem({ problem, code, detail, status, errors, requestId }: ProblemError): Text {
  const heading =
    problem === null ? [status, code].filter(Boolean).join(' ') : `${problem.title} (${problem.code})`;
  const faults = errors
    .filter((fault) => fault.detail !== detail)
    .map(
      (fault) =>
        `\n  - ${[fault.parameter ?? fault.header ?? fault.pointer, fault.detail].filter(Boolean).join(': ')}`,
    )
    .join('');
  const request = (name: string) => (requestId === null ? '' : `\n${name}: ${requestId}`);
  return {
    en: `${heading}: ${detail}${faults}${request('Request')}`,
    cy: `${heading}: ${detail}${faults}${request('Cais')}`,
  };
}

/** The innermost cause says most: `connect ECONNREFUSED 127.0.0.1:1`. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause;
  return inner instanceof Error && inner.message !== '' ? inner.message : cause.message;
}

function wrongLanguage(given: string): CannotRun {
  return new CannotRun({ en: `--lang is en or cy, not ${given}.`, cy: `en neu cy yw --lang, nid ${given}.` });
}
