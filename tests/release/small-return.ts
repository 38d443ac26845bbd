import type { ProfilesRow, Return, Service } from '../../src/standard/generated/types.ts';
import { datesOf } from '../../src/standard/period.ts';
import { profile } from '../../src/standard/rules/example-rows.ts';

export const POWYS_SERVICE: Service = {
  id: 'powys-links',
  name: { en: 'Powys Links', cy: 'Cysylltiadau Powys' },
  submitter: '7A7',
  areas: ['W06000023'],
  valid_from: '2024-04-01',
};

/** One service of Powys and one of Cardiff, for returns of a few rows. */
export const TWO_SERVICES: readonly Service[] = [
  POWYS_SERVICE,
  {
    id: 'cardiff-links',
    name: { en: 'Cardiff Links', cy: 'Cysylltiadau Caerdydd' },
    submitter: '7A4',
    areas: ['W06000015'],
    valid_from: '2024-04-01',
  },
];

/** Rows of people supported, all first seen this year: one for each area, with so many people. */
export function peopleIn(areas: Readonly<Record<string, number>>): ProfilesRow[] {
  return Object.entries(areas).map(([area_code, people]) =>
    profile({ area_code: area_code as ProfilesRow['area_code'], people, people_first_in_year: people }),
  );
}

/** A return of profiles only. */
export function smallReturn(
  submitter: '7A7' | '7A4',
  period: string,
  profiles: readonly ProfilesRow[],
  differences: Partial<Return> = {},
): Return {
  const { start, end } = datesOf(period);
  const service = submitter === '7A7' ? 'powys-links' : 'cardiff-links';
  return {
    standard: 'spcd',
    schema_version: '1.0',
    submitter,
    period,
    period_start: start,
    period_end: end,
    figures_status: 'final',
    source_kind: 'case_management',
    sex_basis: 'sex',
    deprivation_index: 'wimd_2019',
    ethnicity_scheme: 'census_2021',
    coverage: {
      services_included: [service],
      areas_complete: submitter === '7A7' ? ['W06000023'] : ['W06000014', 'W06000015'],
    },
    source_system: { name: 'Small', version: '1', extracted_at: '2026-07-20T09:00:00Z' },
    tables: { profiles: [...profiles] },
    ...differences,
  };
}
