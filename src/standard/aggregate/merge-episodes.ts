import type { CaseRecord, ConnectionRecord, Decision, PersonFacts, ScoreRecord } from './case-records.ts';
import { type Day, earliest, latest } from './day.ts';
import { fillFacts, isKnown } from './fill-facts.ts';

/** Days after closing within which coming back continues the same episode. Counting rules, Units. */
export const REOPENING_DAYS = 28;

/** One referral and, where it was accepted, the episode that followed. */
export interface Episode {
  readonly person: string;
  readonly service: string;
  readonly facts: PersonFacts;
  readonly received: Day;
  readonly referral_source: string;
  accepted: Day | null;
  /** How it ended before it began, where it did. */
  readonly declined: {
    readonly stage: Exclude<Decision, 'referral_accepted'>;
    readonly on: Day | null;
  } | null;
  readonly firstContact: Day | null;
  readonly conversation: Day | null;
  readonly plan: Day | null;
  readonly review: Day | null;
  readonly closed: Day | null;
  readonly closure_reason: string;
  readonly contacts: number | null;
  readonly support_tier: string;
  readonly needs: readonly string[];
  readonly mainNeed: string | null;
  readonly connections: ConnectionRecord[];
  readonly scores: ScoreRecord[];
}

/**
 * Makes episodes of cases: rows of one person at one service become one episode when the later was received
 * while the earlier was undecided or open, or within 28 days of its closing.
 *
 * An episode's dates are the earliest of its rows', its closing date the last; it is open while a row of it that
 * led to support is open. Its place and person are those of its first row, gaps filled from later ones, so that
 * it is counted in one place at every stage.
 *
 * @returns Episodes by person, then service, then date received.
 * @see Counting rules of this standard, Units: referral and episode.
 */
export function mergeEpisodes(cases: readonly CaseRecord[]): Episode[] {
  const byService = new Map<string, CaseRecord[]>();
  for (const record of cases) {
    const key = JSON.stringify([record.person, record.service]);
    const rows = byService.get(key);
    if (rows) rows.push(record);
    else byService.set(key, [record]);
  }
  return [...byService.values()].flatMap((rows) => spansOf(rows).map(episodeOf));
}

/** The rows of each episode, in the order they were received. */
function spansOf(rows: readonly CaseRecord[]): CaseRecord[][] {
  const spans: CaseRecord[][] = [];
  for (const row of [...rows].sort(byReceipt)) {
    const span = spans.at(-1);
    if (span && continues(span, row)) span.push(row);
    else spans.push([row]);
  }
  return spans;
}

/** By date received; rows of one day in an order that does not depend on where they stood in the export. */
function byReceipt(one: CaseRecord, other: CaseRecord): number {
  if (one.received !== other.received) return one.received - other.received;
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

function continues(span: readonly CaseRecord[], row: CaseRecord): boolean {
  const closed = closingOf(span);
  if (closed !== null) return row.received - closed <= REOPENING_DAYS;
  const declined = declineOf(span);
  return declined === null || row.received <= (declined.on ?? (span.at(-1) as CaseRecord).received);
}

/** A repeat that led to nothing of its own does not hold an episode open, nor end it. */
function ledToSupport(row: CaseRecord): boolean {
  return (
    row.decision === 'referral_accepted' ||
    earliest([row.firstContact, row.conversation, row.plan, row.review]) !== null
  );
}

/** The day the rows' episode ended, or null while it is open or was never begun. */
function closingOf(rows: readonly CaseRecord[]): Day | null {
  const begun = rows.filter((row) => ledToSupport(row) || (row.closed !== null && !isDeclined(row)));
  return begun.some((row) => row.closed === null) ? null : latest(begun.map((row) => row.closed));
}

function isDeclined({ decision }: CaseRecord): boolean {
  return decision !== null && decision !== 'referral_accepted';
}

/** How the rows' referral ended before it began: the last decision, unless any row led to acceptance. */
function declineOf(rows: readonly CaseRecord[]): Episode['declined'] {
  if (rows.some((row) => row.decision === 'referral_accepted')) return null;
  const last = rows.findLast(isDeclined);
  return last ? { stage: last.decision as Exclude<Decision, 'referral_accepted'>, on: last.decided } : null;
}

function episodeOf(rows: readonly CaseRecord[]): Episode {
  const [first] = rows as [CaseRecord];
  const closed = closingOf(rows);
  const known = (codeOf: (row: CaseRecord) => string) => rows.map(codeOf).find(isKnown) ?? codeOf(first);
  const closing = rows.find((row) => closed !== null && row.closed === closed);
  return {
    person: first.person,
    service: first.service,
    facts: fillFacts(rows),
    received: first.received,
    referral_source: known((row) => row.referral_source),
    accepted: earliest(rows.map((row) => (row.decision === 'referral_accepted' ? row.decided : null))),
    declined: declineOf(rows),
    firstContact: earliest(rows.map((row) => row.firstContact)),
    conversation: earliest(rows.map((row) => row.conversation)),
    plan: earliest(rows.map((row) => row.plan)),
    review: earliest(rows.map((row) => row.review)),
    closed,
    closure_reason: closing?.closure_reason ?? first.closure_reason,
    contacts: contactsOf(rows),
    support_tier: known((row) => row.support_tier),
    needs: [...new Set(rows.flatMap((row) => row.needs))],
    mainNeed: rows.map((row) => row.mainNeed).find((need) => need !== null) ?? null,
    connections: [],
    scores: [],
  };
}

/** Contacts add up over the rows of an episode; a row that stands twice counts once. */
function contactsOf(rows: readonly CaseRecord[]): number | null {
  const byReceipt = new Map<Day, number>();
  for (const { received, contacts } of rows) {
    if (contacts !== null) byReceipt.set(received, Math.max(contacts, byReceipt.get(received) ?? 0));
  }
  return byReceipt.size === 0 ? null : [...byReceipt.values()].reduce((sum, count) => sum + count, 0);
}
