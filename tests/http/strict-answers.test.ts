import Fastify from 'fastify';
import { expect, it } from 'vitest';
import type { App } from '../../src/http/app.ts';
import { answerStrictly } from './strict-answers.ts';

const release = {
  release: 'one',
  collection: 'returns',
  state: 'published',
  published_at: '2026-11-01T09:30:00.000Z',
  figures_status: 'provisional',
  schema_version: '1.0',
  scope: [],
  supersedes: null,
  doi_suffix: 'spcd.one',
  citation: { en: 'One', cy: 'Un' },
  url: 'https://data.example.wales/v1/releases/one',
};

it.each([
  ['an answer as documented', { releases: [release] }, 200],
  ['a field that is only in the code', { releases: [], total: 0 }, 500],
  ['such a field further down', { releases: [{ ...release, people: 7 }] }, 500],
  ['such a field in words', { releases: [{ ...release, citation: { en: '', cy: '', fr: '' } }] }, 500],
  ['a field left out', {}, 500],
])('holds the answers of every HTTP test to the document: %s', async (_, body, status) => {
  const app = Fastify();
  answerStrictly(app as unknown as App);
  app.get('/v1/releases', async () => body);
  const { statusCode } = await app.inject('/v1/releases');
  expect(statusCode).toBe(status);
});
