import Papa from 'papaparse';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GLOSSARY } from '../../src/standard/generated/glossary.ts';
import { INDICATORS } from '../../src/standard/generated/indicators.ts';
import { MAPPINGS } from '../../src/standard/generated/mappings.ts';
import { expectProblem } from './expect-problem.ts';
import { startApp, type TestApp } from './start-app.ts';

let service: TestApp;

beforeAll(async () => {
  service = await startApp();
});
afterAll(() => service.close());

const agent = () => request(service.app.server);
const idsFor = async (query: string) => {
  const { body } = await agent().get(`/v1/glossary?${query}`).expect(200);
  return body.terms.map(({ id }: { id: string }) => id) as string[];
};

describe('the glossary', () => {
  it('gives every term, with its groups and sources', async () => {
    const { body, headers } = await agent().get('/v1/glossary').expect(200);
    expect(body.terms).toEqual(GLOSSARY);
    expect(body.scheme.groups).toHaveLength(5);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-language': 'en, cy',
      'cache-control': 'public, max-age=3600',
      vary: 'Accept',
    });
  });

  it.each([
    ['social prescribing', 'spg-0014'],
    ['bresgripsiynu cymdeithasol', 'spg-0014'],
    ['PHRESGRIPSIYNU CYMDEITHASOL', 'spg-0014'],
    ['rhagnodi cymdeithasol', 'spg-0014'],
    ['weithiwr cyswllt', 'spg-0002'],
    ['SPLW', 'spg-0002'],
    ['sgwrs am yr hyn sy’n bwysig', 'spg-0022'],
    ['grwp cymorth cymheiriaid', 'spg-0045'],
  ])('finds %s in either language, mutated or without accents', async (query, id) => {
    expect((await idsFor(`q=${encodeURIComponent(query)}`))[0]).toBe(id);
  });

  it('says what was found, but never shows a hidden label', async () => {
    const { body } = await agent().get('/v1/glossary').query({ q: 'bresgripsiynu cymdeithasol' }).expect(200);
    expect(body.terms[0].found_by).toEqual({ label: null, language: 'cy', kind: 'hidden', match: 'same' });
    const named = await agent().get('/v1/glossary').query({ q: 'discharge' }).expect(200);
    expect(named.body.terms[0]).toMatchObject({ id: 'spg-0027', found_by: { label: 'discharge' } });
  });

  it('narrows by group, scope and status, with and without a search', async () => {
    const core = await idsFor('group=process&scope=core&status=active');
    expect(core).toEqual(
      GLOSSARY.filter(
        ({ group, scope, status }) => group === 'process' && scope === 'core' && status === 'active',
      ).map(({ id }) => id),
    );
    expect(core.length).toBeGreaterThan(5);
    for (const id of await idsFor('q=referral&group=process')) {
      expect(GLOSSARY.find((term) => term.id === id)?.group).toBe('process');
    }
  });

  it('answers a search that finds nothing with no terms', async () => {
    for (const query of ['zzzz', '__proto__', '%F0%9F%90%89', '', '%00']) {
      expect(await idsFor(`q=${query}`)).toEqual([]);
    }
  });

  it.each(['group=people', 'status=gone', `q=${'a'.repeat(201)}`, 'format=xml', 'q=a&q=b', 'limit=1'])(
    'refuses %s',
    async (query) => {
      const { status, headers } = await agent().get(`/v1/glossary?${query}`);
      expect([status, headers['content-type']]).toEqual([400, expect.stringContaining('problem+json')]);
    },
  );

  it('gives one term by its id, and names the nearest to one it does not have', async () => {
    for (const term of GLOSSARY.slice(0, 5)) {
      const { body } = await agent().get(`/v1/glossary/${term.id}`).expect(200);
      expect(body).toEqual(term);
    }
    const body = expectProblem(await agent().get('/v1/glossary/SPG_0075'), 'ENTRY_NOT_FOUND');
    expect(body.errors).toEqual([expect.objectContaining({ nearest: 'spg-0075' })]);
    expectProblem(await agent().get('/v1/glossary/__proto__'), 'ENTRY_NOT_FOUND');
  });

  it('leads back from every concept address to the concept', async () => {
    for (const { id, uri } of GLOSSARY.slice(-5)) {
      const { body } = await agent().get(new URL(uri).pathname).expect(200);
      expect(body.id).toBe(id);
    }
  });
});

