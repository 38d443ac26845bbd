import { readJson } from './json-grammar.ts';
import { listenForReturn } from './json-reader.ts';
import { listenForRows } from './ndjson-rows.ts';
import type { ReturnReader, ReturnSink } from './return-reader.ts';

const NEWLINE = 10;
/** A row is far shorter; what is longer has lost its line breaks. */
const MAXIMUM_ROW_BYTES = 1_048_576;

/**
 * Reads a return as NDJSON: the first line is the header, an object of all fields but `tables`; each line after
 * it is one row, an object that names its `table` beside the fields of the row. A line that holds its table and
 * nothing else says that the table is carried, so that a nil table can be sent. Blank lines are passed over.
 *
 * @source NDJSON specification 1.0 (github.com/ndjson/ndjson-spec).
 */
export function createNdjsonReader(sink: ReturnSink): ReturnReader {
  let line = 1;
  let lineBytes = 0;
  let isHeaderRead = false;
  let isStopped = false;

  const stop = () => {
    isStopped = true;
    grammar.stop();
  };
  const header = listenForReturn(sink, stop, () =>
    sink.fault('header-stands-alone', { path: ['tables'], row: line }),
  );
  const rows = listenForRows(sink, () => line);
  const listener = () => (isHeaderRead ? rows.listener : header.listener);
  const grammar = readJson({
    startObject: () => listener().startObject(),
    startArray: () => listener().startArray(),
    end: () => listener().end(),
    key: (name) => listener().key(name),
    scalar: (value, spelling) => listener().scalar(value, spelling),
  });

  const placeOf = () => (isHeaderRead ? ['tables'] : header.standsAt());
  const endLine = (read: 'nothing' | 'whole' | 'part', isLast: boolean) => {
    if (isStopped || grammar.fault !== null) return;
    if (read === 'part') {
      sink.fault(isLast ? 'json-complete' : 'ndjson-line-is-whole', { path: placeOf(), row: line });
      stop();
    } else if (read === 'whole') isHeaderRead = true;
    line += 1;
    lineBytes = 0;
  };
  const readPiece = (bytes: Uint8Array) => {
    lineBytes += bytes.length;
    if (isHeaderRead && lineBytes > MAXIMUM_ROW_BYTES && !isStopped) {
      sink.fault('json-text-limited', { path: ['tables'], row: line });
      stop();
    }
    grammar.write(bytes);
  };

  return {
    write(bytes) {
      for (let at = 0; at < bytes.length && !isStopped && grammar.fault === null; ) {
        const newline = bytes.indexOf(NEWLINE, at);
        readPiece(bytes.subarray(at, newline === -1 ? bytes.length : newline + 1));
        if (newline === -1) return;
        endLine(grammar.next(), false);
        at = newline + 1;
      }
    },
    end() {
      let read = grammar.next();
      if (read === 'nothing' && lineBytes > 0) {
        // A number that is no row ends only with what follows it.
        grammar.write(new Uint8Array([NEWLINE]));
        read = grammar.next();
      }
      endLine(read, true);
      if (grammar.fault !== null)
        sink.fault(grammar.fault.rule, { path: placeOf(), row: grammar.fault.line });
      else if (!isStopped && !isHeaderRead) {
        sink.fault('file-not-empty', { path: [], row: null });
        stop();
      }
      const isComplete = !isStopped && grammar.fault === null;
      if (!isComplete) rows.distrust();
      return { header: isComplete ? header.header : null, isComplete };
    },
  };
}
