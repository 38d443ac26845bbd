import { type Finding, TIERS, type Tier } from '../standard/finding.ts';
import { RULES } from '../standard/rules/all-rules.ts';
import type { Rule } from '../standard/rules/rule.ts';
import { structuralRule } from '../standard/structural-rules.ts';
import { createReturnValidator } from '../standard/validate-return.ts';
import type { OpenDatabase } from '../store/database.ts';
import { listStandingReturns, type StandingReturn } from '../store/standing-returns.ts';
import { readStoredReturn } from '../store/stored-return.ts';

/** Of one organisation and rule: the returns that the rule finds fault with now and did not when they came. */
export interface RuleImpact {
  readonly organisation: string;
  readonly rule: string;
  /** The gravest that was found. */
  readonly tier: Tier;
  readonly returns: number;
  /** Places in those returns. */
  readonly places: number;
  /** Their quarters, in order. */
  readonly periods: readonly string[];
  /**
   * Of the returns, those that came with rows which counted nobody: such rows are not kept, and that they are gone
   * may be all that the rule finds.
   */
  readonly uncertain_returns: number;
}

export interface RuleImpacts {
  readonly returns_checked: number;
  /** By organisation, then rule. */
  readonly impacts: readonly RuleImpact[];
}

export interface RuleImpactRequest {
  /** What the returns are held to; the rules of this version unless given. */
  readonly rules?: readonly Rule[];
  /** Only returns that were accepted after this moment. */
  readonly since?: Date | undefined;
  readonly organisation?: string | undefined;
}

/**
 * Validates the accepted returns that stand once more, and tells what rules find now that they did not find when
 * the returns came: errors, and what would have to be confirmed. Advice is left out.
 *
 * Returns are read one at a time, as they are stored, so what it needs grows with the largest of them and not with
 * their number. Rules that only the service can look at are not among them, and nothing can be found in rows that
 * counted nobody, which are not kept.
 */
export async function measureRuleImpact(
  { db, pool }: Pick<OpenDatabase, 'db' | 'pool'>,
  { rules = RULES, since, organisation }: RuleImpactRequest = {},
): Promise<RuleImpacts> {
  const impacts = new Map<string, RuleImpact>();
  let returns_checked = 0;
  for await (const stored of listStandingReturns(db, { since, organisation })) {
    returns_checked += 1;
    const validator = createReturnValidator({ format: 'ndjson' }, rules);
    for await (const piece of readStoredReturn(pool, stored.header, stored.tables)) validator.write(piece);
    const found = validator.end().report.findings.filter((finding) => !isOfRowsLeftOut(finding, stored));
    for (const [rule, fresh] of newByRule(found, [...stored.report.findings, ...stored.service_findings])) {
      const key = `${stored.organisation} ${rule}`;
      impacts.set(key, added(impacts.get(key), stored, rule, fresh));
    }
  }
  const ordered = [...impacts].sort(([left], [right]) => (left < right ? -1 : 1));
  return { returns_checked, impacts: ordered.map(([, impact]) => impact) };
}

/** The findings that stop a return and are not among those before, or were of a milder tier there, by rule. */
function newByRule(now: readonly Finding[], before: readonly Finding[]): Map<string, Finding[]> {
  const gravest = new Map<string, number>();
  for (const finding of before) {
    const at = placeOf(finding);
    gravest.set(at, Math.min(gravest.get(at) ?? TIERS.length, gravityOf(finding)));
  }
  const fresh = new Map<string, Finding[]>();
  for (const finding of now) {
    if (finding.tier === 'advice') continue;
    if (gravityOf(finding) >= (gravest.get(placeOf(finding)) ?? TIERS.length)) continue;
    fresh.set(finding.rule, [...(fresh.get(finding.rule) ?? []), finding]);
  }
  return fresh;
}

function placeOf({ rule, path }: Finding): string {
  return `${rule} ${path}`;
}

/** Whether a table is only empty because none of the rows that came was kept. */
function isOfRowsLeftOut({ rule, path }: Finding, { report, tables }: StandingReturn): boolean {
  return (
    rule === EMPTY_TABLE.id &&
    tables.some(({ table }) => path === `/tables/${table}` && (report.rows[table] ?? 0) > 0)
  );
}

const EMPTY_TABLE = structuralRule('empty-table-is-declared-nil');

/** 0 of an error. */
function gravityOf({ tier }: { readonly tier: Tier }): number {
  return TIERS.indexOf(tier);
}

function added(
  before: RuleImpact | undefined,
  stored: StandingReturn,
  rule: string,
  fresh: readonly Finding[],
): RuleImpact {
  const tiers = [...fresh, ...(before ? [before] : [])].map(gravityOf);
  return {
    organisation: stored.organisation,
    rule,
    tier: TIERS[Math.min(...tiers)] as Tier,
    returns: (before?.returns ?? 0) + 1,
    places: fresh.reduce((sum, { count }) => sum + count, before?.places ?? 0),
    periods: [...new Set([...(before?.periods ?? []), stored.period])].sort(),
    uncertain_returns: (before?.uncertain_returns ?? 0) + (keptEveryRow(stored) ? 0 : 1),
  };
}

function keptEveryRow({ report, tables }: StandingReturn): boolean {
  return tables.every(({ table, rows }) => report.rows[table] === rows);
}
