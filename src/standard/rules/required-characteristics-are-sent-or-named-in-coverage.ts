import { columnsOf } from '../row.ts';
import { characteristic, profile } from './example-rows.ts';
import { requiredCharacteristics } from './reading/characteristics.ts';
import { isWelshOrganisation } from './reading/organisations.ts';
import { NOTHING_TO_CHECK } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const CHARACTERISTICS = columnsOf('characteristics');
const PROFILES = columnsOf('profiles');

const NAMES = { services_included: ['connectors'], areas_complete: [] };
const ALL_BUT_ETHNIC_GROUP = [
  'disability',
  'unpaid_carer',
  'language_of_choice',
  'employment_status',
  'rurality',
];

export const requiredCharacteristicsAreSentOrNamedInCoverage: Rule = {
  id: 'required-characteristics-are-sent-or-named-in-coverage',
  tier: 'advice',
  since: '1.0',
  tables: ['characteristics'],
  message: {
    en: 'A required characteristic is neither sent for people supported nor named as not collected.',
    cy: "Nid yw nodwedd ofynnol wedi'i hanfon ar gyfer pobl a gefnogwyd nac wedi'i henwi fel un nas cesglir.",
  },
  why: {
    en: 'Readers must be able to tell an item that your systems do not hold from one that was forgotten.',
    cy: "Rhaid i ddarllenwyr allu gwahaniaethu rhwng eitem nad yw eich systemau'n ei dal ac un a anghofiwyd.",
  },
  remedy: {
    en: 'Send the characteristic for the population supported, or add its code to not_collected in the coverage of characteristics.',
    cy: 'Anfonwch y nodwedd ar gyfer y boblogaeth supported, neu ychwanegwch ei chod at not_collected yng nghwmpas characteristics.',
  },
  source: 'core dataset, characteristics',
  examples: {
    passes: [
      {
        header: {
          coverage: {
            ...NAMES,
            tables: {
              characteristics: { not_collected: [...ALL_BUT_ETHNIC_GROUP, 'welsh_language_service'] },
            },
          },
        },
        tables: { characteristics: [characteristic()] },
      },
      {
        header: {
          submitter: 'spcd_evidence',
          coverage: { ...NAMES, tables: { characteristics: { not_collected: ALL_BUT_ETHNIC_GROUP } } },
        },
        tables: { characteristics: [characteristic()] },
      },
      {
        header: { coverage: NAMES },
        tables: { profiles: [profile({ population: 'referred' })], characteristics: [] },
      },
      {
        header: { coverage: { ...NAMES, tables: { characteristics: { nil: true } } } },
        tables: { characteristics: [] },
      },
    ],
    fails: [
      { header: { coverage: NAMES }, tables: { characteristics: [characteristic()] } },
      {
        header: {
          coverage: { ...NAMES, tables: { characteristics: { not_collected: ALL_BUT_ETHNIC_GROUP } } },
        },
        tables: { characteristics: [characteristic()] },
      },
      { tables: { characteristics: [characteristic({ population: 'referred' })] } },
    ],
  },
  start(header, report, present) {
    const coverage = header.coverage.tables?.characteristics;
    if (coverage?.nil === true) return NOTHING_TO_CHECK;
    const missing = new Set(requiredCharacteristics(isWelshOrganisation(header.submitter)));
    for (const named of coverage?.not_collected ?? []) missing.delete(named);
    // Without profiles nothing says that nobody was supported, so the characteristics are expected.
    let hasSupported = !present.has('profiles');
    return {
      row(table, values) {
        if (table === 'profiles' && codeAt(values, PROFILES.population) === 'supported') hasSupported = true;
        if (table !== 'characteristics') return;
        if (codeAt(values, CHARACTERISTICS.population) !== 'supported') return;
        missing.delete(codeAt(values, CHARACTERISTICS.characteristic));
      },
      end() {
        if (!hasSupported) return;
        const path = ['coverage', 'tables', 'characteristics', 'not_collected'];
        for (const suggestion of missing) report({ path, value: null, suggestion });
      },
    };
  },
};
