import Papa from 'papaparse';
import request from 'supertest';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODE_LIST_SHAPE } from '../../src/http/public/codelist-shape.ts';
import { MEASURE_SHAPE } from '../../src/http/public/measure-shape.ts';
import type { CodeList } from '../../src/standard/code-list.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { GLOSSARY } from '../../src/standard/generated/glossary.ts';
import { INDICATORS } from '../../src/standard/generated/indicators.ts';
import { MAPPINGS } from '../../src/standard/generated/mappings.ts';
import { MEASURES } from '../../src/standard/generated/measures.ts';
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
  ['/v1/measures', Object.keys(MEASURES).length],
  ['/v1/measures/swemwbs_metric', 1],
  ['/v1/codelists', Object.values(CODE_LISTS).flatMap(({ codes }) => codes).length],
  ['/v1/codelists/need', CODE_LISTS.need.codes.length],
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
    const isFormula = (cell: string) => /^[=+\-@]/.test(cell) && Number.isNaN(Number(cell));
    expect(data.flatMap(Object.values).filter(isFormula)).toEqual([]);
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

describe('the measures', () => {
  it('are all there as described, and can be read one at a time', async () => {
    const { body } = await agent().get('/v1/measures').expect(200);
    expect(body.measures).toEqual(Object.values(MEASURES));
    for (const measure of Object.values(MEASURES)) {
      expect([measure.id, [...Value.Errors(MEASURE_SHAPE, measure)]]).toEqual([measure.id, []]);
    }
    const one = await agent().get('/v1/measures/swemwbs_metric').expect(200);
    expect(one.body).toEqual(MEASURES.swemwbs_metric);
    const problem = expectProblem(await agent().get('/v1/measures/swemwbs_metrik'), 'ENTRY_NOT_FOUND');
    expect(problem.errors).toEqual([expect.objectContaining({ nearest: 'swemwbs_metric' })]);
    expectProblem(await agent().get('/v1/measures/__proto__'), 'ENTRY_NOT_FOUND');
  });
});

describe('the code lists', () => {
  const codesOn = async (day: string) => {
    const { body } = await agent().get(`/v1/codelists/areas?on=${day}`).expect(200);
    return new Set((body as CodeList).codes.map(({ code }) => code));
  };

  it('are all there as described, and can be read one at a time', async () => {
    const { body } = await agent().get('/v1/codelists').expect(200);
    expect(body.codelists).toEqual(Object.values(CODE_LISTS));
    for (const list of Object.values(CODE_LISTS)) {
      expect([list.id, [...Value.Errors(CODE_LIST_SHAPE, list)]]).toEqual([list.id, []]);
    }
    const one = await agent().get('/v1/codelists/age_band').expect(200);
    expect(one.body).toEqual(CODE_LISTS.age_band);
    const problem = expectProblem(await agent().get('/v1/codelists/age-bands'), 'ENTRY_NOT_FOUND');
    expect(problem.errors).toEqual([expect.objectContaining({ nearest: 'age_band' })]);
    expectProblem(await agent().get('/v1/codelists/constructor'), 'ENTRY_NOT_FOUND');
  });

  it('are given as they were on a day, a code to its last day and its successor from its first', async () => {
    const ended = CODE_LISTS.areas.codes.find(
      ({ valid_to, replaced_by }) => valid_to && replaced_by.length > 0,
    );
    const lastDay = ended?.valid_to as string;
    const firstDay =
      CODE_LISTS.areas.codes.find(({ code }) => code === ended?.replaced_by[0])?.valid_from ?? '';
    expect(firstDay > lastDay).toBe(true);
    const [before, after] = [await codesOn(lastDay), await codesOn(firstDay)];
    expect([before.has(ended?.code ?? ''), after.has(ended?.code ?? '')]).toEqual([true, false]);
    expect([before, after].map((codes) => codes.has(ended?.replaced_by[0] ?? ''))).toEqual([false, true]);
    const csv = await agent().get(`/v1/codelists?on=${firstDay}&format=csv`).expect(200);
    expect(csv.text).not.toContain(`areas,${ended?.code},`);
    expect(csv.text).toContain(`areas,${ended?.replaced_by[0]},`);
  });

  it.each([
    'on=2026-02-30',
    'on=yesterday',
    'on=',
    'on=2026-01-01&on=2026-01-02',
    'format=xlsx',
    'at=2026-01-01',
  ])('refuse %s', async (query) => {
    const { status, headers } = await agent().get(`/v1/codelists/areas?${query}`);
    expect([status, headers['content-type']]).toEqual([400, expect.stringContaining('problem+json')]);
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
