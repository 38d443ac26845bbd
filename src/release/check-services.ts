import type { AcceptedTable } from '../store/accepted-tables.ts';
import type { Standing } from './read-standing.ts';

/** A service that two organisations counted in one period, so that its people would be published twice. */
export interface SharedService {
  readonly service: string;
  readonly period: string;
  readonly organisations: readonly string[];
}

/**
 * The first service that stands in two organisations' returns of a period, whether both are in the collection of
 * a release or one is in the other that counts real services; null when there is none.
 */
export function findSharedService({ accepted, elsewhere }: Standing): SharedService | null {
  return sharedServices([...accepted, ...elsewhere])[0] ?? null;
}

/** The services that stand in more than one organisation's return of a period. */
function sharedServices(accepted: readonly AcceptedTable[]): SharedService[] {
  const found = new Map<string, { service: string; period: string; organisations: Set<string> }>();
  for (const { period, organisation, header } of accepted) {
    for (const service of header.coverage.services_included) {
      const key = `${period} ${service}`;
      const entry = found.get(key) ?? { service, period, organisations: new Set() };
      entry.organisations.add(organisation);
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .filter((entry) => entry.organisations.size > 1)
    .map((entry) => ({ ...entry, organisations: [...entry.organisations].sort() }));
}
