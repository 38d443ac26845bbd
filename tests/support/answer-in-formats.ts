import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import JSONstat from 'jsonstat-toolkit';
import Papa from 'papaparse';
import type { Format } from '../../src/formats/formats.ts';
import { ROWS_ABOVE } from '../../src/formats/write-xlsx.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { readWorkbookRows } from './read-workbook.ts';

/** One figure of an answer, however it was written: its categories and its name, its value and its status. */
export interface WrittenCell {
  readonly at: string;
  readonly value: number | null;
  readonly status: string;
}

/** Names of dimensions and figures, which every reader needs to tell columns apart. */
export interface Shape {
  readonly columns: readonly string[];
  readonly figures: readonly string[];
}

type Reader = (bytes: Buffer, shape: Shape) => WrittenCell[] | Promise<WrittenCell[]>;
type Line = Readonly<Record<string, unknown>>;

/**
 * How the cells of an answer are read back from each format, in the order in which they stand there. None of the
 * parsers is ours save that of workbooks, which stands beside those of `npm run test:peers`.
 */
export const READERS: Readonly<Record<Format, Reader>> = {
  json: (bytes, shape) => {
    const { rows } = JSON.parse(bytes.toString()) as { rows: Line[] };
    return rows.flatMap((row) =>
      shape.figures.map((figure) => {
        const cell = (shape.figures.length === 1 ? row : row[figure]) as { value: number; status: string };
        return cellOf(codesOf(row, shape), figure, cell.value, cell.status);
      }),
    );
  },
  csv: (bytes, shape) => {
    const { data, errors } = Papa.parse<Record<string, string>>(bytes.toString().trimEnd(), { header: true });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const valued = data.map((line) =>
      Object.fromEntries(
        Object.entries(line).map(([name, text]) => [
          name,
          name === 'value' || shape.figures.includes(name) ? (text === '' ? null : Number(text)) : text,
        ]),
      ),
    );
    return flatCells(valued, shape);
  },
  ndjson: (bytes, shape) => {
    const lines = bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    const last = lines.pop() as { end: { rows: number } };
    if (last.end.rows !== lines.length) throw new Error('The last line counts wrongly');
    return flatCells(lines, shape);
  },
  'json-stat': (bytes, shape) => {
    const cube = JSONstat(JSON.parse(bytes.toString()));
    if (cube.class !== 'dataset') throw new Error('JSON-stat cannot be read');
    const places = cube.id.reduce<Record<string, string>[]>(
      (found, name) =>
        found.flatMap((place) => cube.Dimension(name).id.map((code) => ({ ...place, [name]: code }))),
      [{}],
    );
    return places.map((place) => {
      const cell = cube.Data(place);
      return cellOf(codesOf(place, shape), String(place.figure), cell?.value ?? null, String(cell?.status));
    });
  },
  parquet: async (bytes, shape) => {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    return flatCells(await parquetReadObjects({ file }), shape);
  },
  xlsx: (bytes, shape) => {
    const rows = readWorkbookRows(bytes).get('Data')?.slice(ROWS_ABOVE) ?? [];
    return rows.flatMap((row) => {
      const cells = row.slice(-2 * shape.figures.length);
      const width = (row.length - cells.length) / shape.columns.length;
      const codes = shape.columns.map((_, index) => String(row[index * width]));
      return shape.figures.map((figure, index) => {
        const value = cells[2 * index] ?? null;
        const shown = typeof value === 'number' ? value : null;
        return cellOf(codes, figure, shown, statusCode(String(cells[2 * index + 1])));
      });
    });
  },
};

/** What a Parquet file says of itself. */
export async function parquetWords(bytes: Buffer): Promise<Record<string, string>> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const { key_value_metadata: pairs } = await parquetMetadataAsync(file);
  return Object.fromEntries((pairs ?? []).map(({ key, value }) => [key, value ?? '']));
}

/** A Parquet file on the disk, as objects. */
export async function readParquetFile(path: string): Promise<Line[]> {
  return parquetReadObjects({ file: await asyncBufferFromFile(path) });
}

function flatCells(lines: readonly Line[], shape: Shape): WrittenCell[] {
  return lines.flatMap((line) =>
    shape.figures.map((figure) =>
      shape.figures.length === 1
        ? cellOf(codesOf(line, shape), String(line.figure), line.value, line.status)
        : cellOf(codesOf(line, shape), figure, line[figure], line[`${figure}_status`]),
    ),
  );
}

function codesOf(line: Line, { columns }: Shape): string[] {
  return columns.map((name) => String(line[name]));
}

function cellOf(codes: readonly string[], figure: string, value: unknown, status: unknown): WrittenCell {
  return { at: [...codes, figure].join(' '), value: value as number | null, status: String(status) };
}

/** A workbook with labels has a status in words. */
function statusCode(words: string): string {
  const found = CODE_LISTS.cell_status.codes.find(({ title }) => title.en === words || title.cy === words);
  return found?.code ?? words;
}
