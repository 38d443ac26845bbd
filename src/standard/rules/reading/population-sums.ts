import { columnsOf } from '../../row.ts';
import { type AreaSums, addToArea } from './area-sums.ts';
import type { LookAtRow } from './passes.ts';
import type { PeopleField } from './people-sums.ts';
import { codeAt, numberAt } from './values.ts';

const COLUMNS = columnsOf('profiles');

/** Adds the people of one population of profiles to their area. */
export function addPopulation(
  sums: AreaSums,
  population: 'referred' | 'supported' | 'connected',
  field: PeopleField,
): LookAtRow {
  return (values, row) => {
    if (codeAt(values, COLUMNS.population) !== population) return;
    addToArea(sums, codeAt(values, COLUMNS.area_code), row, numberAt(values, COLUMNS[field]) ?? 0);
  };
}
