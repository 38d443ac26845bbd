import { expect, it } from 'vitest';
import { publicCoverageOf } from '../../src/release/public-coverage.ts';
import type { SourceKindCode } from '../../src/standard/generated/code-lists.ts';
import type { AcceptedTable } from '../../src/store/accepted-tables.ts';
import { PLANTED_WORD, plantWords } from '../support/plant-words.ts';
import { smallReturn } from './small-return.ts';

const BASIS = { en: `Foster 2021, ${PLANTED_WORD}.`, cy: `Foster 2021, ${PLANTED_WORD} (cy).` };

function accepted(source_kind: SourceKindCode): AcceptedTable {
  const { tables: _tables, ...header } = plantWords(
    smallReturn('7A7', '2026-Q1', [], { source_kind, basis_note: BASIS }),
  );
  return {
    submission_id: '00000000-0000-4000-8000-000000000000',
    standing_submission_id: '00000000-0000-4000-8000-000000000000',
    organisation: '7A7',
    period: '2026-Q1',
    table: 'profiles',
    table_digest: 'ab'.repeat(32),
    rows: 0,
    header,
    confirmations: [],
    accepted_at: new Date('2026-05-01T09:00:00Z'),
  };
}

it.each(['case_management', 'gp_system_codes'] as const)(
  'holds no word of a return from %s',
  (source_kind) => {
    const coverage = publicCoverageOf([accepted(source_kind)]);
    expect(coverage).toMatchObject([{ organisation: '7A7', basis_note: null }]);
    expect(JSON.stringify(coverage)).not.toContain(PLANTED_WORD);
  },
);

it('keeps the words of a published evaluation, and those of synthetic data', () => {
  for (const source_kind of ['published_evaluation', 'synthetic'] as const) {
    expect(publicCoverageOf([accepted(source_kind)])).toMatchObject([
      {
        basis_note: BASIS,
        tables: { profiles: { reason: { en: PLANTED_WORD, cy: PLANTED_WORD }, not_collected: [] } },
      },
    ]);
  }
});
