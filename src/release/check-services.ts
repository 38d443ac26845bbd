import type { AcceptedTable } from '../store/accepted-tables.ts';

/** A service that two organisations counted in one period, so that its people would be published twice. */
export interface SharedService {
  readonly service: string;
  readonly period: string;
  readonly organisations: readonly string[];
}

/** The services that stand in more than one organisation's return of a period. */
export function sharedServices(accepted: readonly AcceptedTable[]): SharedService[] {
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
