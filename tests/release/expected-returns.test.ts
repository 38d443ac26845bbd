import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../src/ingest/completeness.ts';
import { listCoverage } from '../../src/query/list-coverage.ts';
import { expectedReturns } from '../../src/release/expected-returns.ts';
import { publicCoverageOf } from '../../src/release/public-coverage.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import type { Organisation } from '../../src/standard/generated/types.ts';
import type { ReturnHeader } from '../../src/standard/row.ts';
import type { AcceptedTable } from '../../src/store/accepted-tables.ts';
import { walesManifest } from '../query/wales-manifest.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const POWYS: Organisation = { code: '7A7', obligation: 'core', valid_from: '2026-05-01' };
const SWANSEA: Organisation = {
  code: '7A3',
  obligation: 'full',
  tables: ['assets', 'profiles'],
  valid_from: '2024-04-01',
  valid_to: '2026-03-31',
};

function standing(
  organisation: string,
  period: string,
  table: TableName,
  tables: ReturnHeader['coverage']['tables'] = {},
): AcceptedTable {
  const { tables: _, ...header } = VALID_RETURN;
  return {
    ...{ submission_id: 'x', standing_submission_id: 'x', table_digest: '', rows: 1, confirmations: [] },
    ...{ organisation, period, table },
    header: { ...header, period, coverage: { ...header.coverage, tables } } as ReturnHeader,
    accepted_at: new Date('2026-10-20T09:00:00Z'),
  };
}

it('names what each organisation of the register had to send for the periods of the release', () => {
  const accepted = ['2026-Q2', '2026-Q1', '2026-Q2'].map((period) => standing('7A6', period, 'profiles'));
  expect(expectedReturns('returns', [POWYS, SWANSEA], accepted)).toEqual([
    { organisation: '7A3', period: '2026-Q1', obligation: 'full', tables: ['profiles', 'assets'] },
    {
      organisation: '7A7',
      period: '2026-Q2',
      obligation: 'core',
      tables: ['profiles', 'characteristics', 'pathway'],
    },
  ]);
});

it('says nothing of anybody while the register is empty, nor of published evaluations', () => {
  const accepted = [standing('7A7', '2026-Q2', 'profiles')];
  expect(expectedReturns('returns', [], accepted)).toEqual([]);
  expect(expectedReturns('evidence', [POWYS], accepted)).toEqual([]);
});

it('says whom to write to, a role and its address, as far as the register has them', () => {
  const accepted = [standing('7A6', '2026-Q2', 'profiles')];
  const contacts = (differences: Partial<Organisation>) =>
    expectedReturns('returns', [{ ...POWYS, ...differences }], accepted).map(({ contact }) => contact);
  const address = 'https://example.org/contact';
  expect(contacts({ contact_role: 'Data manager', contact_address: address })).toEqual([
    { role: 'Data manager', address },
  ]);
  expect(contacts({ contact_role: 'Data manager' })).toEqual([{ role: 'Data manager' }]);
  expect(contacts({})).toEqual([undefined]);
});

describe('what the public is told of an organisation is what it is told itself', () => {
  /** The states of tables in `/v1/me` and in `/v1/coverage`, by the same returns and register. */
  function bothStates(organisation: Organisation, period: string, accepted: readonly AcceptedTable[]) {
    const statements = accepted.map(({ header, ...table }) => ({ ...table, coverage: header.coverage }));
    const own = completenessOf({ period, organisation, services: [], statements, held: [] }).tables;
    const release = walesManifest({
      coverage: publicCoverageOf(accepted),
      expected: expectedReturns('returns', [organisation], accepted),
    });
    const rows = listCoverage(release).filter((row) => row.period === period && row.expected);
    return {
      own: Object.fromEntries(own.map(({ table, state }) => [table, state])),
      public: Object.fromEntries(rows.map(({ table, state }) => [table.code, state])),
      reasons: rows.map(({ reason_code }) => reason_code?.code ?? null),
    };
  }

  it('of a table of which only a field, or all of it, is not collected', () => {
    const said = {
      characteristics: { not_collected: ['armed_forces'] },
      pathway: { reason_code: 'system_does_not_hold' as const },
    };
    expect(bothStates(POWYS, '2026-Q3', [standing('7A7', '2026-Q3', 'profiles', said)])).toEqual({
      own: { profiles: 'in', characteristics: 'missing', pathway: 'not_collected' },
      public: { profiles: 'returned', characteristics: 'no_return', pathway: 'not_collected' },
      reasons: [null, null, 'system_does_not_hold'],
    });
  });

  it('of a table that comes once a year, and came with another quarter of it', () => {
    const yearly: Organisation = { ...POWYS, tables: ['profiles', 'workforce'] };
    const accepted = [
      standing('7A7', '2026-Q3', 'workforce'),
      standing('7A7', '2026-Q3', 'profiles'),
      standing('7A7', '2027-Q1', 'profiles'),
    ];
    expect(bothStates(yearly, '2026-Q3', accepted)).toMatchObject({
      own: { profiles: 'in' },
      public: { profiles: 'returned' },
    });
    expect(bothStates(yearly, '2027-Q1', accepted)).toMatchObject({
      own: { profiles: 'in', workforce: 'in' },
      public: { profiles: 'returned' },
    });
    expect(bothStates(yearly, '2027-Q1', accepted.slice(1))).toMatchObject({
      own: { workforce: 'missing' },
      public: { workforce: 'no_return' },
    });
  });
});
