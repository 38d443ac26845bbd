import { checkHeader } from './check-header.ts';
import { checkHeaderDates } from './check-header-dates.ts';
import { checkTexts } from './check-texts.ts';
import { collectFindings } from './collect-findings.ts';
import type { Finding, Report, Tier } from './finding.ts';
import { SCHEMA_VERSION, TABLE_NAMES, type TableName } from './generated/tables.ts';
import type { RowNumbers } from './locate-row.ts';
import { type Dates, datesOf, isQuarter } from './period.ts';
import { TABLE_PLANS } from './plan-rows.ts';
import { pathTemplate, pointerTo } from './pointer.ts';
import type { FaultPlace, ReturnSink } from './read/return-reader.ts';
import { expectSource, type OpenReader, type ReturnSource } from './read/return-source.ts';
import type { ReturnHeader, RowsByTable } from './row.ts';
import type { Rule, RulePass } from './rules/rule.ts';
import { runRules } from './run-rules.ts';
import { type StructuralRuleId, structuralRule } from './structural-rules.ts';
import { TableIntake } from './take-rows.ts';
import { createLabelTranslator } from './translate-labels.ts';
import { isKnownVersion } from './versions/every-version.ts';

export interface Validation {
  readonly report: Report;
  /** Null when the header is not well formed. */
  readonly header: ReturnHeader | null;
  /** The well-formed rows. Complete when `report.result` is not `invalid`. */
  readonly tables: RowsByTable;
}

/** Takes the bytes of one return as they arrive, then gives its report. */
export interface ReturnValidator {
  write(chunk: Uint8Array): void;
  end(): Validation;
}

/** The bytes of a report as every door gives them, ending in a line feed. */
export function serialiseReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * Validates a return while it is being received.
 *
 * @param open - Gives the reader of its form.
 * @param rules - What its content is held to, besides the rules of form.
 * @throws TypeError when it is called with no form of a return.
 */
export function validatorOf<Source extends ReturnSource>(
  source: Source,
  open: OpenReader<Source>,
  rules: readonly Rule[],
): ReturnValidator {
  expectSource(source);
  const findings = collectFindings();
  const intakes = new Map<TableName, TableIntake>();
  const labels = source.labels === true ? createLabelTranslator() : null;
  /** Held as long as the validator is: see `ReturnInHand`. */
  const passes: RulePass[] = [];
  let tableFaults = 0;

  const sink: ReturnSink = {
    table(name) {
      const intake = intakes.get(name) ?? new TableIntake(TABLE_PLANS[name], source.format, findings, labels);
      intakes.set(name, intake);
      return intake;
    },
    fault(rule, place) {
      if (place.path[0] === 'tables') tableFaults += 1;
      reportFault(rule, place);
    },
  };
  const reportFault = (
    rule: StructuralRuleId,
    place: FaultPlace,
    facts?: Parameters<typeof findings.add>[3],
  ) => {
    findings.add(
      structuralRule(rule),
      pathTemplate(place.template ?? place.path),
      () => ({
        pointer: pointerTo(place.path),
        ...(place.sheet === undefined ? {} : { sheet: place.sheet }),
        row: place.row ?? null,
        column: place.column ?? null,
        value: place.value ?? null,
        suggestion: place.suggestion?.() ?? null,
      }),
      facts ?? place.facts,
    );
  };
  const reader = open(source, sink);
  const numbers: RowNumbers = (table, row) => intakes.get(table)?.numberOf(row) ?? null;

  return {
    write: (chunk) => reader.write(chunk),
    end() {
      const { header: read, isComplete } = reader.end();
      if (isComplete && intakes.size === 0 && tableFaults === 0) {
        reportFault('return-carries-a-table', { path: ['tables'] });
      }
      const faults = isComplete && read !== null ? [...checkHeader(read), ...checkTexts(read)] : [];
      for (const { facts, ...fault } of faults) reportFault(fault.rule, fault, facts);
      const period = isComplete ? periodOf(read) : null;
      if (read !== null && isComplete) checkNil(read, intakes, reportFault);
      const version = read !== null && isKnownVersion(read.schema_version) ? read.schema_version : null;
      if (version !== null) for (const intake of intakes.values()) intake.checkVersion(version);
      if (period !== null) for (const intake of intakes.values()) intake.checkDates(period);

      // Known names only from here on, so plain objects are safe.
      const header =
        isComplete && read !== null && faults.length === 0
          ? (JSON.parse(JSON.stringify(read)) as ReturnHeader)
          : null;
      if (header !== null && period !== null) {
        for (const fault of checkHeaderDates(header, period)) reportFault('code-valid-on-the-dates', fault);
      }
      if (header !== null) {
        const present = new Set(intakes.keys());
        const tables = rowsOf(intakes, true);
        passes.push(...runRules(rules, { form: source.format, header, tables, present, numbers }, findings));
      }
      if (labels !== null && labels.count > 0) {
        findings.addMany(structuralRule('labels-read-as-codes'), '/tables', labels.count, labels.locations);
      }
      const report = toReport(version ?? SCHEMA_VERSION, findings.findings(), intakes);
      return { report, header, tables: rowsOf(intakes, false) };
    },
  };
}

/** The dates the return is for, when its header names a quarter. */
function periodOf(header: Readonly<Record<string, unknown>> | null): Dates | null {
  const period = header?.period;
  return typeof period === 'string' && isQuarter(period) ? datesOf(period) : null;
}

type ReportFault = (rule: StructuralRuleId, place: FaultPlace) => void;

/** An empty table is a nil return only when coverage says so. */
function checkNil(
  header: Readonly<Record<string, unknown>>,
  intakes: ReadonlyMap<TableName, TableIntake>,
  report: ReportFault,
): void {
  for (const [table, intake] of intakes) {
    const nil = ['coverage', 'tables', table, 'nil'].reduce<unknown>(memberOf, header);
    if (intake.count === 0 && nil !== true)
      report('empty-table-is-declared-nil', { path: ['tables', table] });
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The rows by table, in schema order; only tables that are well formed throughout, if asked. */
function rowsOf(intakes: ReadonlyMap<TableName, TableIntake>, onlyReliable: boolean): RowsByTable {
  const tables: RowsByTable = {};
  for (const name of TABLE_NAMES) {
    const intake = intakes.get(name);
    if (intake && (intake.isReliable || !onlyReliable)) tables[name] = intake.rows;
  }
  return tables;
}

function toReport(
  schema_version: string,
  findings: readonly Finding[],
  intakes: ReadonlyMap<TableName, TableIntake>,
): Report {
  const totals: Record<Tier, number> = { error: 0, verify: 0, advice: 0 };
  for (const finding of findings) totals[finding.tier] += 1;
  const rows: Report['rows'] = {};
  for (const name of TABLE_NAMES) {
    const intake = intakes.get(name);
    if (intake) rows[name] = intake.count;
  }
  return {
    standard: 'spcd',
    schema_version,
    status: 'candidate',
    result: totals.error > 0 ? 'invalid' : totals.verify > 0 ? 'needs_verification' : 'valid',
    rows,
    totals,
    findings,
  };
}
