import { describe, expect, it } from 'vitest';
import type { StageCode } from '../../../src/standard/generated/code-lists.ts';
import type { PathwayRow, Return } from '../../../src/standard/generated/types.ts';
import { sectorOf } from '../../../src/standard/synthesise/broader-code.ts';
import { connectionsThatCount } from '../../../src/standard/synthesise/count-connections.ts';
import { quarterNumber } from '../../../src/standard/synthesise/quarter-number.ts';
import { simulateBoard } from '../../../src/standard/synthesise/simulate-board.ts';
import { synthesiseReturns } from '../../../src/standard/synthesise/synthesise-returns.ts';
import { WELSH_BOARDS } from '../../../src/standard/synthesise/welsh-boards.ts';

const boards = WELSH_BOARDS.filter(({ submitter }) => submitter === '7A2' || submitter === '7A7');
const returns = [...synthesiseReturns({ boards, quarters: 5, until: '2026-Q2', seed: 5 })].map(
  ({ document }) => document,
);
const bySubmitter = boards.map(({ submitter }) =>
  returns.filter((document) => document.submitter === submitter),
);

function sum<Row>(rows: readonly Row[] | undefined, figure: (row: Row) => number): number {
  return (rows ?? []).reduce((total, row) => total + figure(row), 0);
}

/** Episodes of the rows kept, by everything that an episode keeps for as long as it lasts. */
function byCell({ tables }: Return, basis: PathwayRow['basis'], stage: StageCode): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const row of tables.pathway ?? []) {
    if (row.basis !== basis || row.stage !== stage) continue;
    const cell = [row.area_code, row.referral_source, row.deprivation_quintile, row.support_tier].join(' ');
    cells[cell] = (cells[cell] ?? 0) + row.episodes;
  }
  return cells;
}

const episodes = (document: Return, basis: PathwayRow['basis'], stage: StageCode) =>
  sum(Object.values(byCell(document, basis, stage)), (count) => count);

const peopleIn = ({ tables }: Return, population: string) =>
  sum(
    tables.profiles?.filter((row) => row.population === population),
    (row) => row.people,
  );

/** Pairs of a return and the one of the quarter after, for each board. */
const pairs = bySubmitter.flatMap((documents) =>
  documents.slice(1).map((after, index) => [documents[index] as Return, after] as const),
);

describe('one history per person', () => {
  it('leaves open at the end of a quarter what is open at the start of the next, cell by cell', () => {
    expect(pairs.length).toBe(8);
    for (const [before, after] of pairs) {
      expect(byCell(after, 'event', 'open_at_start')).toEqual(byCell(before, 'event', 'open_at_end'));
    }
  });

  it('adds to the stock those accepted and takes from it those closed', () => {
    for (const document of returns) {
      const at = (stage: StageCode) => episodes(document, 'event', stage);
      expect(at('open_at_end')).toBe(at('open_at_start') + at('referral_accepted') - at('closed'));
    }
  });

  it('follows in a cohort just the referrals received in the quarter before', () => {
    for (const [before, after] of pairs) {
      expect(byCell(after, 'cohort', 'referral_received')).toEqual(
        byCell(before, 'event', 'referral_received'),
      );
    }
  });

  it('lets no stage of a cohort hold more than the one before it', () => {
    const order = [
      'referral_received',
      'referral_accepted',
      'first_contact',
      'what_matters_conversation',
      'action_plan',
    ] as const;
    for (const document of returns) {
      const counts = order.map((stage) => episodes(document, 'cohort', stage));
      expect(counts).toEqual([...counts].sort((one, other) => other - one));
    }
  });

  it('closes the episodes of the pathway, source by source', () => {
    for (const document of returns) {
      const closed: Record<string, number> = {};
      for (const row of document.tables.closures ?? []) {
        closed[row.referral_source] = (closed[row.referral_source] ?? 0) + row.episodes;
      }
      const stage = (document.tables.pathway ?? []).filter(
        (row) => row.basis === 'event' && row.stage === 'closed',
      );
      for (const [source, count] of Object.entries(closed)) {
        expect(
          sum(
            stage.filter((row) => row.referral_source === source),
            (row) => row.episodes,
          ),
        ).toBe(count);
      }
      expect(sum(Object.values(closed), (count) => count)).toBe(episodes(document, 'event', 'closed'));
    }
  });

  it('gives everybody supported one main need, and no need more people than there are', () => {
    for (const document of returns) {
      const supported = (document.tables.profiles ?? []).filter((row) => row.population === 'supported');
      for (const breakdown of ['age_group_sex', 'deprivation_quintile'] as const) {
        const rows = (document.tables.needs ?? []).filter((row) => row.breakdown === breakdown);
        expect(sum(rows, (row) => row.people_primary)).toBe(sum(supported, (row) => row.people));
        expect(sum(rows, (row) => row.people_primary_first_in_year)).toBe(
          sum(supported, (row) => row.people_first_in_year),
        );
        for (const row of rows) expect(row.people_primary).toBeLessThanOrEqual(row.people);
      }
      expect(episodes(document, 'event', 'what_matters_conversation')).toBe(peopleIn(document, 'supported'));
    }
  });

  it('refers some people twice in a quarter, who count once', () => {
    const twice = returns.map(
      (document) => episodes(document, 'event', 'referral_received') - peopleIn(document, 'referred'),
    );
    for (const difference of twice) expect(difference).toBeGreaterThanOrEqual(0);
    expect(Math.max(...twice)).toBeGreaterThan(0);
  });

  it('counts in the equity of a year the different people of its four quarters', () => {
    for (const documents of bySubmitter) {
      const year = documents.slice(0, 4);
      const withEquity = documents.filter(({ tables }) => tables.equity !== undefined);
      expect(withEquity.map(({ period }) => period)).toEqual(['2026-Q1']);
      const referred = year
        .flatMap(({ tables }) => tables.profiles ?? [])
        .filter((row) => row.population === 'referred');
      const equity = withEquity[0]?.tables.equity;
      expect(sum(equity, (row) => row.people_first_in_year)).toBe(
        sum(referred, (row) => row.people_first_in_year),
      );
      for (const row of equity ?? []) expect(sectorOf(row.referral_sector)).toBe(row.referral_sector);
    }
  });

  it('gives a barrier to what was not taken up, and to nothing else', () => {
    for (const row of returns.flatMap(({ tables }) => tables.connections ?? [])) {
      expect(row.barrier === 'not_applicable').toBe(row.uptake !== 'not_taken_up');
    }
  });

  it('scores no more episodes than closed', () => {
    for (const document of returns) {
      const everyone = (document.tables.outcome_coverage ?? []).filter((row) => row.breakdown === 'all');
      for (const measure of new Set(everyone.map((row) => row.measure))) {
        const eligible = sum(
          everyone.filter((row) => row.measure === measure),
          (row) => row.n_eligible ?? 0,
        );
        expect(eligible).toBeLessThanOrEqual(episodes(document, 'event', 'closed'));
      }
    }
  });

  it('names in coverage the instruments that the services do not use', () => {
    for (const { coverage, tables } of returns) {
      const missing = coverage.tables?.outcome_coverage?.not_collected ?? [];
      expect(missing).toContain('ucla_3');
      for (const row of tables.outcome_coverage ?? []) expect(missing).not.toContain(row.measure);
    }
  });
});

