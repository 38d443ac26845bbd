import { type DestinationStream, pino } from 'pino';

/** More characters than this are written without waiting. */
const MANY = 64 * 1024;

/** How long a line may wait for others. */
const WAIT_MS = 20;

let known: DestinationStream | undefined;

/** Standard error, to which the lines of a moment are written together. */
export function standardError(): DestinationStream {
  if (known === undefined) {
    const lines = inTurns(pino.destination(2));
    process.on('exit', lines.flush);
    known = lines;
  }
  return known;
}

/**
 * Writes lines that come within a moment together, as each call of the system takes longer than a line. They are
 * written in their order; who ends the process by `exit` or an error has to flush what is left.
 */
export function inTurns(destination: DestinationStream): DestinationStream & { flush(): void } {
  let lines = '';
  let waiting: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(waiting);
    waiting = undefined;
    const text = lines;
    lines = '';
    if (text !== '') destination.write(text);
  };
  return {
    write(line) {
      waiting ??= setTimeout(flush, WAIT_MS);
      lines += line;
      if (lines.length > MANY) flush();
    },
    flush,
  };
}