describe.each([
  ['/v1/glossary', GLOSSARY.length],
  ['/v1/glossary/spg-0014', 1],
  ['/v1/mappings', MAPPINGS.flatMap(({ entries }) => entries).length],
  ['/v1/mappings/csds_referral_source', 23],
  ['/v1/indicators', 10],
  ['/v1/indicators/plan_agreed', 1],
])('%s as CSV', (path, rows) => {
  it('has the same rows by format and by Accept, both languages side by side, and no cell that is a formula', async () => {
    const byFormat = await agent().get(`${path}?format=csv`).expect(200);
    const byAccept = await agent().get(path).set('accept', 'text/csv').expect(200);
    expect(byFormat.text).toBe(byAccept.text);
    expect(byFormat.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(byFormat.headers['content-disposition']).toMatch(/^inline; filename="[a-z0-9_-]+\.csv"$/);
    const { data, meta, errors } = Papa.parse<Record<string, string>>(byFormat.text.trimEnd(), {
      header: true,
    });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(rows);
    const fields = meta.fields ?? [];
    const welsh = fields.filter((field) => field.endsWith('_cy'));
    expect(welsh.length).toBeGreaterThan(1);
    expect(fields).toEqual(expect.arrayContaining(welsh.map((field) => field.replace(/_cy$/, '_en'))));
    expect(data.flatMap(Object.values).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it('and in no other form', async () => {
    expectProblem(await agent().get(path).set('accept', 'application/pdf'), 'NOT_ACCEPTABLE');
  });
});

describe('the crosswalks', () => {
  it('are all there, and can be read one at a time', async () => {
    const { body } = await agent().get('/v1/mappings').expect(200);
    expect(body.mappings).toEqual(MAPPINGS);
    for (const mapping of MAPPINGS) {
      const one = await agent().get(`/v1/mappings/${mapping.id}`).expect(200);
      expect(one.body).toEqual(mapping);
    }
    const problem = expectProblem(await agent().get('/v1/mappings/csds_referal_source'), 'ENTRY_NOT_FOUND');
    expect(problem.errors).toEqual([expect.objectContaining({ nearest: 'csds_referral_source' })]);
  });

  it('say of every outside code how it stands to ours, and of some that nothing matches', () => {
    const relations = new Set(MAPPINGS.flatMap(({ entries }) => entries.map(({ relation }) => relation)));
    expect([...relations].sort()).toEqual(['approximate', 'equal', 'narrower', 'none', 'wider']);
  });
});

describe('the indicators', () => {
  it('are all there, and can be read one at a time', async () => {
    const { body } = await agent().get('/v1/indicators').expect(200);
    expect(body.indicators).toEqual(Object.values(INDICATORS));
    for (const indicator of Object.values(INDICATORS)) {
      const one = await agent().get(`/v1/indicators/${indicator.id}`).expect(200);
      expect(one.body).toEqual(indicator);
    }
    const problem = expectProblem(await agent().get('/v1/indicators/plan_agred'), 'ENTRY_NOT_FOUND');
    expect(problem.errors).toEqual([expect.objectContaining({ nearest: 'plan_agreed' })]);
  });
});

describe('the files behind them', () => {
  it.each([
    '/schema/1.0/glossary/process.json',
    '/schema/1.0/glossary/scheme.json',
    '/schema/1.0/mappings/gravity_sdoh_category.csv',
    '/schema/1.0/mappings/mappings.json',
    '/schema/1.0/indicators/taken_up.json',
    '/schema/meta/glossary.schema.json',
  ])('are served as they lie: %s', async (path) => {
    const { text, headers } = await agent().get(path).buffer(true).expect(200);
    expect(headers['cache-control']).toBe('public, max-age=3600');
    expect(text ?? '').not.toBe('');
  });
});
