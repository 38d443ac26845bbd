import type { Rule } from './rule.ts';

const NO_SERVICES = { services_included: [], areas_complete: [] };

export const servicesAreNamed: Rule = {
  id: 'services-are-named',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'The return names no service.',
    cy: "Nid yw'r ffurflen yn enwi unrhyw wasanaeth.",
  },
  why: {
    en: 'Only the names of the services show that nobody is counted in two returns, and what a missing figure means.',
    cy: "Dim ond enwau'r gwasanaethau sy'n dangos nad oes neb yn cael ei gyfrif mewn dwy ffurflen, a beth mae ffigur coll yn ei olygu.",
  },
  remedy: {
    en: 'List the codes of the services counted here, as the services register gives them, in services_included of coverage.',
    cy: "Rhestrwch godau'r gwasanaethau a gyfrifir yma, fel y maent yn y gofrestr gwasanaethau, yn services_included yn coverage.",
  },
  source: 'core dataset, the return',
  examples: {
    passes: [
      {
        header: { coverage: { services_included: ['powys-community-connectors'], areas_complete: [] } },
        tables: {},
      },
      {
        header: {
          source_kind: 'published_evaluation',
          coverage: NO_SERVICES,
          basis_note: { en: 'An evaluation of 2024.', cy: 'Gwerthusiad o 2024.' },
        },
        tables: {},
      },
    ],
    fails: [
      { header: { coverage: NO_SERVICES }, tables: {} },
      { header: { source_kind: 'case_management', coverage: NO_SERVICES }, tables: {} },
    ],
  },
  start(header, report) {
    return {
      end() {
        if (header.source_kind === 'published_evaluation') return;
        if (header.coverage.services_included.length > 0) return;
        report({ path: ['coverage', 'services_included'], value: null });
      },
    };
  },
};
