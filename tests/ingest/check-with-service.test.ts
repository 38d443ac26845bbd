import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SubmissionOutcome } from '../../src/ingest/accept-submission.ts';
import { withdrawTables } from '../../src/ingest/withdraw-tables.ts';
import { TIERS } from '../../src/standard/finding.ts';
import type { PathwayRow, ProfilesRow, Return } from '../../src/standard/generated/types.ts';
import { RULE_CATALOGUE } from '../../src/standard/rule-catalogue.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import { exampleRow, profile } from '../../src/standard/rules/example-rows.ts';
import { SERVICE_EXAMPLES, type ServiceExample } from '../../src/standard/service-examples.ts';
import { SERVICE_RULES } from '../../src/standard/service-rules.ts';
import { listAcceptedTables } from '../../src/store/accepted-tables.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { findSubmission, listSubmissions } from '../../src/store/submissions-repository.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { VALID_RETURN } from '../support/valid-return.ts';
import { countStored, NOW, returnOf, returnWith, SERVICE, send, sendCsv, TURNS } from './send.ts';

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
});

const empty = () =>
  open.db.execute(
    sql`truncate services, submissions, submission_tables, standing_tables, rows_profiles, rows_characteristics, rows_pathway, rows_outcome_coverage, rows_outcomes`,
  );

beforeEach(async () => {
  await empty();
  await saveServices(open.db, [SERVICE]);
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
});

const serviceRules = ({ receipt }: SubmissionOutcome) => receipt.service_findings.map(({ rule }) => rule);

function including(...services: string[]): Return {
  return returnWith({ coverage: { ...VALID_RETURN.coverage, services_included: services } });
}