describe('a person with many connections', () => {
  const [board] = WELSH_BOARDS;
  const quarter = quarterNumber('2026-Q2');
  const referrals = simulateBoard(board as (typeof WELSH_BOARDS)[number], 5, quarter, quarter);
  const counted = connectionsThatCount(referrals);

  it('counts for three in a quarter at most, and for six in a financial year', () => {
    const quarters = new Map<unknown, Map<number, number>>();
    for (const { person, quarter: of } of counted) {
      const own = quarters.get(person) ?? new Map<number, number>();
      quarters.set(person, own.set(of, (own.get(of) ?? 0) + 1));
    }
    const inQuarter = [...quarters.values()].flatMap((own) => [...own.values()]);
    expect(Math.max(...inQuarter)).toBe(3);
    const inYear = [...quarters.values()].map((own) =>
      sum([...own], ([of, count]) => (of >= quarter - 4 && of < quarter ? count : 0)),
    );
    expect(Math.max(...inYear)).toBeLessThanOrEqual(6);
  });

  it('leaves a few out, which is what the limit is for', () => {
    const made = sum(referrals, ({ episode }) => episode?.support?.connections.length ?? 0);
    expect(made - counted.length).toBeGreaterThan(0);
    expect((made - counted.length) / made).toBeLessThan(0.05);
  });
});

describe('the shares', () => {
  const rows = returns.flatMap(({ tables }) => tables.pathway ?? []).filter((row) => row.basis === 'event');
  const received = rows.filter((row) => row.stage === 'referral_received');

  it('come by medical routes for 72 to 85 in a hundred', () => {
    const medical = received.filter((row) =>
      ['primary_care', 'secondary_care', 'community_health'].includes(sectorOf(row.referral_source)),
    );
    const share = sum(medical, (row) => row.episodes) / sum(received, (row) => row.episodes);
    expect(share).toBeGreaterThan(0.72);
    expect(share).toBeLessThan(0.85);
  });

  it('name mental wellbeing most often as the main need', () => {
    const main = new Map<string, number>();
    for (const row of returns.flatMap(({ tables }) => tables.needs ?? [])) {
      if (row.breakdown === 'deprivation_quintile')
        main.set(row.need, (main.get(row.need) ?? 0) + row.people_primary);
    }
    expect([...main].sort(([, one], [, other]) => other - one)[0]?.[0]).toBe('mental_wellbeing');
  });

  it('hold workforce each quarter and offers once a year, whose parts are within the whole', () => {
    for (const { period, tables } of returns) {
      expect(tables.workforce?.length).toBeGreaterThan(4);
      expect(tables.assets !== undefined).toBe(period.endsWith('Q1'));
      for (const {
        offers,
        providers,
        activity_volunteers: _,
        offers_ended_in_period: __,
        ...parts
      } of tables.assets ?? []) {
        for (const part of Object.values(parts)) {
          if (typeof part === 'number') expect(part).toBeLessThanOrEqual(offers);
        }
        expect(providers).toBeLessThanOrEqual(offers);
      }
    }
  });
});
