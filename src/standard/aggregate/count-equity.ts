import { boardOf } from '../rules/reading/areas.ts';
import { codesAtLevel } from '../rules/reading/code-hierarchy.ts';
import type { CountingFrame } from './counting-frame.ts';
import type { Episode } from './merge-episodes.ts';
import { placeOf } from './place-person.ts';
import { firstEvents, type PopulationEvent } from './population-events.ts';
import { type CountedRow, Groups } from './tally.ts';

const FIVE_GROUPS = codesAtLevel('ethnic_group', 'group');
const SECTORS = codesAtLevel('referral_source', 'sector');

/** Blanks that an ethnic group may hold here. */
const NOT_HELD: ReadonlySet<string> = new Set(['not_applicable', 'not_known']);

/** The people referred in the financial year, each once, by their first referral of it. */
export function countEquity(episodes: readonly Episode[], frame: CountingFrame): CountedRow[] {
  const groups = new Groups<PopulationEvent>();
  for (const event of firstEvents('referred', episodes, frame.yearSoFar).values()) {
    const { facts, referral_source } = event.episode;
    const place = placeOf(facts, frame);
    const ethnic = facts.characteristics.ethnic_group ?? 'not_known';
    groups.add(
      {
        population: 'referred',
        area_code: boardOf(place.area_code),
        ethnic_group: NOT_HELD.has(ethnic) ? 'not_known' : (FIVE_GROUPS.get(ethnic) ?? ethnic),
        deprivation_quintile: place.deprivation_quintile,
        referral_sector: SECTORS.get(referral_source) ?? referral_source,
      },
      event,
    );
  }
  return groups.rows((people) => ({ people_first_in_year: people.length }));
}
