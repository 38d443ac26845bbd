import { type Finding, type Location, MAXIMUM_LOCATIONS, TIERS } from './finding.ts';
import type { RuleText } from './rules/rule.ts';
import { structuralRule } from './structural-rules.ts';
import type { Text } from './text.ts';

/** What fills the names in braces of a rule's words: `{list}`. */
export type Facts = Readonly<Record<string, Text>>;

export interface FindingCollector {
  /**
   * Counts one place. `locate` is called only while the finding still lists its places, so that what is slow
   * to say (a suggestion) costs nothing in the millionth bad row.
   */
  add(rule: RuleText, path: string, locate: () => Location, facts?: Facts): void;
  /** Counts many places at once, of which the first are given. */
  addMany(rule: RuleText, path: string, count: number, locations: readonly Location[]): void;
  findings(): Finding[];
}

interface Group {
  readonly rule: RuleText;
  readonly path: string;
  readonly facts: Facts | null;
  readonly key: string;
  readonly locations: Location[];
  count: number;
}

const MAXIMUM_GROUPS = 1_000;

/**
 * Gathers faults into findings: one for each rule, path and wording, with a count and its first places.
 *
 * Memory does not grow with the return: after 1,000 kinds of fault the rest are only counted, in one closing
 * finding.
 */
export function collectFindings(): FindingCollector {
  const groups = new Map<string, Group>();
  /** The groups again, by what the millionth fault of a kind is given: no text is joined to find them. */
  const byPath = new Map<RuleText | Facts, Map<string, Group>>();
  let beyond = 0;

  const groupOf = (rule: RuleText, path: string, facts: Facts | null): Group | null => {
    const met = byPath.get(facts ?? rule)?.get(path);
    if (met?.rule === rule) return met;
    const group = groupOfKey(rule, path, facts);
    if (group !== null && byPath.size < MAXIMUM_GROUPS) {
      const paths = byPath.get(facts ?? rule) ?? new Map<string, Group>();
      byPath.set(facts ?? rule, paths.set(path, group));
    }
    return group;
  };

  const groupOfKey = (rule: RuleText, path: string, facts: Facts | null): Group | null => {
    const key = facts === null ? `${rule.id} ${path}` : `${rule.id} ${path} ${wording(facts)}`;
    const known = groups.get(key);
    if (known) return known;
    if (groups.size >= MAXIMUM_GROUPS) return null;
    const group: Group = { rule, path, facts, key, locations: [], count: 0 };
    groups.set(key, group);
    return group;
  };

  return {
    add(rule, path, locate, facts) {
      const group = groupOf(rule, path, facts ?? null);
      if (!group) {
        beyond += 1;
        return;
      }
      group.count += 1;
      if (group.locations.length < MAXIMUM_LOCATIONS) group.locations.push(locate());
    },
    addMany(rule, path, count, locations) {
      const group = groupOf(rule, path, null);
      if (!group) {
        beyond += count;
        return;
      }
      group.count += count;
      group.locations.push(...locations.slice(0, MAXIMUM_LOCATIONS - group.locations.length));
    },
    findings() {
      const sorted = [...groups.values()].sort(inOrderOfReport).map(toFinding);
      if (beyond === 0) return sorted;
      const closing = toFinding({
        rule: structuralRule('kinds-of-fault-limited'),
        path: '',
        facts: null,
        key: '',
        locations: [],
        count: beyond,
      });
      const errors = sorted.filter((finding) => finding.tier === 'error');
      return [...errors, closing, ...sorted.slice(errors.length)];
    },
  };
}

function wording(facts: Facts): string {
  return Object.values(facts)
    .map((fact) => fact.en)
    .join(' ');
}

function inOrderOfReport(left: Group, right: Group): number {
  return (
    TIERS.indexOf(left.rule.tier) - TIERS.indexOf(right.rule.tier) ||
    compare(left.rule.id, right.rule.id) ||
    compare(left.path, right.path) ||
    compare(left.key, right.key)
  );
}

/** By code unit: the same on every machine, whatever its language. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function toFinding({ rule, path, facts, count, locations }: Group): Finding {
  return {
    rule: rule.id,
    tier: rule.tier,
    path,
    count,
    message: fill(rule.message, facts),
    why: fill(rule.why, facts),
    remedy: fill(rule.remedy, facts),
    locations,
  };
}

function fill(text: Text, facts: Facts | null): Text {
  if (facts === null) return text;
  let { en, cy } = text;
  for (const [name, fact] of Object.entries(facts)) {
    en = en.replaceAll(`{${name}}`, () => fact.en);
    cy = cy.replaceAll(`{${name}}`, () => fact.cy);
  }
  return { en, cy };
}
