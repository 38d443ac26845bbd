import { type DestinationStream, pino } from 'pino';

/** More characters than this are written without waiting. */
const MANY = 64 * 1024;

let known: DestinationStream | undefined;

/** Standard error, to which the lines of one turn of the event loop are written together. */
export function standardError(): DestinationStream {
  if (known === undefined) {
    const lines = inTurns(pino.destination(2));
    process.on('exit', lines.flush);
    known = lines;
  }
  return known;
}

/**
 * Writes the lines of one turn of the event loop together, as each call of the system takes longer than a line. They
 * are written in their order; who ends the process by `exit` or an error has to flush what is left.
 */
export function inTurns(destination: DestinationStream): DestinationStream & { flush(): void } {
  let lines = '';
  const flush = () => {
    const text = lines;
    lines = '';
    if (text !== '') destination.write(text);
  };
  return {
    write(line) {
      if (lines === '') setImmediate(flush);
      lines += line;
      if (lines.length > MANY) flush();
    },
    flush,
  };
}
