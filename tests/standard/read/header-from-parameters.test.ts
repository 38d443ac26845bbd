import { describe, expect, it } from 'vitest';
import { checkHeader } from '../../../src/standard/check-header.ts';
import { TABLE_NAMES } from '../../../src/standard/generated/tables.ts';
import { headerFromParameters } from '../../../src/standard/read/header-from-parameters.ts';

const PARAMETERS = {
  submitter: '7A7',
  period: '2026-Q3',
  figures_status: 'provisional',
  source_kind: 'synthetic',
  sex_basis: 'sex',
  deprivation_index: 'wimd_2019',
  ethnicity_scheme: 'census_2021',
  services_included: 'powys-community-connectors,powys-young-people',
  areas_complete: 'W06000023',
  source_system_name: 'Casebook',
  source_system_version: '4.2',
  source_system_extracted_at: '2026-10-20T09:30:00Z',
};

const plain = (header: unknown) => JSON.parse(JSON.stringify(header));

describe('headerFromParameters', () => {
  it('makes a valid header of flat parameters', () => {
    const header = headerFromParameters(PARAMETERS);
    expect(checkHeader(header)).toEqual([]);
    expect(plain(header)).toMatchObject({
      standard: 'spcd',
      schema_version: '1.0',
      period_start: '2026-07-01',
      period_end: '2026-09-30',
      coverage: {
        services_included: ['powys-community-connectors', 'powys-young-people'],
        areas_complete: ['W06000023'],
      },
      source_system: { name: 'Casebook', version: '4.2' },
    });
  });

  it('fills in nothing that is given, and no dates of a period it does not know', () => {
    const given = headerFromParameters({
      schema_version: '2.0',
      period: '2026-Q3',
      period_start: '2026-06-01',
    });
    expect(given).toMatchObject({
      schema_version: '2.0',
      period_start: '2026-06-01',
      period_end: '2026-09-30',
    });
    expect(headerFromParameters({ period: 'now' })).not.toHaveProperty('period_start');
  });

  it('reads an empty text as an empty list, and drops the spaces around entries', () => {
    const { coverage } = headerFromParameters({
      services_included: '',
      areas_complete: 'W06000023, W06000008',
    });
    expect(coverage).toEqual({ services_included: [], areas_complete: ['W06000023', 'W06000008'] });
  });

  it.each(TABLE_NAMES)('takes what coverage says of %s', (table) => {
    const header = headerFromParameters({
      ...PARAMETERS,
      [`${table}_nil`]: 'true',
      [`${table}_not_collected`]: 'armed_forces,religion',
      [`${table}_reason_code`]: 'not_asked',
      [`${table}_reason_en`]: 'Not asked.',
      [`${table}_reason_cy`]: 'Ni ofynnwyd.',
      notes_en: 'None.',
      notes_cy: 'Dim.',
    });
    expect(checkHeader(header)).toEqual([]);
    expect(plain(header).coverage.tables).toEqual({
      [table]: {
        nil: true,
        not_collected: ['armed_forces', 'religion'],
        reason_code: 'not_asked',
        reason: { en: 'Not asked.', cy: 'Ni ofynnwyd.' },
      },
    });
  });

  it('keeps what means nothing, so that validation reports it', () => {
    const header = headerFromParameters({ ...PARAMETERS, quarter: '2', profiles_nil: 'yes' });
    expect(checkHeader(header).map(({ rule, path }) => `${rule} ${path.join('/')}`)).toEqual([
      'header-field-known quarter',
      'header-value-type coverage/tables/profiles/nil',
    ]);
  });

  it('adds to a header without changing it', () => {
    const base = { submitter: '7A7', coverage: { services_included: ['a'], areas_complete: ['W06000023'] } };
    const header = headerFromParameters({ submitter: '7A1', areas_complete: '' }, base);
    expect(header).toMatchObject({
      submitter: '7A1',
      coverage: { services_included: ['a'], areas_complete: [] },
    });
    expect(base.coverage.areas_complete).toEqual(['W06000023']);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'keeps a parameter named %s as an unknown field',
    (name) => {
      const header = headerFromParameters(Object.fromEntries([...Object.entries(PARAMETERS), [name, 'x']]));
      expect(checkHeader(header).map(({ path }) => path)).toEqual([[name]]);
      expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    },
  );
});
