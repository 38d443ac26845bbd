import type { ReturnCoverage, TableCoverage } from '../archive/manifest.ts';
import { collectionOf } from '../standard/collection.ts';
import { CODE_LISTS, type CollectionCode } from '../standard/generated/code-lists.ts';
import { MEASURES } from '../standard/generated/measures.ts';
import { SCHEMA_VERSION, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { TABLES_OF_EVERY_VERSION } from '../standard/versions/every-version.ts';
import { cameBetween } from '../standard/versions/of-version.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';

/** Of these, the words were published before or speak of nobody; a submitter's own words are never public. */
const WORDS_ARE_PUBLIC: ReadonlySet<CollectionCode> = new Set(['evidence', 'synthetic']);

/**
 * The statements of coverage of the returns behind a release, one for each organisation and period.
 *
 * What came after the version of a return is named as not collected, whoever sent it and whatever it says.
 *
 * @param version - The version that the release is built at.
 */
export function publicCoverageOf(
  accepted: readonly AcceptedTable[],
  version: SchemaVersion = SCHEMA_VERSION,
): ReturnCoverage[] {
  const returns = new Map<string, AcceptedTable[]>();
  for (const table of accepted) {
    const key = `${table.period} ${table.organisation}`;
    returns.set(key, [...(returns.get(key) ?? []), table]);
  }
  return [...returns.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, tables]) => {
      const latest = tables.reduce((a, b) => (a.accepted_at > b.accepted_at ? a : b));
      const { header } = latest;
      return {
        organisation: latest.organisation,
        period: latest.period,
        tables: Object.fromEntries(tables.map((table) => [table.table, tableCoverageOf(table, version)])),
        areas_complete: Object.fromEntries(
          tables.map((table) => [table.table, [...table.header.coverage.areas_complete]]),
        ),
        services_included: [...header.coverage.services_included],
        deprivation_index: header.deprivation_index,
        ethnicity_scheme: header.ethnicity_scheme,
        figures_status: header.figures_status,
        basis_note: hasPublicWords(latest) ? (header.basis_note ?? null) : null,
      };
    });
}

function tableCoverageOf(accepted: AcceptedTable, version: SchemaVersion): TableCoverage {
  const stated = accepted.header.coverage.tables?.[accepted.table];
  return {
    state: 'returned',
    not_collected: [
      ...(stated?.not_collected ?? []).filter((name) => isNamed(accepted.table, name)),
      ...cameBetween(accepted.table, accepted.header.schema_version, version),
    ],
    reason_code: stated?.reason_code ?? null,
    reason: hasPublicWords(accepted) ? (stated?.reason ?? null) : null,
  };
}

function hasPublicWords({ header }: AcceptedTable): boolean {
  return WORDS_ARE_PUBLIC.has(collectionOf(header.source_kind));
}

/** Whether the standard knows the name: any other could be a submitter's own words with underscores. */
function isNamed(table: TableName, name: string): boolean {
  const [first = '', second] = name.split('.');
  if (second !== undefined) return POPULATIONS.has(first) && STANDARD_NAMES.has(second);
  return (
    STANDARD_NAMES.has(name) || TABLES_OF_EVERY_VERSION[table].fields.some((field) => field.name === name)
  );
}

const POPULATIONS: ReadonlySet<string> = new Set(CODE_LISTS.population.codes.map(({ code }) => code));

const STANDARD_NAMES: ReadonlySet<string> = new Set([
  ...CODE_LISTS.characteristic.codes.map(({ code }) => code),
  ...CODE_LISTS.stage.codes.map(({ code }) => code),
  ...Object.values(MEASURES).flatMap(({ id, instrument }) => [id, instrument]),
]);
