import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../src/ingest/completeness.ts';
import { openOn } from '../../src/ingest/open-periods.ts';
import { periodAction } from '../../src/ingest/period-action.ts';
import { calendarOf } from '../../src/standard/calendar.ts';
import type { Organisation, Service } from '../../src/standard/generated/types.ts';
import { tablesDue } from '../../src/standard/tables-due.ts';
import type { StandingStatement } from '../../src/store/standing-statements.ts';
import { POWYS_SERVICE } from '../release/small-return.ts';

const CORE: Organisation = { code: '7A7', obligation: 'core', valid_from: '2026-04-01' };
const SECOND: Service = { ...POWYS_SERVICE, id: 'powys-second', valid_from: '2026-06-30' };

const statement = (differences: Partial<StandingStatement> = {}): StandingStatement => ({
  period: '2026-Q2',
  table: 'profiles',
  rows: 8,
  coverage: { services_included: ['powys-links'], areas_complete: [] },
  ...differences,
});

describe('the tables that have to come', () => {
  it('are those of the obligation level, with those of the levels below', () => {
    expect(tablesDue(CORE, '2026-Q2')).toEqual(['profiles', 'characteristics', 'pathway']);
    expect(tablesDue({ ...CORE, obligation: 'standard' }, '2026-Q2')).toEqual([
      ...['profiles', 'characteristics', 'needs', 'pathway', 'connections', 'closures'],
    ]);
  });

  it('are those that the organisation declares, where it declares any', () => {
    const declared: Organisation = { ...CORE, tables: ['outcomes', 'profiles'] };
    expect(tablesDue(declared, '2026-Q2')).toEqual(['profiles', 'outcomes']);
  });

  it('are joined by those of the year in the quarter that ends it', () => {
    const full: Organisation = { ...CORE, obligation: 'full' };
    const yearly = ['equity', 'workforce', 'assets'];
    expect(tablesDue(full, '2026-Q4').filter((table) => yearly.includes(table))).toEqual([]);
    expect(tablesDue(full, '2027-Q1').filter((table) => yearly.includes(table))).toEqual(yearly);
  });

  it('are none before the organisation sends returns, and after it has', () => {
    expect(tablesDue(CORE, '2026-Q1')).toEqual([]);
    expect(tablesDue({ ...CORE, valid_to: '2026-06-30' }, '2026-Q3')).toEqual([]);
    expect(tablesDue({ ...CORE, valid_to: '2026-07-01' }, '2026-Q3')).not.toEqual([]);
  });
});

describe('a return', () => {
  const facts = { period: '2026-Q2', organisation: CORE, services: [POWYS_SERVICE], held: [] };

  it('is complete when every table stands, whichever system sent it, also one with nothing to count', () => {
    const statements = [
      statement(),
      statement({ table: 'characteristics' }),
      statement({ table: 'pathway', rows: 0 }),
    ];
    expect(completenessOf({ ...facts, statements })).toEqual({
      tables: [
        { table: 'profiles', state: 'in' },
        { table: 'characteristics', state: 'in' },
        { table: 'pathway', state: 'nil' },
      ],
      services_missing: [],
      complete: true,
    });
  });

  it('lacks what neither stands nor is said not to be collected', () => {
    const coverage = {
      services_included: ['powys-links'],
      areas_complete: [],
      tables: { pathway: { reason_code: 'system_does_not_hold' as const } },
    };
    expect(completenessOf({ ...facts, statements: [statement({ coverage })] })).toMatchObject({
      tables: [{ state: 'in' }, { state: 'missing' }, { table: 'pathway', state: 'not_collected' }],
      complete: false,
    });
  });

  it.each([
    ['a field of it is not held', { not_collected: ['support_tier'] }],
    [
      'a field of it is not held, for a reason',
      { not_collected: ['support_tier'], reason_code: 'not_asked' as const },
    ],
    ['it is still being checked', { reason_code: 'under_review' as const }],
  ])('lacks a table of which another return says that %s', (_, said) => {
    const coverage = { ...statement().coverage, tables: { pathway: said } };
    const statements = [statement({ coverage }), statement({ table: 'characteristics', coverage })];
    expect(completenessOf({ ...facts, statements })).toMatchObject({
      tables: [{ state: 'in' }, { state: 'in' }, { table: 'pathway', state: 'missing' }],
      complete: false,
    });
  });

  it('has tables to confirm where returns of them wait, and is not complete before that', () => {
    const waits = { submission_id: 'last', period: '2026-Q2', services_included: ['powys-second'] } as const;
    const held = [
      { ...waits, table: 'characteristics' as const },
      { ...waits, table: 'profiles' as const },
      { ...waits, submission_id: 'before', table: 'profiles' as const },
      { ...waits, period: '2026-Q1', table: 'pathway' as const },
    ];
    const services = [POWYS_SERVICE, SECOND];
    const found = completenessOf({ ...facts, services, statements: [statement()], held });
    expect(found).toEqual({
      tables: [
        { table: 'profiles', state: 'in', submission_id: 'last' },
        { table: 'characteristics', state: 'to_confirm', submission_id: 'last' },
        { table: 'pathway', state: 'missing' },
      ],
      services_missing: [],
      complete: false,
    });
    // A service that is only in what waits is as much in doubt as that is.
    const statements = ['profiles', 'characteristics', 'pathway'].map((table) =>
      statement({ table: table as StandingStatement['table'] }),
    );
    expect(completenessOf({ ...facts, services, statements, held }).complete).toBe(false);
    expect(completenessOf({ ...facts, statements, held }).complete).toBe(true);
  });

  it('has nothing due of an organisation that is not registered', () => {
    expect(completenessOf({ ...facts, organisation: null, statements: [] }).tables).toEqual([]);
  });

  it('lacks each service, open in the period, that no table includes', () => {
    const statements = ['profiles', 'characteristics', 'pathway'].map((table) =>
      statement({ table: table as StandingStatement['table'] }),
    );
    const later: Service = { ...SECOND, id: 'powys-later', valid_from: '2026-07-01' };
    const found = completenessOf({ ...facts, services: [POWYS_SERVICE, SECOND, later], statements });
    expect(found).toMatchObject({ services_missing: ['powys-second'], complete: false });
    const elsewhere = statement({
      table: 'pathway',
      coverage: { services_included: ['powys-second'], areas_complete: [] },
    });
    const joined = completenessOf({
      ...facts,
      services: [POWYS_SERVICE, SECOND],
      statements: [...statements.slice(0, 2), elsewhere],
    });
    expect(joined.complete).toBe(true);
  });

  it('is not made up of tables of another quarter, save those that come once a year', () => {
    const organisation: Organisation = { ...CORE, tables: ['profiles', 'workforce'] };
    const statements = [statement(), statement({ table: 'workforce', period: '2026-Q3' })];
    expect(completenessOf({ ...facts, period: '2027-Q1', organisation, statements }).tables).toEqual([
      { table: 'profiles', state: 'missing' },
      { table: 'workforce', state: 'in' },
    ]);
  });
});

