import { allowedCodes } from './allowed-codes.ts';
import type { Code } from './code-list.ts';
import { CODE_LISTS } from './generated/code-lists.ts';
import { MEASURES } from './generated/measures.ts';
import { TABLE_NAMES, TABLES, type TableName } from './generated/tables.ts';
import { type Candidate, comparable } from './suggest.ts';
import type { ChosenList, FieldDescription } from './table-description.ts';
import type { Text } from './text.ts';

/** One code that a field accepts. */
export interface AcceptedCode {
  readonly code: string;
  /** Its number among all codes of the field, from 0. */
  readonly digit: number;
  /** The code's entry in its list, when it has dates. */
  readonly dated: Code | null;
}

/** The codes a field accepts, blanks included, and the list they come from. */
export interface Dictionary {
  /** Id of the list; `measures` or `instruments` for the registry; null for the union of several lists. */
  readonly list: string | null;
  readonly title: Text;
  readonly codes: ReadonlyMap<unknown, AcceptedCode>;
  /** What may be suggested, ended codes last. */
  readonly candidates: readonly Candidate[];
  /** Code by label in either language, as `comparable` writes it. */
  readonly labels: ReadonlyMap<string, string>;
}

/** How one field of a table is checked. */
export interface FieldPlan {
  readonly field: FieldDescription;
  readonly index: number;
  readonly isKey: boolean;
  readonly isCode: boolean;
  /** Whether it takes whole numbers only. */
  readonly isWhole: boolean;
  /** The field's only dictionary, or the union of those it may choose from; null for numbers. */
  readonly dictionary: Dictionary | null;
  /** Number of different codes it can hold; 1 for a number. */
  readonly codeCount: number;
  /** Index of the field that chooses the dictionary, or −1. */
  readonly chooser: number;
  readonly chosen: ReadonlyMap<unknown, Dictionary>;
}

export interface TablePlan {
  readonly table: TableName;
  readonly fields: readonly FieldPlan[];
  /** Where each field stands, by name. */
  readonly positions: ReadonlyMap<string, number>;
  readonly names: readonly Candidate[];
  /** Number of different keys a row can have, as far as a number can say it. */
  readonly keySpace: number;
}

/** How the rows of each table are checked: every code in a dictionary, built once. */
export const TABLE_PLANS = Object.fromEntries(TABLE_NAMES.map((name) => [name, planTable(name)])) as Readonly<
  Record<TableName, TablePlan>
>;

function planTable(table: TableName): TablePlan {
  const { fields } = TABLES[table];
  const positions = new Map(fields.map((field, index) => [field.name, index]));
  const plans = fields.map((field, index) => planField(field, index, positions));
  return {
    table,
    fields: plans,
    positions,
    names: fields.map((field) => ({ code: field.name, title: field.title })),
    keySpace: plans.reduce((space, plan) => (plan.isKey ? space * plan.codeCount : space), 1),
  };
}

function planField(
  field: FieldDescription,
  index: number,
  positions: ReadonlyMap<string, number>,
): FieldPlan {
  const chosen = Object.entries(field.chosen_by?.lists ?? {}).map(
    ([code, list]) => [code, dictionaryOf(list, field.blanks)] as const,
  );
  const dictionary = chosen.length > 0 ? unionOf(chosen.map(([, each]) => each)) : dictionaryOfField(field);
  return {
    field,
    index,
    isKey: field.role !== 'measure',
    isCode: field.kind === 'code',
    isWhole: field.kind === 'integer',
    dictionary,
    codeCount: dictionary?.codes.size ?? 1,
    chooser: field.chosen_by ? (positions.get(field.chosen_by.field) ?? -1) : -1,
    chosen: new Map(chosen.map(([code, each]) => [code, renumber(each, dictionary as Dictionary)])),
  };
}

function dictionaryOfField({
  kind,
  registry,
  list,
  level,
  codes,
  blanks,
}: FieldDescription): Dictionary | null {
  if (kind !== 'code') return null;
  if (registry) return registryDictionary(registry);
  if (!list) throw new Error('A coded field names a list, a registry or the field that chooses its list');
  return dictionaryOf({ list, level, codes, fixed: false }, blanks);
}

function dictionaryOf(
  choice: Pick<ChosenList, 'list' | 'level' | 'codes' | 'fixed'>,
  blanks: readonly string[],
): Dictionary {
  const list = CODE_LISTS[choice.list];
  const codes = [
    ...allowedCodes(list, choice),
    ...(choice.fixed ? [] : CODE_LISTS.blank.codes.filter((blank) => blanks.includes(blank.code))),
  ];
  return dictionary(list.id, list.title, codes);
}

function registryDictionary(registry: 'measures' | 'instruments'): Dictionary {
  const title =
    registry === 'measures'
      ? { en: 'Outcome measures', cy: 'Mesurau canlyniadau' }
      : { en: 'Instruments', cy: 'Offerynnau' };
  const codes = new Map<string, Pick<Code, 'code' | 'title'>>();
  for (const { id, instrument, title: name } of Object.values(MEASURES)) {
    const code = registry === 'measures' ? id : instrument;
    if (!codes.has(code)) codes.set(code, { code, title: name });
  }
  return dictionary(registry, title, [...codes.values()]);
}

function dictionary(
  list: string | null,
  title: Text,
  codes: readonly (Pick<Code, 'code' | 'title'> & Partial<Code>)[],
): Dictionary {
  const accepted = new Map<unknown, AcceptedCode>();
  const labels = new Map<string, string>();
  const inUse = [...codes].sort((left, right) => Number(hasEnded(left)) - Number(hasEnded(right)));
  for (const code of codes) {
    const isDated = (code.valid_from ?? null) !== null || hasEnded(code);
    accepted.set(code.code, {
      code: code.code,
      digit: accepted.size,
      dated: isDated ? (code as Code) : null,
    });
  }
  for (const code of inUse) {
    for (const label of [comparable(code.title.en), comparable(code.title.cy)]) {
      if (!labels.has(label)) labels.set(label, code.code);
    }
  }
  return { list, title, codes: accepted, candidates: inUse, labels };
}

function hasEnded(code: Partial<Code>): boolean {
  return (code.valid_to ?? null) !== null;
}

function unionOf(dictionaries: readonly Dictionary[]): Dictionary {
  const codes = new Map<unknown, AcceptedCode>();
  for (const { codes: some } of dictionaries) {
    for (const [code, accepted] of some) {
      if (!codes.has(code)) codes.set(code, { ...accepted, digit: codes.size });
    }
  }
  return { list: null, title: { en: '', cy: '' }, codes, candidates: [], labels: new Map() };
}

/** The same dictionary with the numbers its codes have in the union, so that equal codes have equal numbers. */
function renumber(dictionary: Dictionary, union: Dictionary): Dictionary {
  const codes = new Map(
    [...dictionary.codes].map(([code, accepted]) => {
      const digit = (union.codes.get(code) as AcceptedCode).digit;
      return [code, { ...accepted, digit }] as const;
    }),
  );
  return { ...dictionary, codes };
}
