import type { ProblemLog } from '../standard/aggregate/export-problems.ts';
import {
  normalPostcode,
  type PostcodePlace,
  placeCase,
  readPostcodeFile,
} from '../standard/aggregate/postcode-lookup.ts';
import type { SystemRecords } from '../standard/aggregate/system-records.ts';
import type { DeprivationIndexCode } from '../standard/generated/code-lists.ts';
import type { ExportMapping } from '../standard/generated/types.ts';
import { datesOf } from '../standard/period.ts';
import { streamFile } from './aggregate-files.ts';

/** Gives each case what its postcode says, and drops every postcode. */
export async function placeByPostcode(
  file: string | null,
  records: SystemRecords,
  mappings: readonly ExportMapping[],
  {
    deprivation_index,
    period,
  }: { readonly deprivation_index: DeprivationIndexCode; readonly period: string },
  log: ProblemLog,
): Promise<void> {
  if (file === null) {
    if (records.postcodes.size > 0) log.add('postcode-file-given', { system: 'all', file: 'postcodes' });
    records.fields.delete('postcode');
    records.postcodes.clear();
    return;
  }
  const wanted = new Set([...records.postcodes.values()].map(normalPostcode));
  const found = new Map<string, PostcodePlace>();
  const headings = mappings.find(({ postcode_file }) => postcode_file)?.postcode_file ?? {};
  const fault: Parameters<typeof readPostcodeFile>[5] = (id, column, detail) =>
    log.add(id, { system: 'all', file: 'postcodes', column }, detail ? { detail } : {});
  const reader = readPostcodeFile(wanted, found, deprivation_index, datesOf(period), headings, fault);
  await streamFile(file, reader);
  for (const [number, postcode] of records.postcodes) {
    const place = found.get(normalPostcode(postcode));
    const record = records.cases[number];
    if (place && record) records.cases[number] = placeCase(record, place);
    else log.add('postcode-found', { system: 'all', file: 'cases' });
  }
  records.postcodes.clear();
}
