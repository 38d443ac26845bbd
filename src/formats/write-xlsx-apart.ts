import { Worker } from 'node:worker_threads';
import type { Answer, AnswerForm } from '../query/answer.ts';
import { type GiveWay, inPieces } from './in-turns.ts';
import type { FromWriter, ToWriter } from './workbook-messages.ts';

const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './workbook-writer.mjs' : './workbook-writer.js',
  import.meta.url,
);

/** Its heap: an answer of the most cells takes a tenth of it. */
const HEAP_MEGABYTES = 256;

/** How long the thread waits for another answer before it ends. */
const IDLE_MS = 30_000;

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
/** The writing of the workbook before, so that the thread never holds more than one answer. */
let before: Promise<unknown> = Promise.resolve();

/**
 * The bytes that `writeXlsx` gives, written in a thread of its own: a workbook of a large answer takes a fifth of a second
 * of one piece, in which nobody else would be answered. One is written after the other.
 *
 * @throws {Error} Where it cannot be written, or the thread ended meanwhile; the next has another.
 */
export function writeXlsxApart(answer: Answer, form: AnswerForm, giveWay: GiveWay): Promise<Uint8Array> {
  const written = before.then(() => writeIn(threadFor(), answer, form, giveWay));
  before = written.catch(() => undefined);
  return written;
}

async function writeIn(
  worker: Worker,
  { rows, ...begin }: Answer,
  form: AnswerForm,
  giveWay: GiveWay,
): Promise<Uint8Array> {
  const said = whatIsSaidBy(worker);
  // Waited for below; it may already fail while rows are on their way.
  said.catch(() => undefined);
  const tell = (message: ToWriter) => worker.postMessage(message);
  tell({ begin });
  for (const piece of inPieces(rows)) {
    tell({ rows: piece });
    const turn = giveWay();
    if (turn) await turn;
  }
  tell({ write: form });
  const answered = await said;
  idle = setTimeout(() => end(worker), IDLE_MS).unref();
  if ('failure' in answered) throw new Error('a workbook could not be written', { cause: answered.failure });
  return answered.workbook;
}

function threadFor(): Worker {
  clearTimeout(idle);
  if (thread === undefined) {
    const started = new Worker(ENTRY, {
      // Whatever the process was started with, such as a loader or an inspector, is not for its threads.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
    // A service ends when its listener does.
    started.unref();
    started.once('exit', () => forget(started));
    started.on('error', () => forget(started));
    thread = started;
  }
  return thread;
}

function whatIsSaidBy(worker: Worker): Promise<FromWriter> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', tell).off('error', fail).off('exit', end);
    };
    const tell = (said: FromWriter) => {
      settle();
      resolve(said);
    };
    const fail = (cause: unknown) => {
      settle();
      reject(new Error('the thread that writes workbooks failed', { cause }));
    };
    const end = (code: number) => fail(new Error(`it ended with ${code}`));
    worker.on('message', tell).on('error', fail).on('exit', end);
  });
}

function end(worker: Worker): void {
  forget(worker);
  void worker.terminate();
}

function forget(worker: Worker): void {
  if (thread === worker) thread = undefined;
}
