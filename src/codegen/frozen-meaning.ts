import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { isObject, type JsonObject } from '../standard/versions/compare-json.ts';

/** What is held of one file of a frozen version. */
export interface FrozenFile {
  /** Of all that decides a figure; words, sources and facts that are still unverified are left out. */
  readonly meaning: string;
  /** The revision in which the file was last recorded; null for a CSV, which has none. */
  readonly revision: number | null;
  /** Of the file as a whole. */
  readonly content: string;
  /** Of a register, its rows: they may be added to and ended, and are never taken out or moved. */
  readonly rows?: readonly string[];
}

/** Lists to which rows may be added, and in which rows may end, in a frozen version. */
const REGISTERS: ReadonlySet<string> = new Set(['codelists/areas.csv', 'codelists/organisations.csv']);

/** What tells people something and decides no figure, and what synthetic returns are drawn from. */
const NOT_HELD = /^(glossary|mappings|populations)\//;

const WORDS: ReadonlySet<string> = new Set(
  [
    'title,x-title,x-cy,description,$comment,source,sources,x-source,source_status,citation,licence,note,notes',
    'reading,examples,$schema,x-status,x-frozen,x-revision,x-position',
  ]
    .join(',')
    .split(','),
);

/** The columns of a code list that decide what is counted where. */
const COLUMNS = ['code', 'level', 'parent', 'valid_from', 'valid_to', 'replaced_by'] as const;

/**
 * What is to be held of a file once its version is frozen; null for a file that may change freely.
 *
 * @param path - Within the folder of the version.
 */
export function frozenFileOf(path: string, text: string): FrozenFile | null {
  if (NOT_HELD.test(path)) return null;
  const content = digest(text);
  if (path.endsWith('.csv')) {
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    if (REGISTERS.has(path)) {
      const rows = data.map(({ code, level, parent }) => `${code} ${level} ${parent}`);
      return { meaning: digest('register'), revision: null, content, rows };
    }
    const lines = data.map((row) => COLUMNS.map((column) => row[column] ?? ''));
    return { meaning: digest(JSON.stringify(lines)), revision: null, content };
  }
  const file = JSON.parse(text) as JsonObject;
  const revision = file['x-revision'];
  return {
    meaning: digest(JSON.stringify(meaningOf(file))),
    revision: typeof revision === 'number' ? revision : null,
    content,
  };
}

/** The value without words, its keys in order. Below `properties` keys are names of fields, whatever they are. */
function meaningOf(value: unknown, areNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => meaningOf(item));
  if (!isObject(value)) return value;
  if (value.source_status === 'unverified') return 'unverified';
  return Object.entries(value)
    .filter(([key]) => areNames || !WORDS.has(key))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => [key, meaningOf(each, key === 'properties' && !areNames)]);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
