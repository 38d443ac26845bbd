import { Type } from 'typebox';
import { described } from '../openapi/words.ts';

const Texts = Type.Array(Type.String());

/** Breaks in comparability, beside figures and of a whole release. */
export const BREAKS = Type.Array(
  Type.Object({
    kind: Type.Unsafe<string>({
      type: 'string',
      enum: ['ethnicity_scheme', 'deprivation_index', 'missing_returns'],
    }),
    groups: Type.Array(Type.Object({ code: Type.String(), organisations: Texts, periods: Texts })),
  }),
  described({
    en: 'Why figures of different areas or periods may not be comparable: whose returns of which periods follow which scheme or index, or are missing.',
    cy: "Pam na ellir efallai gymharu ffigurau gwahanol ardaloedd neu gyfnodau: ffurflenni pwy o ba gyfnodau sy'n dilyn pa gynllun neu fynegai, neu sydd ar goll.",
  }),
);
