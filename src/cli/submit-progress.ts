import type { RepeatNotice } from '../npm-package/client/repeat.ts';
import type { SubmissionJob } from '../npm-package/client/wait-for-job.ts';
import type { Language, Text } from '../standard/text.ts';
import type { Terminal } from './terminal.ts';

/** Where the line is no line to write over, the time after which it is said again that the service is at work. */
const SAID_EVERY_MS = 30_000;

/** Says on standard error how far a file is on its way. */
export interface SubmitProgress {
  sent(bytes: number): void;
  repeats(notice: RepeatNotice): void;
  /** Told each time the service says how far it is with a return that it takes in later. */
  waits(job: SubmissionJob): void;
  /** Wipes the line that says how far it is. */
  end(): void;
}

/**
 * Makes what says it: one line that is written over as the file goes out, a hundred times at most, and nothing of that
 * where standard error is no terminal; and in either case a line for each attempt that failed.
 */
export function submitProgress(
  total: number,
  {
    stderr,
    language,
  }: Pick<Terminal, 'language'> & { readonly stderr: Terminal['stderr'] & { readonly isTTY?: boolean } },
): SubmitProgress {
  let shown = -1;
  const wipe = () => {
    if (shown >= 0) stderr.write('\r\u001b[K');
    shown = -1;
  };
  let saidAgainAt = 0;
  const sayAtWork = (workedMs: number) => {
    if (stderr.isTTY === true) {
      shown = 0;
      stderr.write(`\r\u001b[K${wordsOfWork(workedMs, language)}`);
    } else if (workedMs >= saidAgainAt) {
      saidAgainAt = workedMs + SAID_EVERY_MS;
      stderr.write(`${wordsOfWork(workedMs, language)}\n`);
    }
  };
  return {
    sent(bytes) {
      const percent = total === 0 ? 100 : Math.floor((bytes / total) * 100);
      if (stderr.isTTY !== true || percent === shown) return;
      shown = percent;
      stderr.write(`\r\u001b[K${wordsOfSending(bytes, total, language)}`);
    },
    repeats(notice) {
      wipe();
      if (notice.workedMs !== null) {
        sayAtWork(notice.workedMs);
        return;
      }
      stderr.write(`${wordsOfRepeat(notice)[language]}\n`);
    },
    waits({ ended_at, progress: { body_bytes, bytes_read } }) {
      if (stderr.isTTY !== true) return;
      wipe();
      if (ended_at !== null) return;
      shown = 0;
      stderr.write(`\r\u001b[K${wordsOfChecking(bytes_read, body_bytes, language)}`);
    },
    end: wipe,
  };
}

/**
 * @example
 * wordsOfSending(1_500_000, 6_000_000, 'en'); // 'Sent: 1.5 of 6.0 MB'
 */
export function wordsOfSending(bytes: number, total: number, language: Language): string {
  const words: Text = {
    en: `Sent: ${megabytes(bytes)} of ${megabytes(total)} MB`,
    cy: `Anfonwyd: ${megabytes(bytes)} o ${megabytes(total)} MB`,
  };
  return words[language];
}

function wordsOfChecking(bytes: number, total: number, language: Language): string {
  const words: Text = {
    en: `Received. The service has checked ${megabytes(bytes)} of ${megabytes(total)} MB`,
    cy: `Derbyniwyd. Mae'r gwasanaeth wedi gwirio ${megabytes(bytes)} o ${megabytes(total)} MB`,
  };
  return words[language];
}

function wordsOfWork(workedMs: number, language: Language): string {
  const seconds = Math.round(workedMs / 1000);
  const words: Text = {
    en: `The service has the return from before and is still working on it: waiting for it (${seconds} s).`,
    cy: `Mae'r ffurflen gan y gwasanaeth ers y tro blaen ac mae'n dal i weithio arni: aros amdano (${seconds} eiliad).`,
  };
  return words[language];
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function wordsOfRepeat({ attempt, attempts, waitMs, error }: RepeatNotice): Text {
  const seconds = Math.max(1, Math.round(waitMs / 1000));
  const why: Text =
    error.name === 'ProblemError' && 'status' in error
      ? { en: `The service is busy (${error.status}).`, cy: `Mae'r gwasanaeth yn brysur (${error.status}).` }
      : { en: 'The connection broke.', cy: 'Torrodd y cysylltiad.' };
  return {
    en: `${why.en} Trying again in about ${seconds} s (attempt ${attempt + 1} of ${attempts}).`,
    cy: `${why.cy} Rhoi cynnig arall ymhen tua ${seconds} eiliad (cynnig ${attempt + 1} o ${attempts}).`,
  };
}
