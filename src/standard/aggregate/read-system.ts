import type { ExportMapping } from '../generated/types.ts';
import type { Dates } from '../period.ts';
import { comparable } from '../suggest.ts';
import { CASE_FIELDS, type CaseField } from './case-fields.ts';
import type { Day } from './day.ts';
import type { ProblemLog } from './export-problems.ts';
import { type CaseReading, readCase } from './read-case.ts';
import { type ColumnMap, ColumnReader, type ColumnSpec, type ReadingContext } from './read-columns.ts';
import { type Owner, readConnection } from './read-connection.ts';
import { createExportReader, type ExportReader } from './read-export-text.ts';
import { readScore, type ScoreFault, suggestMeasure } from './read-score.ts';
import { CONNECTION_FIELDS, type ConnectionField, SCORE_FIELDS, type ScoreField } from './record-fields.ts';
import type { SystemRecords } from './system-records.ts';

/** The files of one system. */
export type ExportFile = 'cases' | 'connections' | 'scores';

export interface SystemReading {
  readonly mapping: ExportMapping;
  /** The days of the return. */
  readonly period: Dates;
  readonly extracted: Day;
  readonly log: ProblemLog;
  /** Whether several systems are counted together. */
  readonly isOneOfSeveral: boolean;
}

/** What says whose a row is. */
interface OwnerColumns {
  text(name: 'person_id' | 'service_id', cells: readonly string[]): string;
}

type RowReader = (cells: readonly string[], row: number) => void;

/** Reads one export file of a system into the records of the run, as its bytes come. */
export function readExportFile(
  file: ExportFile,
  reading: SystemReading,
  records: SystemRecords,
): ExportReader {
  const { mapping, log } = reading;
  const table = mapping[file];
  if (table === undefined) throw new Error(`The mapping ${mapping.system} has no ${file}`);
  const context: ReadingContext = {
    system: mapping.system,
    file,
    dates: table.dates ?? mapping.dates ?? [],
    blanks: mapping.blanks ?? {},
    numbers: { decimal: mapping.decimal, thousands: mapping.thousands },
    period: reading.period,
    extracted: reading.extracted,
    log,
  };
  let width = 0;
  let readRow: RowReader = () => undefined;
  return createExportReader(table, {
    headings(cells) {
      width = cells.length;
      noteUnread(cells, table, context);
      readRow = rowReader(file, cells, reading, context, records);
    },
    row(cells, row) {
      if (cells.length === width) return readRow(cells, row);
      log.add('row-fits-headings', { system: mapping.system, file, row });
      leaveOut(file, records);
    },
    fault: (id, row) => log.add(id, { system: mapping.system, file, row }),
    recognised: (encoding) =>
      log.add(
        'encoding-recognised',
        { system: mapping.system, file },
        { detail: { en: `encoding: ${encoding}`, cy: `amgodiad (encoding): ${encoding}` } },
      ),
  });
}

function leaveOut(file: ExportFile, records: SystemRecords): void {
  if (file === 'cases') {
    records.casesRead += 1;
    records.casesLeftOut += 1;
  } else if (file === 'connections') {
    records.connectionsRead += 1;
    records.connectionsLeftOut += 1;
  } else {
    records.scoresRead += 1;
    records.scoresLeftOut += 1;
  }
}

function rowReader(
  file: ExportFile,
  headings: readonly string[],
  reading: SystemReading,
  context: ReadingContext,
  records: SystemRecords,
): RowReader {
  const { mapping } = reading;
  const personOf = (id: string) =>
    id !== '' && reading.isOneOfSeveral && mapping.person_ids === 'own' ? `${mapping.system} ${id}` : id;
  if (file === 'cases') return caseReader(headings, reading, context, records, personOf);
  const ownerOf = (columns: OwnerColumns, cells: readonly string[]): Owner => ({
    person: personOf(columns.text('person_id', cells)),
    service: columns.text('service_id', cells) || (mapping.cases.columns.service_id ? null : mapping.system),
  });
  const map = (mapping[file] as { columns: ColumnMap }).columns;
  if (file === 'connections') {
    const columns = new ColumnReader<ConnectionField>(CONNECTION_FIELDS, map, headings, context);
    return (cells, row) => takeConnection(cells, row, columns, ownerOf(columns, cells), context, records);
  }
  const columns = new ColumnReader<ScoreField>(SCORE_FIELDS, map, headings, context);
  const values = valuesOf(map.measure);
  return (cells, row) => takeScore(cells, row, columns, ownerOf(columns, cells), values, context, records);
}

