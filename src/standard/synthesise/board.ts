import type {
  AreasCode,
  CharacteristicCode,
  DeprivationIndexCode,
  EthnicitySchemeCode,
  OrganisationsCode,
} from '../generated/code-lists.ts';
import type { BoardPopulation } from '../populations/board-population.ts';

export const NATIONS = ['wales', 'england', 'scotland', 'northern_ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/** What is assumed of one returning organisation. Shares are in a thousand unless said otherwise; all are invented. */
export interface Board {
  readonly submitter: OrganisationsCode;
  readonly nation: Nation;
  readonly area_code: AreasCode;
  /** The areas below the board and their weights; only the board itself where its list has nothing finer. */
  readonly authorities: Readonly<Partial<Record<AreasCode, number>>>;
  /** The residents whose shares people are drawn by: the board's own, or a nation's that stands in for them. */
  readonly population: BoardPopulation;
  /** People referred in the financial year 2024-25. */
  readonly referredAYear: number;
  readonly deprivationIndex: DeprivationIndexCode;
  readonly ethnicityScheme: EthnicitySchemeCode;
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
    readonly ethnicCategories: boolean;
    readonly disabilityDetail: boolean;
    readonly carerHours: boolean;
    readonly sourceDetail: boolean;
    readonly supportTiers: boolean;
    readonly qualityMarks: boolean;
  };
  /** Characteristics sent for people referred, and those sent for the board as a whole. */
  readonly sendsForReferred: readonly CharacteristicCode[];
  readonly sendsForBoard: readonly CharacteristicCode[];
  readonly usesSwemwbs: boolean;
  readonly holdsInterval: boolean;
  readonly holdsCompletionMode: boolean;
}
