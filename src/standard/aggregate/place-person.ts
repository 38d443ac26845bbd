import { areaAsRead, isWithin, standsApart } from '../rules/reading/areas.ts';
import { codesAtLevel } from '../rules/reading/code-hierarchy.ts';
import type { PersonFacts } from './case-records.ts';
import type { CountingFrame } from './counting-frame.ts';
import type { Member } from './population-events.ts';

const NATIONS = codesAtLevel('areas', 'nation');
const OUTSIDE = 'outside_area';

export interface Place {
  readonly area_code: string;
  readonly deprivation_quintile: string;
}

/**
 * Where a person is counted: in their own area within those the submitter serves, as `outside_area` beyond them,
 * and in the submitter's whole area where it is not known. A resident of another nation has no fifth of the
 * submitter's index.
 */
export function placeOf(facts: PersonFacts, { served, unknownArea }: CountingFrame): Place {
  const { area_code: area, deprivation_quintile } = facts;
  if (area === null) return { area_code: unknownArea, deprivation_quintile };
  if (
    served.length === 0 ||
    served.some((own) => standsApart(own) || isWithin(area, own) || isWithin(own, area))
  ) {
    return { area_code: areaAsRead(area), deprivation_quintile };
  }
  const nation = NATIONS.get(area);
  const isOfTheNation = area === OUTSIDE || served.some((own) => NATIONS.get(own) === nation);
  return {
    area_code: OUTSIDE,
    deprivation_quintile: isOfTheNation ? deprivation_quintile : 'not_applicable',
  };
}

/** How many different people are counted beyond the areas of the submitter. */
export function countOutside(members: readonly Member[], frame: CountingFrame): number {
  const outside = members.filter(({ episode }) => placeOf(episode.facts, frame).area_code === OUTSIDE);
  return new Set(outside.map(({ episode }) => episode.person)).size;
}
