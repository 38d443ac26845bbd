import { CELL_CASES } from './cell-cases.ts';
import type { ConformanceCase } from './conformance-case.ts';
import { CONTENT_CASES } from './content-cases.ts';
import { CSV_CASES } from './csv-cases.ts';
import { FILE_CASES } from './file-cases.ts';
import { HEADER_CASES } from './header-cases.ts';
import { NDJSON_CASES } from './ndjson-cases.ts';
import { OUTCOME_CASES } from './outcome-cases.ts';
import { SOUND_CASES } from './sound-cases.ts';
import { SUM_CASES } from './sum-cases.ts';
import { VERSION_CASES } from './version-cases.ts';
import { WORKBOOK_CASES } from './workbook-cases.ts';
import { ZIP_CASES } from './zip-cases.ts';

/** Every case of the kit, by id. */
export const CONFORMANCE_CASES: readonly ConformanceCase[] = [
  ...SUM_CASES,
  ...CONTENT_CASES,
  ...OUTCOME_CASES,
  ...HEADER_CASES,
  ...CELL_CASES,
  ...FILE_CASES,
  ...CSV_CASES,
  ...NDJSON_CASES,
  ...ZIP_CASES,
  ...WORKBOOK_CASES,
  ...SOUND_CASES,
  ...VERSION_CASES,
].toSorted((left, right) => (left.id < right.id ? -1 : 1));
