import type { DeprivationIndexCode } from '../generated/code-lists.ts';
import { CODE_LISTS } from '../generated/code-lists.ts';
import type { ExportMapping } from '../generated/types.ts';
import type { Dates } from '../period.ts';
import { comparable } from '../suggest.ts';
import type { Text } from '../text.ts';
import type { CaseRecord } from './case-records.ts';
import { CodesInUse, type Replacement } from './codes-in-use.ts';
import { isKnown } from './fill-facts.ts';
import { createExportReader, type ExportReader, type ExportSink } from './read-export-text.ts';

/** What a postcode says of where somebody lives. */
export interface PostcodePlace {
  readonly area_code: string | null;
  readonly deprivation_quintile: string;
  readonly rurality: string;
}

type LookupColumn = 'postcode' | 'area_code' | 'deprivation_quintile' | 'deprivation_rank' | 'rurality';

/** Headings of the ONS Postcode Directory and of common extracts of it. */
const HEADINGS: Readonly<Record<LookupColumn, RegExp>> = {
  postcode: /^(pcds?|pcd[278]|postcode)$/,
  area_code:
    /^(oslaua|laua|lad\d\dcd|icb|icb\d\dcd|hlthau|oshlthau|lhb\d\dcd|local authority code|area code)$/,
  deprivation_quintile: /^((wimd|imd|simd|nimdm)?( \d{4})? ?(deprivation )?quintile|deprivation fifth)$/,
  deprivation_rank: /^(imd|imd\d\dind|imd rank|wimd( \d{4})? rank|rank)$/,
  rurality: /^(ru11ind|ruc11cd|ruc21|ruc21ind|ruc21cd|rurality|urban or rural)$/,
};

/** Small areas of each index, to make fifths of ranks; rank 1 is the most deprived. */
const SMALL_AREAS: Readonly<Record<DeprivationIndexCode, number>> = {
  wimd_2019: 1909,
  wimd_2025: 1917,
  imd_2019: 32_844,
  imd_2025: 33_755,
  simd_2020: 6976,
  nimdm_2017: 890,
};

const AREAS: ReadonlySet<string> = new Set(CODE_LISTS.areas.codes.map(({ code }) => code));

/** Class of the official classifications: 2011 begins A to F, 2021 U or R. */
const RURAL = /^(?:[DEF]\d|R)/i;
const URBAN = /^(?:[ABC]\d|U)/i;

/**
 * Reads a postcode file, keeping only the postcodes that were asked for.
 *
 * @param wanted - Postcodes as `normalPostcode` writes them.
 * @param found - Filled as the file is read.
 * @param period - The days of the return: an area that had ended is read as the one that took over.
 * @param fault - What is wrong with the file, and for a column that is missing its heading.
 */
export function readPostcodeFile(
  wanted: ReadonlySet<string>,
  found: Map<string, PostcodePlace>,
  index: DeprivationIndexCode,
  period: Dates,
  headings: NonNullable<ExportMapping['postcode_file']>,
  fault: (
    id: Parameters<ExportSink['fault']>[0] | 'column-present' | Replacement['id'],
    column?: string,
    detail?: Text,
  ) => void,
): ExportReader {
  const inUse = new CodesInUse('areas', period);
  let columns: Readonly<Record<LookupColumn, readonly number[]>> | null = null;
  return createExportReader(
    {},
    {
      headings(cells) {
        const positions = (name: LookupColumn) => placesOf(cells, name, headings[name]);
        columns = {
          postcode: positions('postcode'),
          area_code: positions('area_code'),
          deprivation_quintile: positions('deprivation_quintile'),
          deprivation_rank: positions('deprivation_rank'),
          rurality: positions('rurality'),
        };
        for (const [name, heading] of Object.entries(headings)) {
          if (columns[name as LookupColumn].length === 0) fault('column-present', heading);
        }
        if (columns.postcode.length === 0) fault('column-present', 'pcds');
      },
      row(cells) {
        if (columns === null) return;
        const cell = (name: LookupColumn) => (cells[columns?.[name][0] ?? -1] ?? '').trim();
        const postcode = normalPostcode(cell('postcode'));
        if (!wanted.has(postcode)) return;
        const areas = columns.area_code.map((position) => (cells[position] ?? '').trim());
        found.set(postcode, {
          area_code: areaOf(areas, inUse, (said) => fault(said.id, undefined, said.detail)),
          deprivation_quintile: fifthOf(cell('deprivation_quintile'), cell('deprivation_rank'), index),
          rurality: ruralityOf(cell('rurality')),
        });
      },
      fault: (id) => fault(id),
    },
  );
}