describe('the rules that need the service', () => {
  it.each(SERVICE_RULES)('$id says what, why and how to mend it in both languages', (rule) => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(TIERS).toContain(rule.tier);
    for (const text of [rule.message, rule.why, rule.remedy]) {
      expect(text.en).toMatch(/^[A-Z].*\.$/);
      expect(text.cy).toMatch(/^\p{Lu}.*\.$/u);
      expect(text.cy).not.toBe(text.en);
    }
  });

  it('have ids of their own', () => {
    const ids = [...RULES, ...SERVICE_RULES].map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the examples of a rule that needs the service', () => {
  const toConfirm = RULE_CATALOGUE.filter(({ tier }) => tier === 'verify');
  const confirmed = toConfirm.map(({ id }) => ({ rule: id, reason: 'checked_and_correct' as const }));

  /** What the service finds in a return that meets this. */
  async function rulesFound({ meets, return: sent }: ServiceExample): Promise<readonly string[]> {
    const { today, register = [SERVICE], accepted = [] } = meets;
    for (const before of accepted.map(returnWith)) {
      const { submitter, coverage } = before;
      await saveServices(
        open.db,
        coverage.services_included.map((id) => ({ ...SERVICE, id, submitter })),
      );
      const { receipt } = await send(open, before, { confirmed });
      expect(receipt).toMatchObject({ state: 'accepted' });
    }
    await saveServices(open.db, register);
    const outcome = await send(open, returnWith(sent), {
      confirmed,
      dry_run: true,
      ...(today === undefined ? {} : { now: new Date(`${today}T12:00:00Z`) }),
    });
    expect(outcome.receipt.report.totals.error).toBe(0);
    return [...new Set(serviceRules(outcome))];
  }

  it.each(SERVICE_RULES)('$id are let through and found by the service itself', async ({ id }) => {
    const { passes, fails } = SERVICE_EXAMPLES.get(id) ?? {};
    if (passes === undefined || fails === undefined) throw new Error(`${id} has no examples`);
    expect(await rulesFound(passes)).toEqual([]);
    await empty();
    expect(await rulesFound(fails)).toEqual([id]);
  });
});

describe('the period', () => {
  // Summer time: the last day of September ends at 23:00 UTC.
  it('is refused on its last day in the United Kingdom', async () => {
    const sent = await send(open, VALID_RETURN, { now: new Date('2026-09-30T22:59:59Z') });
    expect(sent.receipt.state).toBe('rejected');
    expect(sent.receipt.service_findings).toMatchObject([
      {
        rule: 'period-has-ended',
        tier: 'error',
        count: 1,
        path: '/period',
        locations: [{ pointer: '/period', value: '2026-Q3' }],
      },
    ]);
  });

  it('is taken from the first moment after', async () => {
    const sent = await send(open, VALID_RETURN, { now: new Date('2026-09-30T23:00:00Z') });
    expect(sent.accepted).toBe(true);
  });
});

describe('a return of a draft version', () => {
  const draft = { ...VALID_RETURN, schema_version: '1.1' } as unknown as Return;

  it('is refused, and told which version to follow', async () => {
    const sent = await send(open, draft);
    expect(sent.receipt.state).toBe('rejected');
    expect(sent.receipt.report.totals.error).toBe(0);
    expect(sent.receipt.service_findings).toMatchObject([
      {
        rule: 'version-is-received',
        path: '/schema_version',
        locations: [{ pointer: '/schema_version', value: '1.1', suggestion: '1.0' }],
      },
    ]);
  });

  it('is checked by that version, in a dry run too, and the submission remembers it', async () => {
    const { receipt } = await send(open, draft, { dry_run: true });
    expect(receipt.report.schema_version).toBe('1.1');
    await send(open, draft);
    const [stored] = await listSubmissions(
      open.db,
      { organisation: draft.submitter, sandbox: false },
      { limit: 1 },
    );
    expect(stored?.schema_version).toBe('1.1');
  });
});

describe('the services register', () => {
  it('is where every service of a return must be; a near miss is suggested', async () => {
    const sent = await send(open, including(SERVICE.id, 'powys-comunity-connectors', 'elsewhere'));
    expect(sent.receipt.state).toBe('rejected');
    expect(sent.receipt.service_findings).toMatchObject([
      {
        rule: 'services-are-registered',
        path: '/coverage/services_included/{item}',
        count: 2,
        locations: [
          {
            pointer: '/coverage/services_included/1',
            value: 'powys-comunity-connectors',
            suggestion: SERVICE.id,
          },
          { pointer: '/coverage/services_included/2', value: '[withheld]', suggestion: null },
        ],
      },
    ]);
  });

  it('gives a service to one organisation only', async () => {
    await saveServices(open.db, [{ ...SERVICE, id: 'gwent-links', submitter: '7A6' }]);
    expect(serviceRules(await send(open, including(SERVICE.id, 'gwent-links')))).toEqual([
      'services-belong-to-the-submitter',
    ]);
  });

  it.each([
    ['ended the day before the period', { valid_to: '2026-06-30' }, ['services-were-open-in-the-period']],
    ['began the day after the period', { valid_from: '2026-10-01' }, ['services-were-open-in-the-period']],
    ['ended on its first day', { valid_to: '2026-07-01' }, []],
    ['began on its last day', { valid_from: '2026-09-30' }, []],
  ])('judges a service that %s', async (_, dates, rules) => {
    await saveServices(open.db, [{ ...SERVICE, ...dates }]);
    expect(serviceRules(await send(open, VALID_RETURN))).toEqual(rules);
  });

  it('is read even when the rows of the return are at fault', async () => {
    const broken = { ...including('elsewhere'), tables: { profiles: [profile({ people: 0 })] } };
    const sent = await send(open, broken);
    expect(sent.receipt.report.result).toBe('invalid');
    expect(serviceRules(sent)).toEqual(['services-are-registered']);
  });
});

describe('a service that another organisation counts too', () => {
  beforeEach(async () => {
    // Registered with 7A6 while it returned, then moved.
    await saveServices(open.db, [{ ...SERVICE, submitter: '7A6' }]);
    const profiles = [profile({ area_code: 'W06000018' })];
    const sent = await send(open, returnWith({ submitter: '7A6', tables: { profiles } }), {
      confirmed: [{ rule: 'area-within-the-submitters-areas', reason: 'checked_and_correct' }],
    });
    expect(sent.accepted, JSON.stringify(sent.receipt)).toBe(true);
    await saveServices(open.db, [SERVICE]);
  });

  it('holds the return: nothing stands until the submitter confirms it', async () => {
    const before = await countStored(open);
    const held = await send(open, VALID_RETURN);
    expect(held.accepted).toBe(false);
    expect(held.receipt).toMatchObject({
      state: 'needs_verification',
      service_findings: [{ rule: 'service-in-one-return-only', tier: 'verify', count: 1 }],
      tables: [{ outcome: 'held' }, { outcome: 'held' }, { outcome: 'held' }, { outcome: 'held' }],
    });
    expect(held.receipt.next_action.en).toContain('/verifications');
    const { standing_tables, submissions } = await countStored(open);
    expect({ standing_tables, submissions }).toEqual({
      standing_tables: before.standing_tables,
      submissions: 2,
    });
  });

  it('lets the return through with a reason, which is stored with it', async () => {
    const confirmation = { rule: 'service-in-one-return-only', reason: 'checked_and_correct' } as const;
    const beside = { rule: 'figures-are-unrounded', reason: 'small_service' } as const;
    const sent = await send(open, VALID_RETURN, { confirmed: [confirmation, beside] });
    expect(sent.accepted).toBe(true);
    const stored = await findSubmission(
      open.db,
      { organisation: '7A7', sandbox: false },
      sent.receipt.submission_id ?? '',
    );
    expect(stored?.confirmations).toEqual([confirmation]);
  });

  it('says nothing of another period or another collection', async () => {
    const earlier = { period: '2026-Q2', period_start: '2026-04-01', period_end: '2026-06-30' };
    const tables = { outcome_coverage: VALID_RETURN.tables.outcome_coverage ?? [] };
    expect(serviceRules(await send(open, returnWith({ ...earlier, tables })))).toEqual([]);
    expect(serviceRules(await send(open, returnWith({ source_kind: 'case_management', tables })))).toEqual(
      [],
    );
  });
});

describe('tables that stand', () => {
  const [first, ...others] = VALID_RETURN.tables.profiles ?? [];
  const withOneMore = returnWith({
    tables: {
      profiles: others
        .map((row) =>
          row.population === 'supported' && row.age_band === '25_34'
            ? { ...row, people: row.people + 1 }
            : row,
        )
        .concat(first ?? []),
    },
  });

  it('are compared with a new table that must agree with them', async () => {
    await send(open, VALID_RETURN);
    const standing = await listAcceptedTables(open.db, { collection: 'synthetic' });
    const sent = await sendCsv(open, withOneMore, 'profiles');
    expect(sent.receipt.report.result).toBe('valid');
    expect(sent.receipt.state).toBe('rejected');
    expect(sent.receipt.service_findings).toMatchObject([
      {
        rule: 'characteristics-add-up-to-profiles',
        tier: 'error',
        path: '/tables/characteristics',
        locations: expect.arrayContaining([
          { pointer: '/tables/characteristics', row: null, column: null, value: null, suggestion: null },
        ]),
      },
    ]);
    expect(sent.receipt.next_action).toMatchObject({
      en: expect.stringMatching(/does not agree with what stands of “Characteristics”.*in one return/),
      cy: expect.stringMatching(/nid yw'n cytuno â'r hyn sy'n sefyll o “.+”.*mewn un ffurflen/),
    });
    const [first, ...others] = withOneMore.tables.profiles ?? [];
    const profiles = [{ ...first, people: -1 } as ProfilesRow, ...others];
    const atFault = await send(open, returnWith({ tables: { profiles } }));
    expect(atFault.receipt.next_action.en).toMatch(/^Mend what the findings/);
    const notEnded = await sendCsv(open, withOneMore, 'profiles', { now: new Date('2026-09-01T00:00:00Z') });
    expect(notEnded.receipt.next_action.en).toMatch(/^Mend what the findings/);
    expect(await listAcceptedTables(open.db, { collection: 'synthetic' })).toEqual(standing);
  });

  it('stand in the way of nothing once they are withdrawn', async () => {
    const { receipt } = await send(open, VALID_RETURN);
    expect((await sendCsv(open, withOneMore, 'profiles')).receipt.state).toBe('rejected');
    await withdrawTables(
      { ...open, turns: TURNS },
      {
        ...{
          organisation: VALID_RETURN.submitter,
          sandbox: false,
          submission_id: receipt.submission_id ?? '',
        },
        ...{ tables: ['characteristics'], reason: 'figures_wrong', now: NOW, request_id: 'request' },
        ...{ actor: { kind: 'key', id: 'key' }, isAsRead: () => true },
      },
    );
    expect((await sendCsv(open, withOneMore, 'profiles')).receipt.state).toBe('accepted');
  });

  it('are left alone when the new table agrees, and when the return brings both', async () => {
    await send(open, VALID_RETURN);
    expect((await sendCsv(open, VALID_RETURN, 'characteristics')).receipt.service_findings).toEqual([]);
    const both = await send(open, { ...withOneMore, tables: { ...withOneMore.tables, characteristics: [] } });
    expect(both.receipt.report.result).toBe('invalid');
    expect(both.receipt.service_findings).toEqual([]);
  });

  it('give rows of the new table their place in it', async () => {
    await send(open, returnOf('profiles'));
    const characteristics =
      VALID_RETURN.tables.characteristics?.map((row, index) => (index === 1 ? { ...row, people: 2 } : row)) ??
      [];
    const sent = await sendCsv(open, returnWith({ tables: { characteristics } }), 'characteristics');
    const [finding] = sent.receipt.service_findings;
    expect(finding).toMatchObject({
      rule: 'characteristics-add-up-to-profiles',
      path: '/tables/characteristics/{row}/people',
    });
    expect(finding?.locations[0]).toMatchObject({ column: 'people', row: expect.any(Number) });
  });

  it('of another period or collection play no part', async () => {
    await send(open, returnOf('profiles'));
    const earlier = { period: '2026-Q2', period_start: '2026-04-01', period_end: '2026-06-30' } as const;
    const characteristics = (VALID_RETURN.tables.characteristics ?? []).map((row) => ({
      ...row,
      people: row.people + 1,
      people_first_in_year: row.people + 1,
    }));
    expect(serviceRules(await send(open, returnWith({ ...earlier, tables: { characteristics } })))).toEqual(
      [],
    );
    expect(
      serviceRules(
        await send(open, returnWith({ source_kind: 'case_management', tables: { characteristics } })),
      ),
    ).toEqual([]);
    const beside = await send(open, returnWith({ tables: { characteristics } }));
    expect(new Set(serviceRules(beside))).toEqual(new Set(['characteristics-add-up-to-profiles']));
  });
});

const Q2 = { period: '2026-Q2', period_start: '2026-04-01', period_end: '2026-06-30' } as const;

const stage = (basis: PathwayRow['basis'], name: PathwayRow['stage'], episodes: number) =>
  exampleRow('pathway', {
    basis,
    stage: name,
    episodes,
    support_tier: 'not_collected',
    wait_band: ['referral_received', 'open_at_start', 'open_at_end'].includes(name)
      ? 'not_applicable'
      : 'not_known',
  });

/** A quarter that begins with so many open; nobody is accepted or closed, so as many are open at its end. */
const openThroughout = (open_now: number) => [
  stage('event', 'open_at_start', open_now),
  stage('event', 'open_at_end', open_now),
];

describe('the quarter before', () => {
  const sendBefore = async (...pathway: PathwayRow[]) => {
    const sent = await send(open, returnWith({ ...Q2, tables: { pathway } }));
    expect(sent.receipt).toMatchObject({ state: 'accepted', service_findings: [] });
  };
  const found = async (whole: Return) => {
    const { receipt } = await send(open, whole);
    return receipt.service_findings.map(({ rule, path, message, locations }) => ({
      rule,
      path,
      words: message,
      suggestion: locations[0]?.suggestion,
    }));
  };

  it('ends with as many open as this one begins with, or the return waits to be confirmed', async () => {
    await sendBefore(...openThroughout(30));
    expect(await found(returnWith({ tables: { pathway: openThroughout(30) } }))).toEqual([]);
    expect(await found(returnWith({ tables: { pathway: openThroughout(28) } }))).toEqual([
      {
        rule: 'open-at-start-is-open-at-end-before',
        path: '/tables/pathway/{row}/episodes',
        words: {
          en: 'Open at the start are 28, but open at the end of the quarter before were 30.',
          cy: 'Mae 28 ar agor ar y dechrau, ond 30 oedd ar agor ar ddiwedd y chwarter blaenorol.',
        },
        suggestion: '30',
      },
    ]);
  });

  it('is where the referrals of the cohort were received', async () => {
    await sendBefore(stage('event', 'referral_received', 14));
    const cohortOf = (episodes: number) =>
      returnWith({
        tables: {
          pathway: [stage('event', 'referral_received', 15), stage('cohort', 'referral_received', episodes)],
        },
      });
    expect(await found(cohortOf(13))).toMatchObject([
      { rule: 'cohort-is-referrals-of-quarter-before', suggestion: '14' },
    ]);
    expect(await found(cohortOf(14))).toEqual([]);
  });

  it('is not asked about a cohort that the return does not have, nor about a stage it does not hold', async () => {
    await sendBefore(stage('event', 'referral_received', 14), ...openThroughout(30));
    const pathway = [stage('event', 'referral_received', 15), stage('event', 'open_at_end', 31)];
    const coverage = {
      ...VALID_RETURN.coverage,
      tables: { pathway: { not_collected: ['open_at_start'] } },
    };
    expect(await found(returnWith({ coverage, tables: { pathway } }))).toEqual([]);
  });

  it('is asked about a table that has nothing to count any more', async () => {
    await sendBefore(...openThroughout(30));
    const coverage = { ...VALID_RETURN.coverage, tables: { pathway: { nil: true } } };
    expect(await found(returnWith({ coverage, tables: { pathway: [] } }))).toMatchObject([
      {
        rule: 'count-within-half-of-the-one-before',
        path: '/tables/pathway',
        words: { en: expect.stringContaining('0, and before 30.') },
        suggestion: null,
      },
      { rule: 'open-at-start-is-open-at-end-before', path: '/tables/pathway', suggestion: '30' },
    ]);
  });

  it.each([
    ['two quarters before', { period: '2026-Q1', period_start: '2026-01-01', period_end: '2026-03-31' }, {}],
    ['another collection', Q2, { source_kind: 'case_management' }],
  ] as const)('is not %s', async (_, dates, differences) => {
    const sent = await send(
      open,
      returnWith({ ...dates, ...differences, tables: { pathway: openThroughout(90) } }),
      { confirmed: [{ rule: 'figures-are-unrounded', reason: 'checked_and_correct' }] },
    );
    expect(sent.accepted).toBe(true);
    expect(await found(returnWith({ tables: { pathway: openThroughout(30) } }))).toEqual([]);
  });
});

describe('a count of people', () => {
  const supported = (people: number) =>
    returnWith({
      tables: {
        profiles: [
          profile({ people, people_first_in_year: 1 }),
          profile({ sex: 'male', people: 1, people_first_in_year: 1 }),
        ],
      },
    });
  const before = {
    ...supported(39),
    ...Q2,
    tables: { profiles: [profile({ people: 40, people_first_in_year: 40 })] },
  };
  const others = ['one-code-does-not-hold-everything', 'figures-are-unrounded'] as const;
  const confirmed = others.map((rule) => ({ rule, reason: 'small_service' as const }));
  const changes = async (whole: Return) => {
    const { receipt } = await send(open, whole, { confirmed, dry_run: true });
    return receipt.service_findings
      .filter(({ rule }) => rule === 'count-within-half-of-the-one-before')
      .map(({ message, locations }) => [message.en, locations[0]?.pointer, locations[0]?.value]);
  };

  it('more than half above or below the quarter before waits to be confirmed', async () => {
    expect((await send(open, before, { confirmed })).accepted).toBe(true);
    expect(await changes(supported(59))).toEqual([]);
    expect(await changes(supported(60))).toEqual([
      [
        'A count differs by more than half from the one accepted before (Profiles: People supported): 61, and before 40.',
        '/tables/profiles/0/people',
        '[withheld]',
      ],
    ]);
    expect(await changes(supported(18))).toHaveLength(1);
  });

  it('of a population that was not sent before is said to be new, and nothing is suggested for it', async () => {
    expect((await send(open, before, { confirmed })).accepted).toBe(true);
    const whole = returnWith({
      tables: {
        profiles: [
          profile({ people: 40, people_first_in_year: 40 }),
          profile({ population: 'referred', people: 340, people_first_in_year: 340 }),
        ],
      },
    });
    const { receipt } = await send(open, whole, { confirmed, dry_run: true });
    const found = receipt.service_findings.filter(
      ({ rule }) => rule === 'count-within-half-of-the-one-before',
    );
    expect(found).toMatchObject([
      {
        message: {
          en: expect.stringMatching(/: 340, and before none returned\.$/),
          cy: expect.stringMatching(/: 340, ac o'r blaen dim a ddychwelwyd\.$/),
        },
        locations: [{ pointer: '/tables/profiles/1/people', suggestion: null }],
      },
    ]);
  });

  it('is compared with the table it would replace, where it is sent again', async () => {
    expect((await send(open, before, { confirmed })).accepted).toBe(true);
    expect((await send(open, supported(50), { confirmed })).accepted).toBe(true);
    expect(await changes(supported(70))).toEqual([]);
    expect(await changes(supported(80))).toHaveLength(1);
  });

  it('below twenty may change as it will', async () => {
    expect((await send(open, supported(5), { confirmed })).accepted).toBe(true);
    expect(await changes(supported(18))).toEqual([]);
    expect(await changes(supported(19))).toHaveLength(1);
  });
});
