import jsonld from 'jsonld';
import { expect, it } from 'vitest';
import { schemaOrgOf } from '../../../src/formats/metadata/schema-org.ts';
import { TABLE_NAMES } from '../../../src/standard/generated/tables.ts';
import { walesRelease } from './published-wales-release.ts';

const RELEASE = walesRelease();

/** Reads it with the names of schema.org, as its own context would, and no other. */
async function read(language: 'en' | 'cy'): Promise<Record<string, { '@value'?: string; '@id'?: string }[]>> {
  const documentLoader = async (url: string) => {
    expect(url).toBe('https://schema.org/');
    return { documentUrl: url, document: { '@context': { '@vocab': 'http://schema.org/' } } };
  };
  const [dataset] = await jsonld.expand(schemaOrgOf(RELEASE, language), { documentLoader });
  return dataset as Awaited<ReturnType<typeof read>>;
}

it.each(['en', 'cy'] as const)('has what search engines of data ask for, in %s', async (language) => {
  const dataset = await read(language);
  const value = (name: string) => dataset[`http://schema.org/${name}`]?.[0]?.['@value'] ?? '';
  expect(dataset['@type']).toEqual(['http://schema.org/Dataset']);
  expect(value('name')).not.toBe('');
  // Descriptions outside these lengths are not taken.
  expect(value('description').length).toBeGreaterThan(50);
  expect(value('description').length).toBeLessThan(5_000);
  expect(value('temporalCoverage')).toBe('2025-04-01/2026-06-30');
  for (const name of ['license', 'publisher', 'spatialCoverage', 'includedInDataCatalog', 'creditText']) {
    expect(dataset[`http://schema.org/${name}`], name).toHaveLength(1);
  }
  expect(dataset['http://schema.org/distribution']).toHaveLength(2 * TABLE_NAMES.length);
});

it('says the same in each language in its own words', async () => {
  const [english, welsh] = [await read('en'), await read('cy')];
  expect(Object.keys(welsh)).toEqual(Object.keys(english));
  for (const name of ['name', 'description', 'keywords', 'publisher']) {
    expect(welsh[`http://schema.org/${name}`], name).not.toEqual(english[`http://schema.org/${name}`]);
  }
});
