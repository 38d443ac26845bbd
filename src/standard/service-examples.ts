import type { Return, Service } from './generated/types.ts';
import type { ReturnHeader } from './row.ts';
import { exampleRow, profile } from './rules/example-rows.ts';

/** What a return meets when it is sent: all that a rule of the service looks at beside the return itself. */
export interface ServiceState {
  /** The day in the United Kingdom; any day after the period when absent. */
  readonly today?: string;
  /** The services register; the service of the valid return, with its submitter, when absent. */
  readonly register?: readonly Service[];
  /** Returns accepted before, each with what differs from the valid return; none when absent. */
  readonly accepted?: readonly ReturnExample[];
}

/** What differs from a valid return; tables given stand in place of all of its tables. */
export type ReturnExample = Partial<ReturnHeader> & { readonly tables?: Return['tables'] };

/** A return, and what it meets. */
export interface ServiceExample {
  readonly meets: ServiceState;
  readonly return: ReturnExample;
}

interface PassingAndFailing {
  readonly passes: ServiceExample;
  readonly fails: ServiceExample;
}

const POWYS: Service = {
  id: 'powys-community-connectors',
  name: { en: 'Powys community connectors', cy: 'Cysylltwyr cymunedol Powys' },
  submitter: '7A7',
  areas: ['W06000023'],
  valid_from: '2024-04-01',
};

const GWENT: Service = {
  id: 'gwent-links',
  name: { en: 'Gwent links', cy: 'Cysylltiadau Gwent' },
  submitter: '7A6',
  areas: ['W06000018'],
  valid_from: '2024-04-01',
};

const QUARTER_BEFORE = { period: '2026-Q2', period_start: '2026-04-01', period_end: '2026-06-30' } as const;
const QUARTER = { period: '2026-Q3', period_start: '2026-07-01', period_end: '2026-09-30' } as const;

const naming = (...services_included: string[]): ReturnExample => ({
  submitter: '7A7',
  coverage: { services_included, areas_complete: ['W06000023'] },
  tables: { profiles: [profile()] },
});

const countedByGwent = (service: string): ReturnExample => ({
  submitter: '7A6',
  ...QUARTER,
  coverage: { services_included: [service], areas_complete: [] },
  tables: { profiles: [profile({ area_code: 'W06000018' })] },
});

const openAll = (header: Partial<ReturnHeader>, episodes: number): ReturnExample => ({
  ...header,
  tables: {
    pathway: (['open_at_start', 'open_at_end'] as const).map((stage) =>
      exampleRow('pathway', {
        basis: 'event',
        stage,
        wait_band: 'not_applicable',
        support_tier: 'not_collected',
        episodes,
      }),
    ),
  },
});

const received = (header: Partial<ReturnHeader>, event: number, cohort?: number): ReturnExample => {
  const row = (basis: 'event' | 'cohort', episodes: number) =>
    exampleRow('pathway', {
      basis,
      stage: 'referral_received',
      wait_band: 'not_applicable',
      support_tier: 'not_collected',
      episodes,
    });
  return {
    ...header,
    tables: { pathway: [row('event', event), ...(cohort === undefined ? [] : [row('cohort', cohort)])] },
  };
};

const supported = (header: Partial<ReturnHeader>, people: number): ReturnExample => ({
  ...header,
  tables: { profiles: [profile({ people, people_first_in_year: 40 })] },
});

const both = (
  meets: ServiceState,
  passes: ReturnExample,
  fails: ReturnExample = passes,
  meetsWhereItFails: ServiceState = meets,
): PassingAndFailing => ({
  passes: { meets, return: passes },
  fails: { meets: meetsWhereItFails, return: fails },
});

/** Of each rule of the service a return that it lets through and one that it finds, with what each meets. */
export const SERVICE_EXAMPLES: ReadonlyMap<string, PassingAndFailing> = new Map([
  ['period-has-ended', both({ today: '2026-10-01' }, QUARTER, QUARTER, { today: '2026-09-30' })],
  [
    'version-is-received',
    both({}, { schema_version: '1.0' }, { schema_version: '1.1' } as unknown as ReturnExample),
  ],
  [
    'services-are-registered',
    both({ register: [POWYS] }, naming(POWYS.id), naming(POWYS.id, 'brecon-links')),
  ],
  [
    'services-belong-to-the-submitter',
    both({ register: [POWYS, GWENT] }, naming(POWYS.id), naming(POWYS.id, GWENT.id)),
  ],
  [
    'services-were-open-in-the-period',
    both({ register: [{ ...POWYS, valid_to: '2026-07-01' }] }, QUARTER, QUARTER, {
      register: [{ ...POWYS, valid_to: '2026-06-30' }],
    }),
  ],
  [
    'service-in-one-return-only',
    both(
      { register: [POWYS, GWENT], accepted: [countedByGwent(GWENT.id)] },
      { ...naming(POWYS.id), ...QUARTER },
      { ...naming(POWYS.id), ...QUARTER },
      { register: [POWYS], accepted: [countedByGwent(POWYS.id)] },
    ),
  ],
  [
    'open-at-start-is-open-at-end-before',
    both({ accepted: [openAll(QUARTER_BEFORE, 30)] }, openAll(QUARTER, 30), openAll(QUARTER, 28)),
  ],
  [
    'cohort-is-referrals-of-quarter-before',
    both({ accepted: [received(QUARTER_BEFORE, 14)] }, received(QUARTER, 15, 14), received(QUARTER, 15, 13)),
  ],
  [
    'count-within-half-of-the-one-before',
    both({ accepted: [supported(QUARTER_BEFORE, 40)] }, supported(QUARTER, 60), supported(QUARTER, 61)),
  ],
]);
