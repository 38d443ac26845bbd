import { TABLES } from '../generated/tables.ts';
import { ABUSE_CODES } from '../rules/reading/abuse-codes.ts';
import { boardOf } from '../rules/reading/areas.ts';
import { byDay } from './attach-records.ts';
import type { ConnectionRecord } from './case-records.ts';
import type { CountingFrame } from './counting-frame.ts';
import { type Day, isWithinDays } from './day.ts';
import type { Episode } from './merge-episodes.ts';
import { placeOf } from './place-person.ts';
import { type CountedRow, Groups } from './tally.ts';

/** Days after a connection in which it may be too soon to know of uptake: eight weeks. */
const TOO_SOON_DAYS = 56;

const CAP = TABLES.connections.fields.find(({ name }) => name === 'connections')?.contribution_cap;

interface Made {
  readonly connection: ConnectionRecord;
  readonly episode: Episode;
}

/** What is counted of the period's connections, and how many the cap left out. */
export interface ConnectionsCounted {
  readonly rows: CountedRow[];
  readonly leftOut: number;
}

/**
 * The connections of the period: of each person the first three of a quarter, and no more than six of those in a
 * financial year, over all services of the organisation.
 *
 * @see Counting rules of this standard, section 8.
 */
export function countConnections(
  episodes: readonly Episode[],
  frame: CountingFrame,
  quarterOf: (day: Day) => string,
): ConnectionsCounted {
  const byPerson = new Map<string, Made[]>();
  for (const episode of episodes) {
    for (const connection of episode.connections) {
      if (!isWithinDays(connection.made, frame.yearSoFar)) continue;
      const made = byPerson.get(episode.person);
      if (made) made.push({ connection, episode });
      else byPerson.set(episode.person, [{ connection, episode }]);
    }
  }
  const groups = new Groups<Made>();
  let leftOut = 0;
  for (const made of byPerson.values()) {
    made.sort((one, other) => byDay(one.connection, other.connection));
    const counted = withinCap(made, quarterOf);
    for (const each of made) {
      if (!isWithinDays(each.connection.made, frame.period)) continue;
      if (counted.has(each)) groups.add(codesOf(each, frame), each);
      else leftOut += 1;
    }
  }
  return { rows: groups.rows((counted) => ({ connections: counted.length })), leftOut };
}

/** Those of one person's connections of a financial year that count, taken in the order they were made. */
function withinCap(made: readonly Made[], quarterOf: (day: Day) => string): Set<Made> {
  const { quarter: inQuarter, financial_year: inYear } = CAP ?? {
    quarter: Infinity,
    financial_year: Infinity,
  };
  const counted = new Set<Made>();
  const byQuarter = new Map<string, number>();
  for (const each of made) {
    const quarter = quarterOf(each.connection.made);
    const already = byQuarter.get(quarter) ?? 0;
    if (already >= inQuarter || counted.size >= inYear) continue;
    byQuarter.set(quarter, already + 1);
    counted.add(each);
  }
  return counted;
}

function codesOf({ connection, episode }: Made, frame: CountingFrame): Readonly<Record<string, string>> {
  const { made, activity_type, connection_kind, delivery_mode, uptake, barrier, quality_mark } = connection;
  const isTooLate = uptake === 'too_soon_to_know' && frame.extracted - made > TOO_SOON_DAYS;
  const { area_code, deprivation_quintile } = placeOf(episode.facts, frame);
  return {
    // A connection that tells of abuse is never sent for less than a board.
    area_code: activity_type === ABUSE_CODES.connections?.code ? boardOf(area_code) : area_code,
    deprivation_quintile,
    activity_type,
    connection_kind,
    delivery_mode,
    uptake: isTooLate ? 'not_known' : uptake,
    barrier:
      uptake !== 'not_taken_up' ? 'not_applicable' : barrier === 'not_applicable' ? 'not_known' : barrier,
    quality_mark,
  };
}
