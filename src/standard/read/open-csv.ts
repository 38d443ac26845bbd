import { TABLE_NAMES } from '../generated/tables.ts';
import { quoteName } from '../quote-value.ts';
import { createCsvReader } from './csv-reader.ts';
import { readInBlocks } from './read-in-blocks.ts';
import type { ReturnReader, ReturnSink } from './return-reader.ts';
import type { CsvSource } from './return-source.ts';
import { suggestTable } from './suggest-table.ts';

/** What reads a return of one table as CSV. */
export function openCsv(source: CsvSource, sink: ReturnSink): ReturnReader {
  return readInBlocks(openTable(source, sink), () => sink.fault('text-is-not-utf-16', { path: [] }));
}

function openTable({ table: name, header }: CsvSource, sink: ReturnSink): ReturnReader {
  const table = TABLE_NAMES.find((known) => known === name);
  if (table !== undefined) return createCsvReader(sink, table, header);
  sink.fault('table-known', {
    path: ['tables', name],
    value: quoteName(name),
    suggestion: () => suggestTable(name),
  });
  return { write: () => undefined, end: () => ({ header, isComplete: true }) };
}
