import { TABLE_NAMES } from '../../standard/generated/tables.ts';
import { returnParameters } from '../return-parameters.ts';
import { described } from './words.ts';

/**
 * The query of a request that carries a return: `table` and the header for CSV, nothing for JSON.
 *
 * A name that the header does not have is let through, since validation reports it like any other fault.
 */
export const RETURN_QUERY = {
  type: 'object',
  properties: {
    table: {
      type: 'string',
      examples: [TABLE_NAMES[0]],
      ...described({
        en: `For CSV, which table it is: ${TABLE_NAMES.join(', ')}. The parameters after it are the header of a CSV.`,
        cy: `Ar gyfer CSV, pa dabl ydyw: ${TABLE_NAMES.join(', ')}. Y paramedrau ar ei ôl yw pennyn CSV.`,
      }),
    },
    ...returnParameters(),
  },
  additionalProperties: { type: 'string' },
} as const;
