import { TABLE_NAMES, type TableName } from '../generated/tables.ts';
import type { StructuralRuleId } from '../structural-rules.ts';
import { suggestName } from '../suggest.ts';
import { createCsvReader } from './csv-reader.ts';
import { createHeaderReader } from './json-reader.ts';
import { readInBlocks } from './read-in-blocks.ts';
import type { FaultPlace, ReadHeader, ReturnReader, ReturnSink } from './return-reader.ts';
import { type Archive, createArchiveReader } from './zip/archive-reader.ts';
import { quoteFileName } from './zip/quote-file-name.ts';
import { type ReturnFiles, sortReturnFiles } from './zip/return-files.ts';

const HEADER_FILE = 'return.json';
const FILE_NAMES = [HEADER_FILE, ...TABLE_NAMES.map((table) => `${table}.csv`)];
const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads a return as a zip: `return.json` with its header, and beside it a CSV for each table, named after it. All
 * may stand in one folder. Nothing else may be in it but what operating systems leave there.
 */
export function createZipReader(sink: ReturnSink): ReturnReader {
  const fault = (rule: StructuralRuleId, path: FaultPlace['path'], name: string | null) => {
    sink.fault(rule, { path, value: name === null ? null : quoteFileName(name, FILE_NAMES) });
  };

  /** Unpacks one file into its reader, as far as it is read; false when that could not be done. */
  const readFile = (archive: Archive, name: string, reader: ReturnReader, path: FaultPlace['path']) => {
    let isNested = false;
    let isFirst = true;
    const wrong = archive.unpack(name, (bytes) => {
      isNested = isFirst && ZIP_SIGNATURE.every((byte, index) => bytes[index] === byte);
      isFirst = false;
      if (!isNested) reader.write(bytes);
      return !isNested && reader.isEnough?.() !== true;
    });
    const rule = isNested ? 'zip-not-nested' : wrong;
    if (rule !== null) fault(rule, path, name);
    return rule === null;
  };

  const readHeader = (archive: Archive, name: string): ReadHeader => {
    const path: FaultPlace['path'] = [];
    const reader = readInBlocks(
      createHeaderReader(sink, () => sink.fault('header-stands-alone', { path: ['tables'] })),
      () => fault('text-is-not-utf-16', path, name),
    );
    const isWhole = readFile(archive, name, reader, path);
    // What was cut would only be called cut a second time.
    return isWhole ? reader.end() : NOT_READ;
  };

  const readTable = (archive: Archive, name: string, table: TableName): boolean => {
    const path = ['tables', table];
    const reader = readInBlocks(createCsvReader(sink, table, {}), () =>
      fault('text-is-not-utf-16', path, name),
    );
    const isWhole = readFile(archive, name, reader, path);
    if (!isWhole) sink.table(table).distrust();
    return isWhole && reader.end().isComplete;
  };

  const readReturn = (archive: Archive): ReadHeader => {
    const files = sortReturnFiles(archive.names, TABLE_NAMES, HEADER_FILE);
    reportOthers(sink, files);
    const read = files.header === null ? NOT_READ : readHeader(archive, files.header);
    if (files.header === null) fault('zip-holds-the-header', [], null);
    let isComplete = read.isComplete && files.unknown.length === 0;
    for (const { name, table } of files.tables) isComplete = readTable(archive, name, table) && isComplete;
    return { header: isComplete ? read.header : null, isComplete };
  };

  return createArchiveReader({
    read: readReturn,
    refuse: ({ rule, name }) => fault(rule, [], name),
  });
}

const NOT_READ: ReadHeader = { header: null, isComplete: false };

function reportOthers(sink: ReturnSink, { unknown, leftovers }: ReturnFiles): void {
  for (const name of unknown) {
    const place = { path: [], value: quoteFileName(name, FILE_NAMES) };
    if (/\.(zip|xlsx|xlsm|jar|7z|rar|gz|tar)$/i.test(name)) sink.fault('zip-not-nested', place);
    else {
      const expected = FILE_NAMES.join(', ');
      const last = name.split('/').at(-1) ?? name;
      sink.fault('zip-file-known', {
        ...place,
        suggestion: () => suggestName(last, FILE_NAMES),
        facts: { expected: { en: expected, cy: expected } },
      });
    }
  }
  for (const name of leftovers)
    sink.fault('zip-leftovers-passed-over', { path: [], value: quoteFileName(name, FILE_NAMES) });
}