function caseReader(
  headings: readonly string[],
  { mapping, extracted }: SystemReading,
  context: ReadingContext,
  records: SystemRecords,
  personOf: (id: string) => string,
): RowReader {
  const columns = new ColumnReader<CaseField>(CASE_FIELDS, mapping.cases.columns, headings, context);
  const inRow = <Field extends string>(fields: ConstructorParameters<typeof ColumnReader<Field>>[0]) => {
    return (map: ColumnMap) => ({ columns: new ColumnReader<Field>(fields, map, headings, context), map });
  };
  const connections = (mapping.cases.connections ?? []).map(inRow<ConnectionField>(CONNECTION_FIELDS));
  const scores = (mapping.cases.scores ?? []).map(inRow<ScoreField>(SCORE_FIELDS));
  const reading: CaseReading = {
    columns,
    service: mapping.system,
    personOf,
    ageOn: mapping.age_on ?? 'referral',
    extracted,
  };
  return (cells, row) => {
    records.casesRead += 1;
    const read = readCase(cells, row, reading);
    if (typeof read === 'string') {
      const column =
        read === 'person-known' ? columns.heading('person_id') : columns.heading('referral_received_date');
      context.log.add(read, { system: context.system, file: context.file, column, row });
      records.casesLeftOut += 1;
      return;
    }
    const { record, postcode } = read;
    if (record.decision !== null && record.decided === null && columns.has('referral_decision_date')) {
      context.log.add('decision-dated', {
        system: context.system,
        file: context.file,
        column: columns.heading('referral_decision_date'),
        row,
      });
    }
    if (postcode !== '') records.postcodes.set(records.cases.length, postcode);
    records.cases.push(record);
    for (const each of connections) takeConnection(cells, row, each.columns, record, context, records);
    for (const each of scores) {
      takeScore(cells, row, each.columns, record, valuesOf(each.map.measure), context, records);
    }
  };
}

function takeConnection(
  cells: readonly string[],
  row: number,
  columns: ColumnReader<ConnectionField>,
  owner: Owner,
  { log, system, file }: ReadingContext,
  records: SystemRecords,
): void {
  const read = readConnection(cells, row, columns, owner);
  if (read === null) return;
  records.connectionsRead += 1;
  if (typeof read !== 'string') {
    records.connections.push(read);
    return;
  }
  records.connectionsLeftOut += 1;
  const column = columns.heading(read === 'person-known' ? 'person_id' : 'connection_date');
  log.add(read, { system, file, column, row });
}

function takeScore(
  cells: readonly string[],
  row: number,
  columns: ColumnReader<ScoreField>,
  owner: Owner,
  values: Readonly<Record<string, string>>,
  { log, system, file }: ReadingContext,
  records: SystemRecords,
): void {
  const read = readScore(cells, row, columns, owner, values);
  if (read === null) return;
  records.scoresRead += 1;
  if ('score' in read) {
    records.scores.push(read);
    return;
  }
  records.scoresLeftOut += 1;
  const column =
    columns.heading(FIELD_OF_FAULT[read.fault]) ?? columns.heading('raw_total') ?? columns.heading('items');
  const more =
    read.fault === 'value-mapped'
      ? { value: read.measure, suggestion: () => suggestMeasure(read.measure) }
      : read.fault === 'score-possible' && read.detail !== null
        ? { detail: read.detail }
        : {};
  log.add(read.fault, { system, file, column, row }, more);
}

const FIELD_OF_FAULT = {
  'person-known': 'person_id',
  'event-dated': 'score_date',
  'score-possible': 'score',
  'score-complete': 'items',
  'value-mapped': 'measure',
} as const satisfies Readonly<Record<ScoreFault['fault'], ScoreField>>;

function valuesOf(spec: ColumnSpec | undefined): Readonly<Record<string, string>> {
  return typeof spec === 'object' ? (spec.values ?? {}) : {};
}

/** Says which columns nobody mapped or set aside. */
function noteUnread(
  headings: readonly string[],
  table: ExportMapping['cases'] | NonNullable<ExportMapping['scores']>,
  { log, system, file }: ReadingContext,
): void {
  const repeats =
    'scores' in table || 'connections' in table
      ? [...(table.scores ?? []), ...(table.connections ?? [])]
      : [];
  const named = [table.columns, ...repeats]
    .flatMap((map) => Object.values<ColumnSpec>(map))
    .flatMap(headingsOf);
  const known = new Set([...named, ...(table.not_read ?? [])].map(comparable));
  // Where few of them are there, the first row may be a person's: then nothing of it is repeated.
  const found = headings.filter((heading) => known.has(comparable(heading))).length;
  if (found * 2 < known.size) return;
  for (const heading of headings) {
    if (heading !== '' && !known.has(comparable(heading)))
      log.add('column-read', { system, file, column: heading });
  }
}

/** The headings that a field of a mapping names. */
function headingsOf(spec: ColumnSpec): readonly string[] {
  if (typeof spec === 'string') return [spec];
  return spec.columns ?? (spec.column === undefined ? [] : [spec.column]);
}
