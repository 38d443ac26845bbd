import { expect, it } from 'vitest';
import { compareHeaders } from '../../src/ingest/compare-headers.ts';
import { wordsOfHeaderChanges } from '../../src/ingest/words-of-header-changes.ts';
import type { ReturnHeader } from '../../src/standard/row.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const { tables: _, ...HEADER } = VALID_RETURN;
const { coverage: COVERAGE } = HEADER;
const headerWith = (differences: Partial<ReturnHeader>): ReturnHeader => ({ ...HEADER, ...differences });
const BEFORE = [
  { table: 'profiles', header: HEADER },
  { table: 'characteristics', header: HEADER },
] as const;

it('finds nothing between a header and itself, whatever system it came from and in whatever order its lists are', () => {
  const areas: ('W06000023' | 'W06000011')[] = ['W06000023', 'W06000011'];
  const before = headerWith({ coverage: { ...COVERAGE, areas_complete: areas } });
  const after = headerWith({
    coverage: { ...COVERAGE, areas_complete: areas.toReversed() },
    source_system: { name: 'Another system', version: '1', extracted_at: '2026-10-13T09:00:00Z' },
  });
  expect(compareHeaders(after, [{ table: 'profiles', header: before }])).toEqual([]);
});

it('tells what was said of which tables and what is, by what was said before', () => {
  const final = headerWith({ figures_status: 'final', coverage: { ...COVERAGE, areas_complete: [] } });
  const found = compareHeaders(final, [...BEFORE, { table: 'outcomes', header: final }]);
  expect(found).toEqual([
    {
      field: 'figures_status',
      tables: ['profiles', 'characteristics'],
      before: 'provisional',
      after: 'final',
    },
    {
      field: 'coverage.areas_complete',
      tables: ['profiles', 'characteristics'],
      before: ['W06000023'],
      after: [],
    },
  ]);
  expect(compareHeaders(HEADER, [{ table: 'outcomes', header: final }, ...BEFORE])[0]).toEqual({
    ...{ field: 'figures_status', tables: ['outcomes'], before: 'final', after: 'provisional' },
  });
});

it('tells of a table only what is said of that table, as a whole text where it is in words', () => {
  const reason = { en: 'Not asked before January.', cy: 'Ni ofynnwyd cyn mis Ionawr.' };
  const characteristics = { not_collected: ['disability'], reason };
  const after = headerWith({ coverage: { ...COVERAGE, tables: { characteristics } } });
  const found = compareHeaders(after, BEFORE);
  expect(found.map(({ field, tables }) => [field, tables])).toEqual([
    ['coverage.tables.characteristics.not_collected', ['characteristics']],
    ['coverage.tables.characteristics.reason', ['characteristics']],
  ]);
  expect(found[1]?.after).toEqual(reason);
  const fields = found.map(({ field }) => field);
  expect(wordsOfHeaderChanges(fields, true).cy).toContain('“Heb eu casglu”');
  expect(wordsOfHeaderChanges(fields, true).en).toMatch(/^The rows stood already/);
  expect(wordsOfHeaderChanges(fields, false).en).toMatch(/^What the return says .* has changed as well/);
});

it('takes a field that was left out for nothing, and so an empty list and false', () => {
  const profiles = { not_collected: [], nil: false };
  const empty = headerWith({ coverage: { ...COVERAGE, tables: { ...COVERAGE.tables, profiles } } });
  expect(compareHeaders(empty, BEFORE)).toEqual([]);
  expect(compareHeaders(HEADER, [{ table: 'profiles', header: empty }])).toEqual([]);
  const noted = headerWith({ notes: { en: 'A note.', cy: 'Nodyn.' } });
  expect(compareHeaders(HEADER, [{ table: 'profiles', header: noted }])).toEqual([
    { field: 'notes', tables: ['profiles'], before: { en: 'A note.', cy: 'Nodyn.' }, after: null },
  ]);
});
