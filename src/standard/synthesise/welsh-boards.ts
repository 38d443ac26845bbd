import type { AreasCode, CharacteristicCode, OrganisationsCode } from '../generated/code-lists.ts';

/** What is assumed of one health board. Shares are in a thousand unless said otherwise; all are invented. */
export interface WelshBoard {
  readonly submitter: OrganisationsCode;
  readonly area_code: AreasCode;
  /** Rounded percentages of the board's residents. */
  readonly authorities: Readonly<Partial<Record<AreasCode, number>>>;
  /** Of the people referred: how many live outside the board. */
  readonly livesOutside: number;
  /** Of the people referred: how many come to a first conversation. */
  readonly supported: number;
  /** Of the people supported: how many are connected. */
  readonly connected: number;
  /** Of those with a baseline score: how many are scored again. */
  readonly followedUp: number;
  /** Extra chance of one more point of improvement, so that boards differ. */
  readonly lift: number;
  /** Percentages of people supported who choose Welsh, and who have no preference. */
  readonly welsh: { readonly chosen: number; readonly either: number };
  /** Whether the board's systems hold the finer codes, or the broad ones only. */
  readonly holds: {
    readonly youngAges: boolean;
    readonly disabilityDetail: boolean;
    readonly carerHours: boolean;
  };
  /** Characteristics sent for people referred, and those sent for the board as a whole. */
  readonly sendsForReferred: readonly CharacteristicCode[];
  readonly sendsForBoard: readonly CharacteristicCode[];
  readonly usesSwemwbs: boolean;
  readonly holdsInterval: boolean;
  readonly holdsCompletionMode: boolean;
}

export const WELSH_BOARDS: readonly WelshBoard[] = [
  {
    submitter: '7A1',
    area_code: 'W11000023',
    authorities: { W06000001: 10, W06000002: 17, W06000003: 17, W06000004: 14, W06000005: 22, W06000006: 20 },
    livesOutside: 12,
    supported: 740,
    connected: 600,
    followedUp: 420,
    lift: 60,
    welsh: { chosen: 16, either: 12 },
    holds: { youngAges: true, disabilityDetail: true, carerHours: true },
    sendsForReferred: ['ethnic_group'],
    sendsForBoard: [],
    usesSwemwbs: true,
    holdsInterval: false,
    holdsCompletionMode: true,
  },
  {
    submitter: '7A7',
    area_code: 'W11000024',
    authorities: { W06000023: 100 },
    livesOutside: 45,
    supported: 780,
    connected: 640,
    followedUp: 550,
    lift: 180,
    welsh: { chosen: 5, either: 6 },
    holds: { youngAges: false, disabilityDetail: true, carerHours: true },
    sendsForReferred: [],
    sendsForBoard: [],
    usesSwemwbs: true,
    holdsInterval: true,
    holdsCompletionMode: true,
  },
  {
    submitter: '7A2',
    area_code: 'W11000025',
    authorities: { W06000008: 19, W06000009: 32, W06000010: 49 },
    livesOutside: 10,
    supported: 760,
    connected: 610,
    followedUp: 470,
    lift: 0,
    welsh: { chosen: 19, either: 12 },
    holds: { youngAges: false, disabilityDetail: false, carerHours: true },
    sendsForReferred: ['ethnic_group'],
    sendsForBoard: [],
    usesSwemwbs: false,
    holdsInterval: true,
    holdsCompletionMode: false,
  },
  {
    submitter: '7A6',
    area_code: 'W11000028',
    authorities: { W06000018: 30, W06000019: 11, W06000020: 16, W06000021: 16, W06000022: 27 },
    livesOutside: 14,
    supported: 720,
    connected: 580,
    followedUp: 380,
    lift: 90,
    welsh: { chosen: 1, either: 3 },
    holds: { youngAges: false, disabilityDetail: true, carerHours: false },
    sendsForReferred: [],
    sendsForBoard: [],
    usesSwemwbs: true,
    holdsInterval: false,
    holdsCompletionMode: false,
  },
  {
    submitter: '7A4',
    area_code: 'W11000029',
    authorities: { W06000014: 27, W06000015: 73 },
    livesOutside: 12,
    supported: 710,
    connected: 590,
    followedUp: 350,
    lift: 40,
    welsh: { chosen: 3, either: 4 },
    holds: { youngAges: true, disabilityDetail: true, carerHours: true },
    sendsForReferred: ['ethnic_group'],
    sendsForBoard: ['sexual_orientation', 'religion'],
    usesSwemwbs: true,
    holdsInterval: false,
    holdsCompletionMode: false,
  },
  {
    submitter: '7A5',
    area_code: 'W11000030',
    authorities: { W06000013: 33, W06000016: 54, W06000024: 13 },
    livesOutside: 8,
    supported: 750,
    connected: 600,
    followedUp: 450,
    lift: 120,
    welsh: { chosen: 2, either: 4 },
    holds: { youngAges: false, disabilityDetail: false, carerHours: false },
    sendsForReferred: [],
    sendsForBoard: [],
    usesSwemwbs: false,
    holdsInterval: true,
    holdsCompletionMode: false,
  },
  {
    submitter: '7A3',
    area_code: 'W11000031',
    authorities: { W06000011: 63, W06000012: 37 },
    livesOutside: 10,
    supported: 790,
    connected: 620,
    followedUp: 500,
    lift: 150,
    welsh: { chosen: 4, either: 5 },
    holds: { youngAges: false, disabilityDetail: true, carerHours: false },
    sendsForReferred: [],
    sendsForBoard: ['sexual_orientation', 'religion'],
    usesSwemwbs: false,
    holdsInterval: false,
    holdsCompletionMode: false,
  },
];
