import { resolve } from 'node:path';
import { type Aggregated, aggregateRecords } from '../standard/aggregate/aggregate-records.ts';
import { readMapping } from '../standard/aggregate/check-mapping.ts';
import { frameOf } from '../standard/aggregate/counting-frame.ts';
import { dayOfIso } from '../standard/aggregate/day.ts';
import { ProblemLog } from '../standard/aggregate/export-problems.ts';
import {
  characteristicsForReferred,
  checkInstruments,
  finishHeader,
  headerOfMappings,
  missingInHeader,
  noteHoldings,
} from '../standard/aggregate/join-systems.ts';
import { type ExportFile, readExportFile } from '../standard/aggregate/read-system.ts';
import { SystemRecords } from '../standard/aggregate/system-records.ts';
import type { ExportMapping } from '../standard/generated/types.ts';
import { datesOf } from '../standard/period.ts';
import { headerFromParameters } from '../standard/read/header-from-parameters.ts';
import { writeDocument } from '../standard/synthesise/write-document.ts';
import type { Language } from '../standard/text.ts';
import { validateReturn } from '../standard/validate-return.ts';
import { readSmallText, streamFile, writtenAt } from './aggregate-files.ts';
import {
  type AggregateOptions,
  pathOfFile,
  readAggregateOptions,
  type SystemOption,
} from './aggregate-options.ts';
import { refuseOverwriting, writeReturn } from './aggregate-output.ts';
import { placeByPostcode } from './aggregate-postcodes.ts';
import { suggestCommand } from './aggregate-suggest.ts';
import { AGGREGATE_USAGE } from './aggregate-usage.ts';
import { CannotRun } from './cannot-run.ts';
import { takeLanguage } from './language-asked.ts';
import { renderProblems, renderSummary } from './render-aggregate.ts';
import { renderReport } from './render-report.ts';

/** What the command is given: where it speaks, in which language, and where relative files are. */
export interface AggregateContext {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly language: Language;
  readonly workingFolder: string;
}

const WRITTEN = 0;
const TO_MEND = 1;
const COULD_NOT_RUN = 2;

/**
 * `spcd aggregate`: counts exports of case-management systems into a return, and says what it did.
 *
 * @returns The exit code: 0 written, 1 something must be mended first, 2 could not run.
 */
export async function aggregateCommand(argv: readonly string[], context: AggregateContext): Promise<number> {
  let language = takeLanguage(argv).language ?? context.language;
  try {
    const options = readAggregateOptions(argv, context.workingFolder);
    language = options.language ?? language;
    if (options.help) {
      context.stdout.write(`${AGGREGATE_USAGE[language]}\n`);
      return WRITTEN;
    }
    if (options.suggest)
      return await suggestCommand(options.suggest, options.withValues, { ...context, language });
    return await count(options, { ...context, language });
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    context.stderr.write(`${error.text[language]}\n`);
    return COULD_NOT_RUN;
  }
}

interface MappedSystem {
  readonly option: SystemOption;
  readonly mapping: ExportMapping;
}

async function count(options: AggregateOptions, context: AggregateContext): Promise<number> {
  const log = new ProblemLog();
  const systems = await readMappings(options.systems, log);
  const mappings = systems.map(({ mapping }) => mapping);
  const records = new SystemRecords();
  noteHoldings(mappings, records, log);
  if (log.has('error')) return report(log, null, options, context);

  await refuseOverwriting(outOf(options, context), inputsOf(systems, options));
  const extractedAt = options.extractedAt ?? (await latestFile(systems));
  const draft = headerFromParameters(
    { source_system_extracted_at: extractedAt, ...options.set, period: options.period },
    headerOfMappings(mappings),
  );
  refuseIncomplete(draft);
  const header = finishHeader(draft);
  for (const { option, mapping } of systems) {
    for (const kind of ['cases', 'connections', 'scores'] as const) {
      if (mapping[kind] === undefined) continue;
      const file = fileOf(option, mapping, kind);
      const extracted = dayOfIso(extractedAt.slice(0, 10));
      const period = datesOf(options.period);
      const reading = { mapping, period, extracted, log, isOneOfSeveral: systems.length > 1 };
      await streamFile(file, readExportFile(kind, reading, records));
    }
  }
  await placeByPostcode(options.postcodeFile, records, mappings, header, log);
  checkInstruments(records, log);
  noteHistory(records, header.period, header.submitter, extractedAt, log);
  if (log.has('error') || (log.has('unmapped') && !options.allowUnmapped)) {
    return report(log, null, options, context);
  }
  const forReferred = characteristicsForReferred(mappings);
  const aggregated = aggregateRecords(records, { header, holdings: records.holdings(), forReferred });
  return write(aggregated, records, log, options, context);
}

