export { parametersOfHeader } from '../../standard/write/parameters-of-header.ts';
export { writeCsvArchive, writeCsvTable } from '../../standard/write/write-csv-archive.ts';
export { writeNdjson } from '../../standard/write/write-ndjson.ts';
export { writeReturnWorkbook } from '../../standard/write/write-return-workbook.ts';
