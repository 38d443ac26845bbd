import { beforeAll, describe, expect, it } from 'vitest';
import { metaFaults } from '../../src/codegen/check-against-meta.ts';
import { type DescribedStandard, glossaryFaults } from '../../src/codegen/check-glossary.ts';
import { indicatorFaults } from '../../src/codegen/check-indicators.ts';
import { mappingFaults } from '../../src/codegen/check-mappings.ts';
import { VERSION } from '../../src/codegen/generate.ts';
import type { WrittenTerm } from '../../src/codegen/read-glossary.ts';
import { REPOSITORY, readSchema } from '../../src/codegen/read-schema.ts';
import { type Registries, readRegistries, registryFaults } from '../../src/codegen/render-registries.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { INDICATORS } from '../../src/standard/generated/indicators.ts';
import { MAPPINGS } from '../../src/standard/generated/mappings.ts';
import { TABLES } from '../../src/standard/generated/tables.ts';
import type { MappingEntry } from '../../src/standard/mapping.ts';

const STANDARD: DescribedStandard = {
  tables: Object.values(TABLES),
  codeLists: Object.values(CODE_LISTS),
};

let registries: Registries;

beforeAll(async () => {
  registries = await readRegistries(VERSION, REPOSITORY);
});

it('finds the registries of the standard in order', async () => {
  expect(await registryFaults(registries, await readSchema(VERSION, REPOSITORY), REPOSITORY)).toEqual([]);
});

/** The glossary with one term changed. */
function glossaryWith(id: string, change: (term: WrittenTerm) => Partial<WrittenTerm>) {
  const { scheme, files } = registries.glossary;
  const changed = new Map(
    [...files].map(([name, file]) => [
      name,
      { ...file, terms: file.terms.map((term) => (term.id === id ? { ...term, ...change(term) } : term)) },
    ]),
  );
  return { scheme, files: changed, terms: [...changed.values()].flatMap(({ terms }) => terms) };
}

const EPISODE = 'spg-0075';
const NAVIGATOR = 'spg-0004';

describe('the glossary is refused when', () => {
  it.each<[string, string, (term: WrittenTerm) => Partial<WrittenTerm>, string]>([
    [
      'a definition begins with its own term',
      EPISODE,
      (term) => ({ definition: { ...term.definition, en: 'An episode of support for one person.' } }),
      'uses the term itself',
    ],
    [
      'a Welsh definition uses its own term, mutated',
      EPISODE,
      (term) => ({
        definition: {
          ...term.definition,
          cy: 'Diwedd neu ddechrau gyfnod cymorth i un unigolyn mewn gwasanaeth.',
        },
      }),
      'spg-0075 definition cy: uses the term itself',
    ],
    [
      'two definitions lead to each other',
      'spg-0006',
      (term) => ({ definition: { ...term.definition, en: 'Whoever is the subject of an episode.' } }),
      'circular in en: spg-0006 > spg-0075 > spg-0006',
    ],
    [
      'a definition says only what a thing is not',
      NAVIGATOR,
      (term) => ({
        definition: {
          ...term.definition,
          en: 'Not a worker who holds conversations of any depth with the people who come to them.',
        },
      }),
      'says only what it is not',
    ],
    [
      'a definition has two sentences',
      NAVIGATOR,
      (term) => ({ definition: { ...term.definition, en: `${term.definition.en} There is more.` } }),
      'is not one sentence',
    ],
    [
      'a language is missing',
      NAVIGATOR,
      (term) => ({ plain: { ...term.plain, cy: '' } }),
      'spg-0004 plain: is in one language only',
    ],
    [
      'both languages say the same',
      NAVIGATOR,
      (term) => ({ plain: { en: term.plain.en, cy: term.plain.en } }),
      'is the same in both languages',
    ],
    [
      'a Welsh text was cut short',
      NAVIGATOR,
      (term) => ({ plain: { ...term.plain, cy: 'Rhywun.' } }),
      'times as long in Welsh',
    ],
    [
      'a text has markup',
      NAVIGATOR,
      (term) => ({ plain: { ...term.plain, en: 'Someone who <b>helps</b> you find your way.' } }),
      'has markup in it',
    ],
    [
      'a text is not composed',
      NAVIGATOR,
      (term) => ({ plain: { ...term.plain, cy: term.plain.cy.replace("sy'n", 'w\u0302yr') } }),
      'NFC',
    ],
    [
      'two terms have one preferred label',
      NAVIGATOR,
      () => ({ label: { en: 'Link Worker', cy: 'llywiwr cymunedol' } }),
      'spg-0002 has the same en label',
    ],
    [
      'a term says a label twice',
      NAVIGATOR,
      (term) => ({ hidden: { en: ['Community navigator'], cy: term.hidden.cy } }),
      'twice in en',
    ],
    [
      "a term borrows another's label in silence",
      NAVIGATOR,
      () => ({
        alternatives: [
          { value: 'link worker', language: 'en' as const, type: 'synonym' as const, sectors: [] },
        ],
      }),
      'is that of spg-0002, which it must say',
    ],
    [
      'a label is borrowed from a term that is not near',
      NAVIGATOR,
      () => ({
        alternatives: [
          {
            value: 'consent',
            language: 'en' as const,
            type: 'synonym' as const,
            sectors: [],
            term: 'spg-0066',
          },
        ],
      }),
      'neither narrower nor related',
    ],
    [
      'a related term does not exist',
      NAVIGATOR,
      () => ({ related: ['spg-9999'] }),
      'there is no term spg-9999',
    ],
    [
      'a related term is broader',
      'spg-0002',
      () => ({ related: ['spg-0001'] }),
      'spg-0001 is broader or narrower, not related',
    ],
    [
      'a term is broader than itself',
      'spg-0001',
      () => ({ broader: ['spg-0002'] }),
      'is broader than itself',
    ],
    [
      'its successor is not active',
      'spg-0005',
      () => ({ status: 'deprecated' as const, deprecated_by: [NAVIGATOR] }),
      'its successor spg-0004 is not active',
    ],
    [
      'it is used by what the standard does not have',
      EPISODE,
      () => ({ used_by: ['unit:episode', 'field:profiles.postcode'] }),
      'the standard has no field:profiles.postcode',
    ],
    [
      'a unit of the standard is no term',
      EPISODE,
      () => ({ used_by: [] }),
      'no term is used by unit:episode',
    ],
    ['a stage is no term', 'spg-0088', () => ({ used_by: [] }), 'no term is used by code:stage.open_at_end'],
    ['a source is unknown', EPISODE, () => ({ sources: ['hearsay'] }), 'the scheme has no source hearsay'],
    ['an id stands twice', EPISODE, () => ({ id: NAVIGATOR }), 'spg-0004: the id stands twice'],
    [
      'a term stands in the file of another group',
      EPISODE,
      () => ({ group: 'governance_and_data' as const }),
      'stands in process.json',
    ],
  ])('%s', (_, id, change, fault) => {
    const faults = glossaryFaults(glossaryWith(id, change), STANDARD);
    expect(faults.join('\n')).toContain(fault);
  });

  it.each<[string, (term: WrittenTerm) => object]>([
    ['a field is unknown', () => ({ colour: 'green' })],
    ['an id is not opaque', () => ({ id: 'episode' })],
    [
      'a definition does not end',
      (term) => ({ definition: { ...term.definition, en: 'The span of support' } }),
    ],
    ['its Welsh has no status', () => ({ welsh: { gender: null } })],
    ['it is deprecated without a reason', () => ({ status: 'deprecated' })],
  ])('%s (its form)', async (_, change) => {
    const { files } = glossaryWith(EPISODE, (term) => change(term) as Partial<WrittenTerm>);
    expect(await metaFaults('glossary', files, REPOSITORY)).not.toEqual([]);
  });
});

