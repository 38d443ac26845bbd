/** The counts of people whose sums are compared. */
export const PEOPLE_FIELDS = ['people', 'people_first_in_year'] as const;
export type PeopleField = (typeof PEOPLE_FIELDS)[number];

/** The people of one group, added over its rows. */
export interface PeopleSum {
  /** Index of the group's first row. */
  readonly row: number;
  people: number;
  people_first_in_year: number;
}

export type PeopleSums = Map<string, PeopleSum>;

/** Adds one row's people to its group. */
export function addPeople(sums: PeopleSums, group: string, counts: PeopleSum): void {
  const sum = sums.get(group);
  if (sum === undefined) {
    sums.set(group, { ...counts });
    return;
  }
  for (const field of PEOPLE_FIELDS) sum[field] += counts[field];
}
