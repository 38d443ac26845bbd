import type {
  ChosenList,
  FieldDescription,
  SamePeople,
  TableDescription,
} from '../standard/table-description.ts';
import type { Text } from '../standard/text.ts';
import { type JsonObject, propertiesOf, type SchemaSet } from './read-schema.ts';

/** Turns the table schemas into the descriptions that reading, storing, releasing and querying share. */
export function describeTables(schema: SchemaSet): TableDescription[] {
  return schema.tables.map((table) => {
    return {
      name: nameOfTable(table) as TableDescription['name'],
      title: { en: table['x-title'] as string, cy: (table['x-cy'] as { title: string }).title },
      description: bilingual(table, 'description'),
      unit: table['x-unit'] as string,
      disclosure: table['x-disclosure'] as TableDescription['disclosure'],
      obligation: table['x-obligation'] as TableDescription['obligation'],
      key_table: (table['x-key-table'] as string | undefined) ?? null,
      covers: (table['x-covers'] as TableDescription['covers'] | undefined) ?? 'quarter',
      same_people_as: ((table['x-same-people-as'] as Partial<SamePeople>[] | undefined) ?? []).map(
        describeSamePeople,
      ),
      carried_over: (table['x-carried-over'] as TableDescription['carried_over'] | undefined) ?? [],
      least_shown: (table['x-least-shown'] as TableDescription['least_shown'] | undefined) ?? null,
      fields: Object.entries(propertiesOf(table)).map(([name, field]) => ({
        ...describeField(name, field),
        ...((table.required as string[]).includes(name) ? {} : { optional: true }),
      })),
    };
  });
}

function describeSamePeople(same: Partial<SamePeople>): SamePeople {
  return {
    table: same.table as SamePeople['table'],
    keeps: same.keeps ?? [],
    selectors: same.selectors ?? {},
    dimensions: same.dimensions ?? {},
    rename: same.rename ?? {},
    figures: same.figures ?? null,
  };
}

export function nameOfTable(table: JsonObject): string {
  return /\/([a-z_]+)\.schema\.json$/.exec(table.$id as string)?.[1] as string;
}

function bilingual(schema: JsonObject, key: 'title' | 'description'): Text {
  return { en: schema[key] as string, cy: (schema['x-cy'] as Record<typeof key, string>)[key] };
}

function describeField(name: string, field: JsonObject): FieldDescription {
  const given = <Value>(key: string, otherwise: Value): Value =>
    (field[key] as Value | undefined) ?? otherwise;
  const types = [field.type].flat();
  const by = given<string | null>('x-codelist-by', null);
  return {
    name,
    role: field['x-role'] as FieldDescription['role'],
    kind: types.includes('string') ? 'code' : types.includes('integer') ? 'integer' : 'number',
    title: bilingual(field, 'title'),
    description: bilingual(field, 'description'),
    unit: given('x-unit', null),
    example: (field.examples as (string | number)[])[0] as string | number,
    source: field['x-source'] as string,
    list: given('x-codelist', null),
    level: given('x-level', null),
    codes: given('x-codes', null),
    blanks: given('x-blanks', []),
    chosen_by: by ? { field: by, lists: describeChosenLists(field['x-lists'] as JsonObject) } : null,
    registry: given('x-registry', null),
    nullable: types.includes('null'),
    minimum: given('minimum', null),
    maximum: given('maximum', null),
    periods: given('x-periods', []),
    additive_over_time: given('x-additive-over-time', false),
    magnitude: given('x-magnitude', null),
    released: given('x-released', true),
    overlap: given('x-overlap', false),
    used_when: describeUse(given('x-used-when', null)),
    without: given('x-without', null),
    carries: given('x-carries', null),
    implied: given('x-implied', []),
    board_only: given('x-board-only', []),
    quarters_only: given('x-quarters-only', []),
    contribution_cap: given('x-contribution-cap', null),
    key_omits: given('x-key-omits', false),
    required_in_question: given('x-required-in-question', false),
    index_from: given('x-index-from', null),
  };
}

function describeUse(when: Record<string, string[]> | null): FieldDescription['used_when'] {
  const [entry] = Object.entries(when ?? {});
  return entry ? { field: entry[0], codes: entry[1] } : null;
}

function describeChosenLists(lists: JsonObject): Record<string, ChosenList> {
  return Object.fromEntries(
    Object.entries(lists).map(([code, chosen]) => {
      const given = chosen as Partial<ChosenList>;
      return [
        code,
        {
          list: given.list as ChosenList['list'],
          level: given.level ?? null,
          codes: given.codes ?? null,
          fixed: given.fixed ?? false,
          index: given.index ?? false,
          below_board: given.below_board ?? true,
          ages_from: given.ages_from ?? null,
          populations: given.populations ?? null,
        },
      ];
    }),
  );
}
