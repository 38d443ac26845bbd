import type { Code } from '../code-list.ts';
import type { Dictionary } from '../dictionary.ts';
import { CODE_LISTS, type CodeListId } from '../generated/code-lists.ts';
import { SCHEMA_VERSION, type TableName } from '../generated/tables.ts';
import { type HeaderLeaf, headerLeaves } from '../header-leaves.ts';
import { type FieldPlan, TABLE_PLANS } from '../plan-rows.ts';
import type { Text } from '../text.ts';
import { isLater } from '../versions/every-version.ts';

/** One code that a field takes, as a template lists it. */
export interface FieldCode {
  /** Name of the table, or `return` for the header. */
  readonly sheet: string;
  readonly field: string;
  /** The code of another field that it goes with, such as `characteristic=disability`; null for any. */
  readonly when: string | null;
  readonly code: string;
  readonly title: Text;
  /** ISO dates, both inclusive; null means no limit. */
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/** Every code that the fields of a table take, field by field, those that have ended last. */
export function codesOfTable(table: TableName): readonly FieldCode[] {
  const fields = TABLE_PLANS[table].fields.filter(({ since }) => !isLater(since, SCHEMA_VERSION));
  return fields.flatMap((plan) =>
    dictionariesOf(plan).flatMap(({ when, dictionary }) =>
      dictionary.candidates.flatMap(({ code, title }) => {
        const entry = dictionary.codes.get(code)?.conditional;
        // A template is of the version in force; the dictionaries know later ones too.
        if (isLater(entry?.since, SCHEMA_VERSION)) return [];
        return [{ sheet: table, field: plan.field.name, when, code, title, ...datesOf(entry) }];
      }),
    ),
  );
}

/** Every code that the fields of the header take, of those that a template of these tables has. */
export function codesOfHeader(leaves: readonly HeaderLeaf[] = headerLeaves()): readonly FieldCode[] {
  return leaves.flatMap(({ name, node }) => {
    const list = node['x-codelist'] ?? node.items?.['x-codelist'];
    if (list === undefined) return [];
    return CODE_LISTS[list as CodeListId].codes.map((entry) => ({
      sheet: 'return',
      field: name,
      when: null,
      code: entry.code,
      title: entry.title,
      ...datesOf(entry),
    }));
  });
}

function dictionariesOf(plan: FieldPlan): { when: string | null; dictionary: Dictionary }[] {
  const { field, dictionary, chosen } = plan;
  if (field.chosen_by === null) return dictionary === null ? [] : [{ when: null, dictionary }];
  const chooser = field.chosen_by.field;
  return [...chosen].map(([code, each]) => ({ when: `${chooser}=${code}`, dictionary: each }));
}

function datesOf(code: Pick<Code, 'valid_from' | 'valid_to'> | null | undefined) {
  return { valid_from: code?.valid_from ?? null, valid_to: code?.valid_to ?? null };
}
