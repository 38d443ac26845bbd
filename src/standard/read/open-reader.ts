import { createJsonReader } from './json-reader.ts';
import { createNdjsonReader } from './ndjson-reader.ts';
import { openCsv } from './open-csv.ts';
import { readInBlocks } from './read-in-blocks.ts';
import type { ReturnReader, ReturnSink } from './return-reader.ts';
import type { ReturnSource } from './return-source.ts';
import { createXlsxReader } from './xlsx-reader.ts';
import { createZipReader } from './zip-reader.ts';

/** What reads a return of any form, from its first byte. */
export function openReader(source: ReturnSource, sink: ReturnSink): ReturnReader {
  if (source.format === 'csv') return openCsv(source, sink);
  if (source.format === 'zip') return createZipReader(sink);
  if (source.format === 'xlsx') return createXlsxReader(sink);
  const reader = source.format === 'json' ? createJsonReader(sink) : createNdjsonReader(sink);
  return readInBlocks(reader, () => sink.fault('text-is-not-utf-16', { path: [] }));
}
