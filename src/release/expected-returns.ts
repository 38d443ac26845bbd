import type { ExpectedReturn } from '../archive/manifest.ts';
import type { CollectionCode } from '../standard/generated/code-lists.ts';
import type { Organisation } from '../standard/generated/types.ts';
import { tablesDue } from '../standard/tables-due.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';

/**
 * What each organisation of the register had to send for the periods of a release, so that who has not returned
 * can be seen. An organisation that is not in the register is not spoken of.
 *
 * Published evaluations are due from nobody, so their releases expect nothing.
 */
export function expectedReturns(
  collection: CollectionCode,
  organisations: readonly Organisation[],
  accepted: readonly Pick<AcceptedTable, 'period'>[],
): ExpectedReturn[] {
  if (collection === 'evidence') return [];
  const periods = [...new Set(accepted.map(({ period }) => period))].sort();
  return periods.flatMap((period) =>
    organisations.flatMap((organisation) => {
      const tables = tablesDue(organisation, period);
      const { code, obligation } = organisation;
      return tables.length === 0 ? [] : [{ organisation: code, period, obligation, tables }];
    }),
  );
}
