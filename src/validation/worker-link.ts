import { Worker } from 'node:worker_threads';
import type { ReturnSource } from '../standard/validate-return.ts';
import type { AskStep, Step } from './hold-return.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './validation-worker.mjs' : './validation-worker.js',
  import.meta.url,
);

/**
 * The heap of one worker. Rows and the keys of rows lie outside it; a worker that outgrows it ends alone, and the
 * service goes on.
 */
const HEAP_MEGABYTES = 1_024;
/**
 * Of it, what was made just now. Node's own choice is 48, which a worker that reads millions of rows fills and keeps;
 * with less it takes no longer.
 */
const YOUNG_MEGABYTES = 6;

interface Question {
  readonly held: number;
  readonly step: Step;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (failure: unknown) => void;
}

/** A return that a worker holds. */
export interface HeldByWorker {
  readonly ask: AskStep;
  /** Has the worker forget it. What was asked and is not answered yet fails. */
  release(): void;
}

/** The service's end of one worker thread. */
export class WorkerLink {
  readonly #worker: Worker;
  readonly #questions = new Map<number, Question>();
  /** The returns it holds, and whom to tell if it ends. */
  readonly #held = new Map<number, (reason: Error) => void>();
  /** What it is told of those of which nothing was asked yet. */
  readonly #sources = new Map<number, ReturnSource>();
  #last = 0;
  #ended: Error | null = null;

  readonly #onEnd: (link: WorkerLink, failure: Error | null) => void;

  /** @param onEnd - Told once when the worker ends by itself: with its failure, or null where it was abandoned. */
  constructor(onEnd: (link: WorkerLink, failure: Error | null) => void) {
    this.#onEnd = onEnd;
    this.#worker = new Worker(ENTRY, {
      // Whatever the process was started with, such as a loader or an inspector, is not for its workers.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    // A service ends when its listener does, not when its workers do.
    this.#worker.unref();
    this.#worker.on('message', (message: FromWorker) => this.#settle(message));
    this.#worker.on('error', (cause) => this.#lose(new Error('a validation worker failed', { cause })));
    this.#worker.on('exit', (code) => this.#lose(new Error(`a validation worker ended with ${code}`)));
  }

  /** How many returns it holds. */
  get held(): number {
    return this.#held.size;
  }

  /** The identity of the thread, for those who watch it. */
  get threadId(): number {
    return this.#worker.threadId;
  }

  /**
   * Has the worker take a return in hand.
   *
   * @param onLost - Told when the worker ends while it holds the return.
   */
  open(source: ReturnSource, onLost: (reason: Error) => void): HeldByWorker {
    this.#last += 1;
    const held = this.#last;
    this.#held.set(held, onLost);
    this.#sources.set(held, source);
    return {
      ask: ((step: Step, ...args: unknown[]) => this.#ask(held, step, args)) as AskStep,
      release: () => this.#release(held),
    };
  }

  /** Ends the worker at once; whatever it was asked fails with the reason. */
  async end(reason: Error): Promise<void> {
    this.#fail(reason);
    await this.#worker.terminate();
  }

  #ask(held: number, step: Step, args: readonly unknown[]): Promise<unknown> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    if (!this.#held.has(held)) return Promise.reject(new Error('the return was released'));
    this.#last += 1;
    const question = this.#last;
    return new Promise((resolve, reject) => {
      this.#questions.set(question, { held, step, resolve, reject });
      const transferred: ArrayBuffer[] = [];
      const owned = args.map((arg) => (arg instanceof Uint8Array ? ownedOf(arg, transferred) : arg));
      const source = this.#sources.get(held);
      this.#sources.delete(held);
      this.#tell({ kind: 'ask', held, ...(source && { source }), question, step, args: owned }, transferred);
    });
  }

  #settle(message: FromWorker): void {
    const question = this.#questions.get(message.question);
    // Released while the worker was at it.
    if (question === undefined) return;
    this.#questions.delete(message.question);
    if ('answer' in message) question.resolve(message.answer);
    else question.reject(new Error('a return could not be validated', { cause: message.failure }));
  }

  #release(held: number): void {
    if (!this.#held.delete(held)) return;
    let isAtLength = false;
    for (const [number, question] of this.#questions) {
      if (question.held !== held) continue;
      isAtLength ||= question.step !== 'write';
      this.#questions.delete(number);
      question.reject(new Error('the return was released'));
    }
    if (this.#sources.delete(held) || this.#ended !== null) return;
    this.#tell({ kind: 'release', held });
    // It may be inflating for seconds what nobody waits for; and no other return is lost with it.
    if (isAtLength && this.#held.size === 0) this.#abandon();
  }

  #abandon(): void {
    this.#fail(new Error('the worker was abandoned'));
    this.#onEnd(this, null);
    // Cannot fail, and nobody waits for it.
    void this.#worker.terminate();
  }

  #lose(failure: Error): void {
    if (this.#ended !== null) return;
    this.#fail(failure);
    this.#onEnd(this, failure);
  }

  #fail(reason: Error): void {
    this.#ended ??= reason;
    for (const { reject } of this.#questions.values()) reject(this.#ended);
    this.#questions.clear();
    for (const tell of this.#held.values()) tell(this.#ended);
  }

  #tell(message: ToWorker, transferred: ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transferred);
  }
}

/** Bytes that can be given away: those of a socket lie in memory that others use too, and are copied. */
function ownedOf(bytes: Uint8Array, transferred: ArrayBuffer[]): Uint8Array {
  const isWhole = bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
  const owned = isWhole ? bytes : new Uint8Array(bytes);
  transferred.push(owned.buffer as ArrayBuffer);
  return owned;
}