async function readMappings(options: readonly SystemOption[], log: ProblemLog): Promise<MappedSystem[]> {
  const systems: MappedSystem[] = [];
  for (const option of options) {
    const mapping = readMapping(await readSmallText(option.mapping), option.mapping, log);
    if (mapping !== null) systems.push({ option, mapping });
  }
  return systems;
}

function fileOf(option: SystemOption, mapping: ExportMapping, kind: ExportFile): string {
  const file = pathOfFile(option, kind, mapping[kind]?.file);
  if (file !== null) return file;
  throw new CannotRun({
    en: `The mapping ${mapping.system} has ${kind} and names no file for them. Give --system MAPPING=${kind}:FILE.`,
    cy: `Mae gan y mapio ${mapping.system} ${kind} ac nid yw'n enwi ffeil ar eu cyfer. Rhowch --system MAPIO=${kind}:FFEIL.`,
  });
}

/** The latest of the cases files: what was exported last. */
async function latestFile(systems: readonly MappedSystem[]): Promise<string> {
  const moments = await Promise.all(
    systems.map(({ option, mapping }) => writtenAt(fileOf(option, mapping, 'cases'))),
  );
  return moments.sort().at(-1) ?? '';
}

function refuseIncomplete(draft: Readonly<Record<string, unknown>>): void {
  const missing = missingInHeader(draft);
  if (missing.length === 0) return;
  const names = missing.join(', ');
  throw new CannotRun({
    en: `The header lacks ${names}, or the mappings disagree. Say it in the mapping's header, or with --set NAME=VALUE.`,
    cy: `Nid oes ${names} yn y pennyn, neu mae'r mapiadau'n anghytuno. Dywedwch ef ym mhennyn y mapio, neu â --set ENW=GWERTH.`,
  });
}

function noteHistory(
  { cases }: SystemRecords,
  period: string,
  submitter: string,
  extractedAt: string,
  log: ProblemLog,
): void {
  const { previous, yearSoFar } = frameOf(period, submitter, extractedAt);
  const needed = Math.max(previous.start, yearSoFar.start);
  const first = cases.reduce(
    (earliest, { received }) => Math.min(earliest, received),
    Number.POSITIVE_INFINITY,
  );
  if (first > needed) log.add('history-held', { system: 'all', file: 'cases' });
}

function outOf({ out, period, format }: AggregateOptions, { workingFolder }: AggregateContext): string {
  return out ?? resolve(workingFolder, `return-${period}.${format}`);
}

/** Every file that a run reads. */
function inputsOf(systems: readonly MappedSystem[], { postcodeFile }: AggregateOptions): string[] {
  const files = systems.flatMap(({ option, mapping }) => [
    option.mapping,
    ...(['cases', 'connections', 'scores'] as const)
      .filter((kind) => mapping[kind] !== undefined)
      .map((kind) => fileOf(option, mapping, kind)),
  ]);
  return postcodeFile === null ? files : [...files, postcodeFile];
}

/** Validates before anything is written: a return that breaks a rule is never left lying about. */
async function write(
  aggregated: Aggregated,
  records: SystemRecords,
  log: ProblemLog,
  options: AggregateOptions,
  context: AggregateContext,
): Promise<number> {
  const { stderr, language } = context;
  const text = writeDocument(aggregated.document);
  const validation = validateReturn(new TextEncoder().encode(text), { format: 'json' });
  if (validation.report.result === 'invalid') {
    report(log, { aggregated, records }, options, context);
    stderr.write(renderReport(validation.report, language, 'json'));
    return TO_MEND;
  }
  const out = outOf(options, context);
  await writeReturn(out, aggregated.document, text, options.format);
  report(log, { aggregated, records }, options, context);
  stderr.write(renderReport(validation.report, language, 'json'));
  stderr.write(`${{ en: `Written: ${out}`, cy: `Ysgrifennwyd: ${out}` }[language]}\n`);
  return WRITTEN;
}

function report(
  log: ProblemLog,
  result: { readonly aggregated: Aggregated; readonly records: SystemRecords } | null,
  { allowUnmapped }: AggregateOptions,
  { stderr, language }: AggregateContext,
): number {
  stderr.write(renderProblems(log.problems(), allowUnmapped, language));
  if (result) stderr.write(renderSummary(result.aggregated, result.records, language));
  return TO_MEND;
}
