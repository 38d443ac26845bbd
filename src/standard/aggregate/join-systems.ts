import type { CharacteristicCode } from '../generated/code-lists.ts';
import type { ExportMapping } from '../generated/types.ts';
import type { GivenHeader } from './build-return.ts';
import type { ProblemLog } from './export-problems.ts';
import { isCaseField } from './read-case.ts';
import type { SystemRecords } from './system-records.ts';

/** A header that is still being put together: what mappings say, then what the command line says. */
export type HeaderDraft = Record<string, unknown>;

/** Headers agree where every system that says something says the same. */
const ALIKE = [
  'submitter',
  'figures_status',
  'source_kind',
  'deprivation_index',
  'ethnicity_scheme',
  'support_tier_version',
] as const;

/** The header that the mappings of one run give together; what they disagree about is left open. */
export function headerOfMappings(mappings: readonly ExportMapping[]): HeaderDraft {
  const headers = mappings.map(({ header }) => header ?? {});
  const draft: HeaderDraft = {};
  for (const name of ALIKE) {
    const said = new Set(headers.map((header) => header[name]).filter((value) => value !== undefined));
    if (said.size === 1) [draft[name]] = said;
  }
  const bases = new Set(headers.map(({ sex_basis }) => sex_basis).filter((basis) => basis !== undefined));
  draft.sex_basis = bases.size > 1 ? 'mixed' : ([...bases][0] ?? 'not_known');
  draft.figures_status ??= 'provisional';
  draft.source_kind ??= 'case_management';
  draft.coverage = {
    services_included: unionOf(headers.map(({ services_included }) => services_included)),
    areas_complete: unionOf(headers.map(({ areas_complete }) => areas_complete)),
  };
  const names = new Set(mappings.map(({ header, system }) => header?.system_name ?? system));
  const versions = new Set(headers.map(({ system_version }) => system_version ?? '1'));
  draft.source_system = {
    name: [...names].join(' + ').slice(0, 100),
    version: [...versions].join(' + ').slice(0, 40),
  };
  return draft;
}

function unionOf(lists: readonly (readonly string[] | undefined)[]): string[] {
  return [...new Set(lists.flatMap((list) => list ?? []))].sort();
}

/** The characteristics that some system asks at referral. */
export function characteristicsForReferred(mappings: readonly ExportMapping[]): CharacteristicCode[] {
  return [...new Set(mappings.flatMap((mapping) => mapping.characteristics_for_referred ?? []))];
}

/** Notes what a mapping holds, and what the systems of one run must have alike. */
export function noteHoldings(
  mappings: readonly ExportMapping[],
  records: SystemRecords,
  log: ProblemLog,
): void {
  const isOneOfSeveral = mappings.length > 1;
  const holdsAcceptance = (mapping: ExportMapping) =>
    Object.hasOwn(mapping.cases.columns, 'referral_decision_date');
  for (const mapping of mappings) {
    for (const name of Object.keys(mapping.cases.columns)) if (isCaseField(name)) records.fields.add(name);
    records.holdsConnections ||= mapping.connections !== undefined || mapping.cases.connections !== undefined;
    records.holdsScores ||= mapping.scores !== undefined || mapping.cases.scores !== undefined;
    const place = { system: mapping.system, file: 'mapping' };
    if (isOneOfSeveral && mapping.person_ids === undefined) log.add('person-numbers-explained', place);
    if (!holdsAcceptance(mapping) && mappings.some(holdsAcceptance)) log.add('acceptance-held-by-all', place);
  }
}

/** Where two services answer one instrument in different measures, nobody could be counted with all of them. */
export function checkInstruments(records: SystemRecords, log: ProblemLog): void {
  const byInstrument = new Map<string, Map<string, Set<string>>>();
  for (const { instrument, value_set, measure, person } of records.scores) {
    const key = `${instrument} ${value_set}`;
    const people = byInstrument.get(key) ?? new Map<string, Set<string>>();
    byInstrument.set(key, people);
    const measures = people.get(measure) ?? new Set<string>();
    people.set(measure, measures);
    measures.add(person);
  }
  for (const [key, measures] of byInstrument) {
    const sets = [...measures.values()];
    const isShared = sets.every((one) => sets.every((other) => one === other || overlaps(one, other)));
    if (isShared) continue;
    const detail = {
      en: `${key}: ${[...measures.keys()].join(', ')}`,
      cy: `${key}: ${[...measures.keys()].join(', ')}`,
    };
    log.add('one-form-of-an-instrument', { system: 'all', file: 'scores' }, { detail });
  }
}

function overlaps(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const person of one) if (other.has(person)) return true;
  return false;
}

/** Whether a draft holds what a return's header must; the validator judges the values. */
export function missingInHeader(draft: HeaderDraft): string[] {
  return ['submitter', 'period', 'deprivation_index', 'ethnicity_scheme'].filter(
    (name) => draft[name] === undefined,
  );
}

/** A finished draft. What is wrong with its values the validator says before anything is written. */
export function finishHeader(draft: HeaderDraft): GivenHeader {
  return draft as unknown as GivenHeader;
}
