import type { Text } from '../standard/text.ts';

/** One form that an answer can take. */
interface FormatDescription {
  /** What `Accept` asks for it by. */
  readonly mediaType: string;
  /** What `Content-Type` says of it. */
  readonly contentType: string;
  /** Of a file that it is kept in, after the dot. */
  readonly extension: string;
  readonly description: Text;
}

/**
 * Every form that an answer of figures can take, our favourite first: the one list behind `format=`, `Accept`,
 * the OpenAPI documents, `/v1/config` and the words of a refusal.
 *
 * JSON-stat has no media type that is registered; its own name is added to JSON's, so that both can be asked for.
 */
export const FORMATS = {
  json: {
    mediaType: 'application/json',
    contentType: 'application/json; charset=utf-8',
    extension: 'json',
    description: {
      en: 'JSON with everything said of the answer',
      cy: 'JSON gyda phopeth a ddywedir am yr ateb',
    },
  },
  csv: {
    mediaType: 'text/csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    description: { en: 'CSV (RFC 4180), a line for each row', cy: 'CSV (RFC 4180), llinell i bob rhes' },
  },
  ndjson: {
    mediaType: 'application/x-ndjson',
    contentType: 'application/x-ndjson; charset=utf-8',
    extension: 'ndjson',
    description: {
      en: 'A line of JSON for each row, and one at the end that counts them',
      cy: "Llinell o JSON i bob rhes, ac un ar y diwedd sy'n eu cyfrif",
    },
  },
  'json-stat': {
    mediaType: 'application/vnd.json-stat+json',
    contentType: 'application/vnd.json-stat+json; charset=utf-8',
    extension: 'json-stat.json',
    description: { en: 'JSON-stat 2.0, a dataset', cy: 'JSON-stat 2.0, set ddata' },
  },
  parquet: {
    mediaType: 'application/vnd.apache.parquet',
    contentType: 'application/vnd.apache.parquet',
    extension: 'parquet',
    description: {
      en: 'Apache Parquet, the columns of the CSV with their types',
      cy: "Apache Parquet, colofnau'r CSV gyda'u mathau",
    },
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    description: {
      en: 'A workbook: the rows, and a sheet of notes',
      cy: 'Llyfr gwaith: y rhesi, a dalen o nodiadau',
    },
  },
} as const satisfies Record<string, FormatDescription>;

export type Format = keyof typeof FORMATS;

/** Every format, our favourite first. */
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** The media types of formats, in their order. */
export function mediaTypesOf(formats: readonly Format[]): string[] {
  return formats.map((format) => FORMATS[format].mediaType);
}