/** The first area of the list that was in use, or the one that took over; else the nation. */
function areaOf(
  areas: readonly string[],
  inUse: CodesInUse,
  say: (replacement: Replacement) => void,
): string | null {
  const listed = areas.filter((area) => AREAS.has(area));
  const current = listed.find((area) => inUse.replacementOf(area) === null);
  if (current !== undefined) return current;
  const replacements = listed.map((area) => inUse.replacementOf(area)).filter((found) => found !== null);
  const said = replacements.find(({ successor }) => successor !== null) ?? replacements[0];
  if (said === undefined) return nationOf(areas);
  say(said);
  return said.successor;
}

/** The nation of an official code that the list of areas does not hold, such as an English council. */
function nationOf(areas: readonly string[]): string | null {
  const letter = areas.find((area) => /^[EWSN]\d{8}$/.test(area))?.[0];
  return (letter && NATIONS[letter]) || null;
}

const NATIONS: Readonly<Record<string, string>> = {
  E: 'E92000001',
  W: 'W92000004',
  S: 'S92000003',
  N: 'N92000002',
};

function placesOf(cells: readonly string[], name: LookupColumn, said: string | undefined): number[] {
  const isWanted = (heading: string) =>
    said === undefined ? HEADINGS[name].test(comparable(heading)) : comparable(heading) === comparable(said);
  return cells.flatMap((heading, position) => (isWanted(heading) ? [position] : []));
}

/** @example normalPostcode(' ld1 5lg '); // 'LD15LG' */
export function normalPostcode(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/**
 * The fifth that a file gives, or that a rank falls in: the first fifth holds the ranks up to a fifth of the small
 * areas, rounded, and so on.
 */
function fifthOf(given: string, rank: string, index: DeprivationIndexCode): string {
  const fifth = /^q?([1-5])$/i.exec(given)?.[1];
  if (fifth !== undefined) return `q${fifth}`;
  const areas = SMALL_AREAS[index];
  const place = /^\d{1,6}$/.test(rank) ? Number(rank) : 0;
  if (place < 1 || place > areas) return 'not_known';
  return `q${[1, 2, 3, 4, 5].find((part) => place <= Math.round((areas * part) / 5))}`;
}

function ruralityOf(given: string): string {
  const code = comparable(given);
  if (code === 'rural' || code === 'gwledig' || RURAL.test(given)) return 'rural';
  return code === 'urban' || code === 'trefol' || URBAN.test(given) ? 'urban' : 'not_known';
}

/** The case with what its postcode says; what the export itself holds stands. */
export function placeCase(record: CaseRecord, place: PostcodePlace): CaseRecord {
  const { facts } = record;
  const isElsewhere = facts.area_code !== null;
  const rurality = facts.characteristics.rurality ?? 'not_known';
  return {
    ...record,
    facts: {
      ...facts,
      area_code: isElsewhere ? facts.area_code : place.area_code,
      deprivation_quintile: isKnown(facts.deprivation_quintile)
        ? facts.deprivation_quintile
        : place.deprivation_quintile,
      characteristics: {
        ...facts.characteristics,
        rurality: isKnown(rurality) ? rurality : place.rurality,
      },
    },
  };
}
