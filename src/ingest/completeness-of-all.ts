import type { Organisation } from '../standard/generated/types.ts';
import { financialYearOf, quartersOf } from '../standard/period.ts';
import type { Database } from '../store/database.ts';
import { listHeldStatements } from '../store/held-statements.ts';
import { listOrganisations } from '../store/organisations-repository.ts';
import { listServices } from '../store/services-repository.ts';
import { listStandingStatements } from '../store/standing-statements.ts';
import { type Completeness, completenessOf } from './completeness.ts';
import { OF_RETURNS } from './open-periods.ts';

/** How complete the return of one organisation is. */
export interface OrganisationCompleteness extends Completeness {
  readonly organisation: Organisation['code'];
  readonly obligation: Organisation['obligation'];
}

/**
 * How complete the return of each organisation of the register is that has anything to send for a quarter, by code: as
 * each is told itself at `/v1/me`.
 */
export async function listCompleteness(db: Database, quarter: string): Promise<OrganisationCompleteness[]> {
  const all: OrganisationCompleteness[] = [];
  for (const organisation of await listOrganisations(db)) {
    const { code, obligation } = organisation;
    const question = {
      organisation: code,
      collections: OF_RETURNS,
      periods: quartersOf(financialYearOf(quarter)),
    };
    const completeness = completenessOf({
      period: quarter,
      organisation,
      services: await listServices(db, code),
      statements: await listStandingStatements(db, question),
      held: await listHeldStatements(db, question),
    });
    if (completeness.tables.length > 0) all.push({ organisation: code, obligation, ...completeness });
  }
  return all;
}
