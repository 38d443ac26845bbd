import { expect, it } from 'vitest';
import type { QualityNote } from '../../src/archive/manifest.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import { qualityNotes } from '../../src/query/quality-notes.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import { walesManifest } from './wales-manifest.ts';

const NOTE: QualityNote = {
  organisation: '7A7',
  period: '2026-Q1',
  table: 'profiles',
  rule: 'people-not-above-residents',
  reason_code: 'checked_and_correct',
};
const RELEASE = walesManifest({
  notes: [
    NOTE,
    { ...NOTE, period: '2026-Q2', reason_code: 'new_service' },
    { ...NOTE, rule: 'service-in-one-return-only', reason_code: 'small_service' },
    { ...NOTE, table: 'pathway' },
    { ...NOTE, organisation: '7A3', period: '2025-Q2' },
  ],
});

function notesOf(asked: Record<string, string>, table: TableName = 'profiles', release = RELEASE) {
  return qualityNotes(parseQuestion(release, table, { population: 'supported', ...asked }));
}

it('says once of an organisation and table what it confirmed, in both languages', () => {
  expect(notesOf({ period: '2026-Q1', area_code: 'W11000024' })).toEqual([
    {
      id: 'confirmed_7A7_profiles',
      text: {
        en: 'Powys Teaching Health Board was asked about its figures of Profiles and confirmed them: Checked against the source; the figures are correct; The service is small, so its figures vary. /v1/coverage names the rules that asked.',
        cy: "Holwyd Bwrdd Iechyd Addysgu Powys am ei ffigurau yn y tabl Proffiliau ac fe'u cadarnhaodd: Gwiriwyd yn erbyn y ffynhonnell; mae'r ffigurau'n gywir; Mae'r gwasanaeth yn fach, felly mae ei ffigurau'n amrywio. Mae /v1/coverage yn enwi'r rheolau a holodd.",
      },
    },
  ]);
});

it('speaks of the organisations of the areas asked, in the quarters of the periods asked', () => {
  const idsOf = (asked: Record<string, string>) => notesOf(asked).map(({ id }) => id);
  expect(idsOf({ period: '2026-Q1', area_code: 'W11000029' })).toEqual([]);
  expect(idsOf({ period: '2025-Q2', area_code: 'W11000024' })).toEqual([]);
  expect(idsOf({ period: '2025-26', figure: 'people_first_in_year', area_code: 'W92000004' })).toEqual([
    'confirmed_7A7_profiles',
    'confirmed_7A3_profiles',
  ]);
});

it('says nothing of a table about which nobody was asked, nor in a release from before there were notes', () => {
  const asked = { period: '2026-Q1', area_code: 'W11000024' };
  expect(notesOf({ ...asked, characteristic: 'religion', category: 'not_known' }, 'characteristics')).toEqual(
    [],
  );
  expect(notesOf(asked, 'profiles', walesManifest())).toEqual([]);
});
