import { describe, expect, it } from 'vitest';
import { checkHeader, HEADER_RULES_BY_KEYWORD } from '../../src/standard/check-header.ts';
import { SCHEMAS } from '../../src/standard/generated/schemas.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

type Header = Record<string, unknown>;

/** The valid header with something changed. */
function changed(change: (header: Header) => void): Header {
  const { tables: _, ...header } = structuredClone(VALID_RETURN) as unknown as Header;
  change(header);
  return header;
}

function faultsOf(change: (header: Header) => void) {
  return checkHeader(changed(change)).map(({ rule, path, value, suggestion }) => ({
    rule,
    path: path.join('/'),
    value,
    suggestion: suggestion(),
  }));
}

/** Every keyword the header's schema judges values by. */
function keywordsOf(node: unknown, areNames = false): string[] {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return [];
  return Object.entries(node).flatMap(([key, child]) => {
    const holdsNames = key === 'properties' && !areNames;
    const below = keywordsOf(child, holdsNames);
    return areNames ? below : [key, ...below];
  });
}

describe('checkHeader', () => {
  it('finds nothing wrong with a valid header', () => {
    expect(faultsOf(() => undefined)).toEqual([]);
  });

  it.each([
    ['a missing field', (h: Header) => delete h.submitter, 'header-field-present', 'submitter', null, null],
    [
      'a missing field below another',
      (h: Header) => delete (h.source_system as Header).version,
      'header-field-present',
      'source_system/version',
      null,
      null,
    ],
    [
      'an unknown field',
      (h: Header) => Object.assign(h, { figure_status: 'final' }),
      'header-field-known',
      'figure_status',
      'figure_status',
      'figures_status',
    ],
    [
      'the title of a field for its name',
      (h: Header) => Object.assign(h.coverage as Header, { 'Complete areas': [] }),
      'header-field-known',
      'coverage/Complete areas',
      'Complete areas',
      'areas_complete',
    ],
    [
      'an unknown code',
      (h: Header) => Object.assign(h, { deprivation_index: 'wimd2019' }),
      'header-code-known',
      'deprivation_index',
      'wimd2019',
      'wimd_2019',
    ],
    [
      'the label of a code',
      (h: Header) => Object.assign(h, { submitter: 'Powys Teaching Health Board' }),
      'header-code-known',
      'submitter',
      'Powys Teaching Health Board',
      '7A7',
    ],
    [
      'an unknown code in a list',
      (h: Header) => Object.assign(h.coverage as Header, { areas_complete: ['W06000023', 'Ceredigion'] }),
      'header-code-known',
      'coverage/areas_complete/1',
      'Ceredigion',
      'W06000008',
    ],
    [
      'another standard',
      (h: Header) => Object.assign(h, { standard: 'SPCD' }),
      'standard-is-spcd',
      'standard',
      'SPCD',
      'spcd',
    ],
    [
      'an unknown version',
      (h: Header) => Object.assign(h, { schema_version: '1' }),
      'schema-version-known',
      'schema_version',
      '1',
      null,
    ],
    [
      'a period of another form',
      (h: Header) => Object.assign(h, { period: '2026-Q5' }),
      'header-text-well-formed',
      'period',
      '2026-Q5',
      null,
    ],
    [
      'a day that is not in the calendar',
      (h: Header) => Object.assign(h, { period_end: '2026-09-31' }),
      'header-date-well-formed',
      'period_end',
      '2026-09-31',
      null,
    ],
    [
      'a number for text',
      (h: Header) => Object.assign(h, { sex_basis: 1 }),
      'header-value-type',
      'sex_basis',
      '1',
      null,
    ],
    [
      'nothing for text',
      (h: Header) => Object.assign(h, { sex_basis: null }),
      'header-field-present',
      'sex_basis',
      null,
      null,
    ],
    [
      'a list for an object',
      (h: Header) => Object.assign(h, { coverage: [] }),
      'header-value-type',
      'coverage',
      null,
      null,
    ],
    [
      'an empty text',
      (h: Header) => Object.assign(h.source_system as Header, { name: '' }),
      'header-text-length',
      'source_system/name',
      '',
      null,
    ],
    [
      'a text too long',
      (h: Header) => Object.assign(h, { notes: { en: 'x'.repeat(1_001), cy: 'x' } }),
      'header-text-length',
      'notes/en',
      '[withheld]',
      null,
    ],
    [
      'a list too long',
      (h: Header) =>
        Object.assign(h.coverage as Header, {
          services_included: Array.from({ length: 2_001 }, (_, index) => `s${index}`),
        }),
      'header-list-length',
      'coverage/services_included',
      null,
      null,
    ],
    [
      'an entry twice',
      (h: Header) => Object.assign(h.coverage as Header, { services_included: ['ab', 'ab'] }),
      'header-list-unique',
      'coverage/services_included',
      null,
      null,
    ],
    [
      'what identifies a person',
      (h: Header) => Object.assign(h, { submitter: '9434765919' }),
      'header-code-known',
      'submitter',
      '[withheld]',
      null,
    ],
  ])('says once what is wrong with %s', (_, change, rule, path, value, suggestion) => {
    expect(faultsOf(change)).toEqual([{ rule, path, value, suggestion }]);
  });

  it('says which versions are known', () => {
    const [fault] = checkHeader(changed((header) => Object.assign(header, { schema_version: '2.0' })));
    expect(fault?.facts).toEqual({ versions: { en: '1.0, 1.1', cy: '1.0, 1.1' } });
  });

  it('reads a header whose objects have no prototype', () => {
    const bare = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      const entries = Object.entries(value).map(([key, child]) => [key, bare(child)]);
      return Object.setPrototypeOf(Object.fromEntries(entries), null);
    };
    expect(checkHeader(bare(changed(() => undefined)) as Header)).toEqual([]);
  });

  it('reports fields named like parts of JavaScript as unknown', () => {
    const header = Object.setPrototypeOf(
      changed(() => undefined),
      null,
    ) as Header;
    Object.assign(header, JSON.parse('{"__proto__":{"submitter":"7A7"},"constructor":1,"hasOwnProperty":2}'));
    expect(checkHeader(header).map(({ rule, path }) => [rule, path[0]])).toEqual([
      ['header-field-known', '__proto__'],
      ['header-field-known', 'constructor'],
      ['header-field-known', 'hasOwnProperty'],
    ]);
  });

  it('has words for every keyword of the schema that a header can fail', () => {
    const { tables: _, ...properties } = (SCHEMAS['/schema/1.0/return.schema.json'] as { properties: Header })
      .properties;
    const silent = ['title', 'description', 'examples', 'properties', 'items', 'const'];
    const used = new Set(['required', 'additionalProperties', ...keywordsOf(properties, true)]);
    const judging = [...used].filter((keyword) => !silent.includes(keyword) && !keyword.startsWith('x-'));
    expect(judging.filter((keyword) => !Object.hasOwn(HEADER_RULES_BY_KEYWORD, keyword))).toEqual([]);
  });
});
