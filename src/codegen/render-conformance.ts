import { MAXIMUM_LOCATIONS } from '../standard/finding.ts';
import { SCHEMA_VERSION, TABLE_NAMES } from '../standard/generated/tables.ts';
import { CONFORMANCE_CASES } from './conformance/all-cases.ts';
import { baseReturn } from './conformance/base-return.ts';
import { type ConformanceCase, type ExpectedFault, tierOf } from './conformance/conformance-case.ts';

/** Where the generated part of the kit stands in the repository. */
export const CASES_FOLDER = 'examples/conformance/cases';
const HEADER_FILE = 'header.json';

/** A case as the kit lists it. */
export interface ListedCase {
  readonly id: string;
  readonly what: ConformanceCase['what'];
  readonly file: string;
  readonly format: ConformanceCase['format'];
  readonly table?: string;
  /** The file that holds the header of a CSV. */
  readonly header?: string;
  readonly labels?: boolean;
  readonly expected: readonly ListedFinding[];
}

/** What a report must say: see the README of the kit. */
export interface ListedFinding {
  readonly rule: string;
  readonly tier: string;
  readonly path: string;
  readonly count: number;
  readonly at: readonly string[];
  readonly rows?: readonly number[];
}

/** The files of the conformance kit that are generated, by path: the list of its cases, and a file for each. */
export function renderConformance(): Map<string, string | Uint8Array> {
  const { tables: _, ...header } = baseReturn();
  const list = {
    standard: 'spcd',
    schema_version: SCHEMA_VERSION,
    cases: listConformanceCases(),
  };
  return new Map<string, string | Uint8Array>([
    [`${CASES_FOLDER}/cases.json`, `${JSON.stringify(list, null, 1)}\n`],
    [`${CASES_FOLDER}/${HEADER_FILE}`, `${JSON.stringify(header, null, 2)}\n`],
    ...CONFORMANCE_CASES.map((each) => [`${CASES_FOLDER}/${fileOf(each)}`, each.content] as const),
  ]);
}

/** The cases as the kit lists them, by id. */
export function listConformanceCases(): readonly ListedCase[] {
  return CONFORMANCE_CASES.map(listCase);
}

function fileOf({ id, format }: ConformanceCase): string {
  return `${id}.${format}`;
}

function listCase(each: ConformanceCase): ListedCase {
  const { id, what, format, table, labels, expected } = each;
  return {
    id,
    what,
    file: fileOf(each),
    format,
    ...(table === undefined ? {} : { table, header: HEADER_FILE }),
    ...(labels === undefined ? {} : { labels }),
    expected: listFindings(expected, each),
  };
}

/** Places of one rule and path are one finding, whatever their words. */
function listFindings(faults: readonly ExpectedFault[], { format, table }: ConformanceCase): ListedFinding[] {
  const listed = new Map<string, ListedFinding>();
  for (const fault of faults) {
    for (const [index, place] of (fault.at.length === 0 ? [''] : fault.at).entries()) {
      const path = fault.path ?? templateOf(place);
      const key = `${fault.rule} ${path}`;
      const before = listed.get(key);
      const own = fault.rows === undefined ? rowIn(format, place, table) : fault.rows.slice(index, index + 1);
      const rows = [...(before?.rows ?? []), ...own];
      listed.set(key, {
        rule: fault.rule,
        tier: tierOf(fault.rule),
        path,
        count: fault.count ?? (before?.count ?? 0) + 1,
        at: [...(before?.at ?? []), place].slice(0, MAXIMUM_LOCATIONS),
        ...(rows.length === 0 ? {} : { rows }),
      });
    }
  }
  return [...listed.values()];
}

/** The pointer with `{row}` for the number of a row of a table and `{item}` for a position in a list. */
function templateOf(pointer: string): string {
  const segments = pointer.split('/').slice(1);
  return segments
    .map((segment, index) => {
      if (!/^\d+$/.test(segment)) return `/${segment}`;
      return index === 2 && segments[0] === 'tables' ? '/{row}' : '/{item}';
    })
    .join('');
}

/** The number that a row has in its file, where that follows from its index: headings are the first row. */
function rowIn(format: ConformanceCase['format'], pointer: string, table: string | undefined): number[] {
  const match = /^\/tables\/(\w+)\/(\d+)/.exec(pointer);
  const isTable = match !== null && (table === undefined || table === match[1]);
  if (!isTable || !TABLE_NAMES.some((name) => name === match[1])) return [];
  return format === 'csv' || format === 'zip' || format === 'xlsx' ? [Number(match[2]) + 2] : [];
}
