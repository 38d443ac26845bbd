import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Country, openCountry } from '../attack/country/open-country.ts';
import { SMALL_COUNTRY } from '../attack/country/plan.ts';
import { type PublicService, serveCountry } from '../attack/country/serve-country.ts';
import { measureUsefulness } from './measure-usefulness.ts';
import { RESEARCH_QUESTIONS } from './research-questions.ts';

let country: Country;
let service: PublicService;

beforeAll(async () => {
  country = await openCountry(SMALL_COUNTRY, { server: inject('databaseServer') });
  service = await serveCountry(country);
}, 1_800_000);

afterAll(() => service?.close());

it('has 88 research questions or more, each with words of its own', () => {
  expect(RESEARCH_QUESTIONS.length).toBeGreaterThanOrEqual(88);
  expect(new Set(RESEARCH_QUESTIONS.map(({ words }) => words)).size).toBe(RESEARCH_QUESTIONS.length);
  expect(new Set(RESEARCH_QUESTIONS.map(({ ask }) => ask)).size).toBe(RESEARCH_QUESTIONS.length);
});

it('answers most of them even of a fifth of the people, near the truth', { timeout: 600_000 }, async () => {
  const { questions, answered, errorByYear, errorByQuarter } = await measureUsefulness(country, service);
  const refused = questions.filter(({ quarter, year }) => quarter === null && year === null);
  // Stage, wait or source, and deprivation, with period and area, are five dimensions.
  expect(refused.map(({ words }) => words)).toEqual([
    'Do people of deprived areas refer themselves?',
    'How long do people wait, by deprivation?',
  ]);
  // The gates for the whole country are 80, 3 % and 1.5 %; `npm run attack` holds it to them.
  expect(answered).toBeGreaterThanOrEqual(50);
  expect(errorByQuarter).toBeLessThanOrEqual(0.1);
  expect(errorByYear).toBeLessThanOrEqual(0.05);
});
