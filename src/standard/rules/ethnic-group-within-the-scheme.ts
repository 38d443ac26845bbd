import { ETHNICITY_SCHEME_CODES } from '../generated/ethnicity-schemes.ts';
import { characteristic, outcomeCoverage } from './example-rows.ts';
import { codesById } from './reading/code-hierarchy.ts';
import { eachEthnicGroup, TABLES_OF_ETHNIC_GROUPS } from './reading/ethnic-groups.ts';
import { NOTHING_TO_CHECK } from './reading/passes.ts';
import type { Rule } from './rule.ts';

const GROUPS = codesById('ethnic_group');
const SCHEMES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(ETHNICITY_SCHEME_CODES).map(([scheme, codes]) => [scheme, new Set(codes)]),
);

export const ethnicGroupWithinTheScheme: Rule = {
  id: 'ethnic-group-within-the-scheme',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'The declared ethnicity scheme cannot tell this ethnic group apart.',
    cy: "Ni all y cynllun ethnigrwydd a ddatganwyd wahaniaethu'r grŵp ethnig hwn.",
  },
  why: {
    en: 'A system that holds the categories of 2001 has no Arab, Roma, or Gypsy and Traveller people to count, and the Welsh list of UK Core has one category for nearly all White groups. A figure for such a group was taken from elsewhere, or the scheme is another.',
    cy: "Nid oes gan system sy'n dal categorïau 2001 bobl Arabaidd, Roma, na Sipsiwn a Theithwyr i'w cyfrif, ac un categori sydd gan restr Gymreig UK Core ar gyfer bron pob grŵp Gwyn. Daeth ffigur ar gyfer grŵp o'r fath o rywle arall, neu gynllun arall yw hwn.",
  },
  remedy: {
    en: 'Send the group as a whole (asian, black, mixed, white or other), or the category that the scheme places these people in. If your system does tell them apart, correct ethnicity_scheme. The crosswalks ethnicity_census_2021, ethnicity_nhs_2001 and ethnicity_uk_core_wales say what each scheme can send.',
    cy: "Anfonwch y grŵp cyfan (asian, black, mixed, white neu other), neu'r categori y mae'r cynllun yn gosod y bobl hyn ynddo. Os yw eich system yn gwahaniaethu rhyngddynt, cywirwch ethnicity_scheme. Mae'r croesfapiau ethnicity_census_2021, ethnicity_nhs_2001 ac ethnicity_uk_core_wales yn dweud beth y gall pob cynllun ei anfon.",
  },
  source: 'core dataset, ethnicity_scheme; HL7 FHIR UK Core ethnic categories of England and Wales',
  examples: {
    passes: [
      { tables: { characteristics: [characteristic({ category: 'white_roma' })] } },
      {
        header: { ethnicity_scheme: 'nhs_2001' },
        tables: {
          characteristics: [
            characteristic({ category: 'white_british' }),
            characteristic({ category: 'asian_chinese' }),
            characteristic({ category: 'other' }),
            characteristic({ category: 'all_other' }),
            characteristic({ category: 'not_stated' }),
          ],
          outcome_coverage: [
            outcomeCoverage(),
            outcomeCoverage({ breakdown: 'ethnic_group', category: 'white' }),
          ],
        },
      },
      {
        header: { ethnicity_scheme: 'uk_core_wales' },
        tables: {
          characteristics: [
            characteristic({ category: 'white_gypsy_or_irish_traveller' }),
            characteristic({ category: 'other_arab' }),
            characteristic({ category: 'white' }),
            characteristic({ characteristic: 'religion', area_code: 'W11000024', category: 'muslim' }),
          ],
        },
      },
    ],
    fails: [
      {
        header: { ethnicity_scheme: 'nhs_2001' },
        tables: { characteristics: [characteristic({ category: 'white_roma' })] },
      },
      {
        header: { ethnicity_scheme: 'nhs_2001' },
        tables: { characteristics: [characteristic(), characteristic({ category: 'other_arab' })] },
      },
      {
        header: { ethnicity_scheme: 'uk_core_wales' },
        tables: { characteristics: [characteristic({ category: 'white_british' })] },
      },
    ],
  },
  start(header, report) {
    const expressible = SCHEMES.get(header.ethnicity_scheme);
    if (expressible === undefined) return NOTHING_TO_CHECK;
    return {
      reads: TABLES_OF_ETHNIC_GROUPS,
      row(table, values, row) {
        eachEthnicGroup(table, values, (field, value) => {
          const code = GROUPS.get(value);
          // Blanks, and groups, which hold whatever the scheme has within them, can always be sent.
          if (code?.level !== 'category' || expressible.has(value)) return;
          report({ table, row, path: [field], value, ...(code.parent ? { suggestion: code.parent } : {}) });
        });
      },
    };
  },
};