describe('the open periods', () => {
  const open = (day: string, registered: Parameters<typeof openOn>[1] = []) =>
    openOn(day, registered).map(({ period }) => period);

  it('are the quarters that are over and have not closed', () => {
    expect(open('2026-07-01')).toEqual(['2026-Q1', '2026-Q2']);
    expect(open('2026-08-12')).toEqual(['2026-Q2']);
    expect(open('2026-11-22')).toEqual(['2026-Q3']);
  });

  it('follow the register where it holds one open for longer, or closes it', () => {
    const days = { opens_on: '2024-07-01', due_on: '2024-08-11', closes_on: '2026-12-31' };
    const closed = { opens_on: '2026-10-01', due_on: '2026-10-02', closes_on: '2026-10-03' };
    const registered = [
      { period: '2024-Q2', ...days },
      { period: '2026-Q3', ...closed },
    ];
    expect(open('2026-11-22', registered)).toEqual(['2024-Q2']);
  });

  it('are never one that is not over, whatever the register says', () => {
    const early = { opens_on: '2026-11-01', due_on: '2027-02-11', closes_on: '2027-05-12' };
    expect(open('2026-11-22', [{ period: '2026-Q4', ...early }])).toEqual(['2026-Q3']);
  });
});

describe('what to do next', () => {
  const calendar = calendarOf('2026-Q2');
  const missing = {
    tables: [{ table: 'pathway', state: 'missing' }],
    services_missing: ['powys-second'],
    complete: false,
  } as const;
  const say = (differences: Partial<Parameters<typeof periodAction>[0]> = {}) =>
    periodAction({
      calendar,
      today: '2026-08-11',
      completeness: missing,
      isRegistered: true,
      ...differences,
    });

  it('names the tables with the day, then the services, in both languages', () => {
    expect(say().en).toMatch(/by 2026-08-11: Pathway\..*powys-second/);
    expect(say().cy).toMatch(/erbyn 2026-08-11: Llwybr\..*powys-second/);
    expect(say({ today: '2026-08-12' }).en).toMatch(/were due on 2026-08-11: Pathway.*until 2026-11-11/);
  });

  it('is to confirm what came, before anything is sent', () => {
    const waiting = { table: 'profiles', state: 'to_confirm', submission_id: 'an-id' } as const;
    const both = say({ completeness: { ...missing, tables: [waiting, ...missing.tables] } });
    expect(both.en).toMatch(
      /^These tables came.*Profiles \(\/v1\/submissions\/an-id\).*confirm.*: Pathway\./,
    );
    expect(both.cy).toMatch(/^Daeth y tablau.*Proffiliau \(\/v1\/submissions\/an-id\).*: Llwybr\./);
    const revised = say({
      completeness: { tables: [{ ...waiting, state: 'in' }], services_missing: [], complete: true },
    });
    expect(revised.en).toMatch(/^These tables came.*Nothing is missing/);
  });

  it('is nothing when all is in or nothing is due, and to be registered where that is missing', () => {
    const words = [
      say({ completeness: { ...missing, tables: [{ table: 'pathway', state: 'in' }], complete: true } }),
      say({ completeness: { tables: [], services_missing: [], complete: true } }),
      say({ isRegistered: false }),
    ];
    expect(words.map(({ en }) => en)).toEqual([
      expect.stringContaining('Nothing is missing'),
      expect.stringContaining('nothing to send'),
      expect.stringContaining('not in the register'),
    ]);
  });
});
