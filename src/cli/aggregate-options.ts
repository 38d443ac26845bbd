import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ExportFile } from '../standard/aggregate/read-system.ts';
import { isQuarter } from '../standard/period.ts';
import type { Language, Text } from '../standard/text.ts';
import { type OutputForm, outputForm } from './aggregate-output.ts';
import { readHeaderSettings } from './aggregate-settings.ts';
import { CannotRun } from './cannot-run.ts';
import { readCommandLine } from './read-command-line.ts';

/** One system: its mapping, and the files that the command line names for it. */
export interface SystemOption {
  readonly mapping: string;
  readonly files: Partial<Readonly<Record<ExportFile, string>>>;
}

export interface AggregateOptions {
  readonly help: boolean;
  readonly suggest: Partial<Readonly<Record<ExportFile, string>>> | null;
  /** Whether a proposed mapping also copies values that no code was found for. */
  readonly withValues: boolean;
  readonly systems: readonly SystemOption[];
  readonly period: string;
  readonly out: string | null;
  readonly format: OutputForm;
  readonly set: Readonly<Record<string, string>>;
  readonly extractedAt: string | null;
  readonly postcodeFile: string | null;
  readonly allowUnmapped: boolean;
  readonly language: Language | null;
}

/**
 * Reads the command line of `spcd aggregate`.
 *
 * @throws {CannotRun} If it cannot be followed.
 */
export function readAggregateOptions(argv: readonly string[], folder: string): AggregateOptions {
  const { values, positionals } = parse(argv);
  const named = [...positionals, ...values.system].map((text) => systemOf(text, folder));
  const isCounting = !values.help && values.suggest === undefined;
  if (isCounting && named.length === 0) throw new CannotRun(NO_SYSTEM);
  if (isCounting && !isQuarter(values.period ?? '')) throw new CannotRun(NO_PERIOD);
  return {
    help: values.help,
    suggest: values.suggest === undefined ? null : filesOf(values.suggest, folder),
    withValues: values['with-values'],
    systems: named,
    period: values.period ?? '',
    out: values.out === undefined ? null : resolve(folder, values.out),
    format: outputForm(values.format, values.out),
    set: readHeaderSettings(values.set),
    extractedAt: values['extracted-at'] === undefined ? null : momentOf(values['extracted-at']),
    postcodeFile: values['postcode-lookup'] === undefined ? null : resolve(folder, values['postcode-lookup']),
    allowUnmapped: values['allow-unmapped'],
    language: values.lang === undefined ? null : oneOf(['en', 'cy'] as const, values.lang, '--lang'),
  };
}

function parse(argv: readonly string[]) {
  return readCommandLine(SEE_HELP, () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        period: { type: 'string' },
        system: { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
        format: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        'extracted-at': { type: 'string' },
        'postcode-lookup': { type: 'string' },
        'allow-unmapped': { type: 'boolean', default: false },
        suggest: { type: 'string' },
        'with-values': { type: 'boolean', default: false },
        lang: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }),
  );
}

/** `mapping.json`, or `mapping.json=cases.csv,connections:connections.csv,scores:scores.csv`. */
function systemOf(text: string, folder: string): SystemOption {
  const split = text.indexOf('=');
  if (split === -1) return { mapping: resolve(folder, text), files: {} };
  return { mapping: resolve(folder, text.slice(0, split)), files: filesOf(text.slice(split + 1), folder) };
}

function filesOf(list: string, folder: string): Partial<Record<ExportFile, string>> {
  const files: Partial<Record<ExportFile, string>> = {};
  for (const part of list.split(',')) {
    const named = /^(cases|connections|scores):(.+)$/.exec(part);
    files[(named?.[1] ?? 'cases') as ExportFile] = resolve(folder, named?.[2] ?? part);
  }
  return files;
}

/** The file of a system: the one the command line names, else the one its mapping names, beside the mapping. */
export function pathOfFile(
  system: SystemOption,
  kind: ExportFile,
  inMapping: string | undefined,
): string | null {
  const { mapping, files } = system;
  return files[kind] ?? (inMapping === undefined ? null : join(dirname(mapping), inMapping));
}

/** A day becomes its first moment. */
function momentOf(text: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
  if (/^\d{4}-\d{2}-\d{2}T/.test(moment) && !Number.isNaN(Date.parse(moment))) return moment;
  throw new CannotRun({
    en: `--extracted-at takes a day such as 2026-07-20, or a moment such as 2026-07-20T09:30:00Z, not ${text}.`,
    cy: `Mae --extracted-at yn cymryd diwrnod megis 2026-07-20, neu eiliad megis 2026-07-20T09:30:00Z, nid ${text}.`,
  });
}

function oneOf<Choice extends string>(choices: readonly Choice[], given: string, name: string): Choice {
  const found = choices.find((choice) => choice === given);
  if (found !== undefined) return found;
  const list = choices.join(', ');
  throw new CannotRun({
    en: `${name} is one of ${list}, not ${given}.`,
    cy: `Un o ${list} yw ${name}, nid ${given}.`,
  });
}

const NO_SYSTEM: Text = {
  en: 'Name a mapping: spcd aggregate mapping.json --period 2026-Q2. See --help.',
  cy: 'Enwch fapio: spcd aggregate mapio.json --period 2026-Q2. Gweler --help.',
};

const NO_PERIOD: Text = {
  en: 'Name the quarter: --period 2026-Q2 (2026-Q2 is April to June 2026).',
  cy: 'Enwch y chwarter: --period 2026-Q2 (Ebrill i Fehefin 2026 yw 2026-Q2).',
};

const SEE_HELP: Text = { en: 'See spcd aggregate --help.', cy: 'Gweler spcd aggregate --help.' };
