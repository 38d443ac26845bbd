import { containsIdentifier } from '../identifiers.ts';
import type { ReturnHeader } from '../row.ts';
import type { Rule } from './rule.ts';

type Words = readonly [path: readonly (string | number)[], text: string];

/** Every text of a header that a person may word freely, rather than choose from a list. */
function freeTextsOf(header: ReturnHeader): readonly Words[] {
  const { source_system, support_tier_version, notes, basis_note, coverage } = header;
  const bilingual = (
    path: readonly string[],
    text: { en: string; cy: string } | undefined,
  ): readonly Words[] =>
    text === undefined ? [] : [[[...path, 'en'], text.en] as const, [[...path, 'cy'], text.cy] as const];
  return [
    [['source_system', 'name'], source_system.name],
    [['source_system', 'version'], source_system.version],
    [['support_tier_version'], support_tier_version ?? ''],
    ...bilingual(['notes'], notes),
    ...bilingual(['basis_note'], basis_note),
    ...coverage.services_included.map(
      (code, index) => [['coverage', 'services_included', index], code] as const,
    ),
    ...Object.entries(coverage.tables ?? {}).flatMap(([table, { reason, not_collected }]) => [
      ...bilingual(['coverage', 'tables', table, 'reason'], reason),
      ...(not_collected ?? []).map(
        (name, index) => [['coverage', 'tables', table, 'not_collected', index], name] as const,
      ),
    ]),
  ];
}

const SYSTEM = { name: 'Casebook', version: '4.2', extracted_at: '2026-10-12T09:00:00Z' };
const CLEAN = { en: 'Two services joined in July.', cy: 'Ymunodd dau wasanaeth ym mis Gorffennaf.' };

export const noIdentifiersInText: Rule = {
  id: 'no-identifiers-in-text',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'The text holds what looks like an identifier of a person.',
    cy: "Mae'r testun yn cynnwys yr hyn sy'n edrych fel dynodwr unigolyn.",
  },
  why: {
    en: 'No NHS number, postcode, e-mail address, telephone number or date of birth may be sent, stored or published. The text is not repeated here.',
    cy: "Ni chaniateir anfon, storio na chyhoeddi unrhyw rif GIG, cod post, cyfeiriad e-bost, rhif ffôn na dyddiad geni. Nid yw'r testun yn cael ei ailadrodd yma.",
  },
  remedy: {
    en: 'Take it out. If it is not an identifier, write it another way: dates with the month in words and the year of the figures, versions with dots.',
    cy: "Tynnwch ef allan. Os nad yw'n ddynodwr, ysgrifennwch ef mewn ffordd arall: dyddiadau â'r mis mewn geiriau a blwyddyn y ffigurau, fersiynau â dotiau.",
  },
  source: 'core dataset, principle 1',
  examples: {
    passes: [
      { header: { notes: CLEAN, source_system: SYSTEM }, tables: {} },
      { header: { support_tier_version: '2026' }, tables: {} },
    ],
    fails: [
      // The number that NHS documents use as their example: its check digit is right.
      { header: { notes: { ...CLEAN, en: 'Counted twice: 943 476 5919.' } }, tables: {} },
      { header: { source_system: { ...SYSTEM, name: 'Casebook, help@example.org' } }, tables: {} },
      { header: { coverage: { services_included: ['client-9434765919'], areas_complete: [] } }, tables: {} },
      {
        header: {
          coverage: {
            services_included: ['connectors'],
            areas_complete: [],
            tables: { outcomes: { reason: { ...CLEAN, cy: 'Ffoniwch 01632 960 001.' } } },
          },
        },
        tables: {},
      },
    ],
  },
  start(header, report) {
    return {
      end() {
        for (const [path, text] of freeTextsOf(header)) if (containsIdentifier(text)) report({ path });
      },
    };
  },
};
