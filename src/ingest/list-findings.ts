import type { Finding, Location, Tier } from '../standard/finding.ts';
import type { Submission } from '../store/submissions-repository.ts';

/** Who found something: the standard's own rules, or the service with what only it knows. */
export type FindingSource = 'report' | 'service';

/** One finding of a submission, and who found it. */
export type SourcedFinding = Finding & { readonly source: FindingSource };

/** One place of one finding. */
export interface FindingPlace extends Location {
  readonly source: FindingSource;
  readonly rule: string;
  readonly tier: Tier;
  readonly message: Finding['message'];
  readonly remedy: Finding['remedy'];
}

/** Which findings are asked for; all, where nothing is said. */
export interface FindingFilter {
  readonly tier?: Tier | undefined;
  readonly rule?: string | undefined;
}

/** The findings of a submission, the report's first, in the order in which they were found. */
export function findingsOf(
  { report, service_findings }: Pick<Submission, 'report' | 'service_findings'>,
  { tier, rule }: FindingFilter = {},
): SourcedFinding[] {
  const from = (source: FindingSource, findings: readonly Finding[]) =>
    findings.map((finding) => ({ ...finding, source }));
  return [...from('report', report.findings), ...from('service', service_findings)].filter(
    (finding) =>
      (tier === undefined || finding.tier === tier) && (rule === undefined || finding.rule === rule),
  );
}

/**
 * The places that findings name, table by table and row by row: what stands in one row stands together.
 *
 * A finding keeps its first places only, so there can be more than these; `count` of the finding says how many.
 */
export function placesOf(findings: readonly SourcedFinding[]): FindingPlace[] {
  const places = findings.flatMap(({ locations, source, rule, tier, message, remedy }) =>
    locations.map((location) => ({ source, rule, tier, ...location, message, remedy })),
  );
  const tableOf = ({ pointer }: Location) => /^\/tables\/[^/]*/.exec(pointer)?.[0] ?? '';
  return places.sort(
    (left, right) =>
      compare(tableOf(left), tableOf(right)) ||
      compare(left.sheet ?? '', right.sheet ?? '') ||
      (left.row ?? -1) - (right.row ?? -1) ||
      compare(left.pointer, right.pointer),
  );
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
