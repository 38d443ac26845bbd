import Papa from 'papaparse';

/** The parts of CSVW metadata that a reader of a CSV needs. */
export interface Csvw {
  readonly url: string;
  readonly dialect: { readonly delimiter: string; readonly lineTerminators: readonly string[] };
  readonly tableSchema: {
    readonly columns: readonly {
      readonly name: string;
      readonly titles: Readonly<Record<string, readonly string[]>>;
      readonly datatype: 'string' | 'number';
      readonly null: string;
      readonly 'qb:codeList'?: { readonly '@id': string } | readonly { readonly '@id': string }[];
    }[];
    readonly primaryKey?: readonly string[];
  };
}

type Row = Readonly<Record<string, string | number | null>>;

/**
 * The rows of a CSV, read as its metadata says.
 *
 * @throws {Error} Where the header, a value or the key of a row is not what the metadata says.
 */
export function readByCsvw(csv: string, { dialect, tableSchema }: Csvw): Row[] {
  const newline = dialect.lineTerminators[0] as '\n' | '\r\n';
  if (!csv.endsWith(newline)) throw new Error('The last line does not end as the dialect says');
  const body = csv.slice(0, -newline.length);
  const { data, errors } = Papa.parse<string[]>(body, { newline, delimiter: dialect.delimiter });
  if (errors[0]) throw new Error(errors[0].message);
  const [header = [], ...lines] = data;
  const { columns, primaryKey } = tableSchema;
  if (header.length !== columns.length)
    throw new Error(`${header.length} columns, not ${columns.length}: ${header.join()}`);
  header.forEach((cell, index) => {
    for (const titles of Object.values(columns[index]?.titles ?? {}))
      if (!titles.includes(cell)) throw new Error(`${cell} is not described`);
  });
  const rows = lines.map((line) =>
    Object.fromEntries(columns.map((column, index) => [column.name, valueIn(line[index] ?? '', column)])),
  );
  if (primaryKey) {
    const keys = rows.map((row) => JSON.stringify(primaryKey.map((name) => row[name])));
    if (new Set(keys).size !== rows.length) throw new Error('Two rows have one key');
  }
  return rows;
}

function valueIn(cell: string, column: Csvw['tableSchema']['columns'][number]): string | number | null {
  if (cell === column.null) return null;
  if (column.datatype === 'string') return cell;
  const value = Number(cell);
  if (Number.isNaN(value)) throw new Error(`${column.name} is ${cell}, which is no number`);
  return value;
}
