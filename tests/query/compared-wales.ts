import type { ProtectedCell } from '../../src/release/protect-cells.ts';
import { peopleCell } from './made-archive.ts';

export const YEAR = '2025-26';
export const CARDIFF = 'health_board:W11000029';
export const NATION = 'nation:W92000004';

/** People of a year in profiles. */
export function profileCell(
  value: number,
  area: string,
  dimensions: Readonly<Record<string, string>> = {},
  index = '',
): ProtectedCell {
  return peopleCell(value, area, dimensions, { period: YEAR, index });
}

/** People of a year by the category of a characteristic. */
export function categoryCells(
  area: string,
  categories: Readonly<Record<string, number>>,
  { characteristic = 'ethnic_group', population = 'supported' } = {},
): ProtectedCell[] {
  return Object.entries(categories).map(([category, value]) => ({
    place: {
      table: 'characteristics',
      selectors: { population, characteristic },
      period: YEAR,
      area,
      dimensions: { category },
    },
    figure: 'people_first_in_year',
    value,
  }));
}

/** Made up: people reached in Cardiff and Vale and in Wales, by the categories of each characteristic. */
export const COMPARED_CELLS: readonly ProtectedCell[] = [
  ...categoryCells(CARDIFF, {
    'group:asian': 150,
    'group:black': 60,
    'group:mixed': 95,
    'group:white': 2630,
    'group:other': 45,
    'two_groups:all_other': 350,
    not_stated: 120,
    not_known: 40,
  }),
  ...categoryCells(
    CARDIFF,
    { 'group:disabled': 900, 'group:not_disabled': 1500, not_stated: 700 },
    {
      characteristic: 'disability',
    },
  ),
  ...categoryCells('W06000023', {
    'group:asian': 15,
    'group:black': 10,
    'group:mixed': 15,
    'group:white': 940,
  }),
  ...categoryCells(NATION, {
    'group:asian': 410,
    'group:black': 165,
    'group:mixed': 280,
    'group:white': 16_900,
    'group:other': 130,
    not_stated: 600,
  }),
  ...categoryCells('outside_area', { 'group:asian': 20, 'group:white': 260 }),
  profileCell(18_500, NATION),
  profileCell(300, 'outside_area'),
  profileCell(3150, CARDIFF),
  ...['0_15', '25_34', '35_49', '50_64'].map((band, index) =>
    profileCell([40, 420, 610, 700][index] as number, CARDIFF, { age_band: band }),
  ),
  profileCell(240, CARDIFF, { age_band: 'band:16_24' }),
  profileCell(1050, CARDIFF, { age_band: 'age_group:65_plus' }),
  profileCell(1970, CARDIFF, { age_band: 'age_group:16_64' }),
  profileCell(90, CARDIFF, { age_band: 'not_known:16_64' }),
  profileCell(1900, CARDIFF, { sex: 'female' }),
  profileCell(1200, CARDIFF, { sex: 'male' }),
  profileCell(15, CARDIFF, { sex: 'another' }),
  ...['q1', 'q2', 'q3', 'q4', 'q5'].map((fifth, index) =>
    profileCell(
      [1200, 560, 500, 400, 490][index] as number,
      CARDIFF,
      { deprivation_quintile: fifth },
      'wimd_2019',
    ),
  ),
];