describe('a crosswalk is refused when', () => {
  const entry = MAPPINGS.find(({ id }) => id === 'csds_referral_source')?.entries[0] as MappingEntry;
  it.each<[string, Partial<MappingEntry>, string]>([
    [
      'it leads to an unknown code',
      { to: { list: 'referral_source', code: 'wizard' } },
      'unknown referral_source.wizard',
    ],
    ['it leads to an unknown list', { to: { list: '__proto__', code: 'x' } }, 'unknown __proto__.x'],
    [
      'it leads to an unknown field',
      { to: { table: 'assets', field: 'postcode' } },
      'unknown assets.postcode',
    ],
    ['none leads somewhere', { relation: 'none' }, 'is none but leads somewhere'],
    ['another leads nowhere', { to: null }, 'is equal but leads nowhere'],
    ['it is wider than a single code', { relation: 'wider' }, 'which is no group'],
    ['its relation is unknown', { relation: 'similar' as 'equal' }, 'the unknown relation similar'],
    ['a title lacks Welsh', { from_title: { en: 'GP practice', cy: '' } }, 'lacks a title'],
    ['a note lacks Welsh', { note: { en: 'Some.', cy: '' } }, 'in one language only'],
    ['it has no source', { source: '' }, 'has no source'],
  ])('%s', (_, change, fault) => {
    const [mapping] = MAPPINGS;
    if (mapping === undefined) throw new Error('there is no mapping');
    expect(mappingFaults([{ ...mapping, entries: [{ ...entry, ...change }] }], STANDARD).join()).toContain(
      fault,
    );
  });

  it('an entry stands twice', () => {
    const [mapping] = MAPPINGS;
    if (mapping === undefined) throw new Error('there is no mapping');
    expect(mappingFaults([{ ...mapping, entries: [entry, entry] }], STANDARD).join()).toContain(
      'stands twice',
    );
  });
});

describe('an indicator is refused when its question', () => {
  const { people_reached } = INDICATORS;
  it.each<[string, object, string]>([
    ['asks an unknown table', { table: 'people' }, 'asks the unknown table people'],
    ['leaves a selector out', { selectors: {} }, 'does not choose population'],
    [
      'asks a selector for an unknown code',
      { selectors: { population: 'everyone' } },
      'asks population for everyone',
    ],
    ['filters by an unknown code', { filters: { sex: 'females' } }, 'filters sex by females'],
    ['filters by an unknown dimension', { filters: { postcode: 'CF10' } }, 'filters by postcode'],
    ['groups by an unknown level', { by: ['age_band.month'] }, 'groups by age_band.month'],
    ['asks people by the year', { figures: { financial_year: 'people' } }, 'asks people by financial_year'],
  ])('%s', (_, change, fault) => {
    const { words, question } = people_reached.numerator;
    const numerator = { words, question: { ...question, ...change } };
    expect(indicatorFaults([{ ...people_reached, numerator }], STANDARD).join()).toContain(fault);
  });
});

it('has a term for every unit of the counting rules, and the seventy-two candidate terms', () => {
  const notations = registries.glossary.terms.map(({ notation }) => notation);
  const units =
    'person referral episode contact what_matters_conversation action_plan connection taken_up closure practitioner offer provider';
  expect(notations).toEqual(expect.arrayContaining(units.split(' ')));
  expect(registries.glossary.terms.length).toBeGreaterThanOrEqual(72);
});
