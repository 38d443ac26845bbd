import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { dimensionsOf } from '../standard/table-description.ts';
import type { Parameters } from './question.ts';
import { withChanged } from './question-text.ts';
import { refuseQuestion } from './refuse.ts';

/** What a question groups by: each dimension with the level it names, empty where it names none. */
export type Groups = ReadonlyMap<string, string>;

/**
 * Reads `by=area_code.health_board,sex`.
 *
 * @throws {ServiceError} QUESTION_NOT_IN_LATTICE if a part has another shape, comes twice or is no dimension of
 *   the table.
 */
export function parseGroups(table: TableName, asked: Parameters): Groups {
  const choices = ['period', ...dimensionsOf(TABLES[table]).map((field) => field.name)];
  const groups = new Map<string, string>();
  const kept: string[] = [];
  let fault: ReturnType<typeof malformedPart> | undefined;
  for (const part of asked.by?.split(',') ?? []) {
    const [name = '', level = '', ...more] = part.split('.');
    if (name === '' || more.length > 0 || groups.has(name)) fault ??= malformedPart(part);
    else if (!choices.includes(name)) fault ??= unknownDimension(table, name);
    else {
      groups.set(name, level);
      kept.push(part);
    }
  }
  if (fault === undefined) return groups;
  const nearest = withChanged(asked, { by: kept.join(',') || undefined });
  throw refuseQuestion('by', fault, { choices, nearest });
}

function malformedPart(part: string) {
  const shown = part.slice(0, 40);
  return {
    en: `by takes each dimension once, as name or name.level, separated by commas; not "${shown}".`,
    cy: `Mae by yn cymryd pob dimensiwn unwaith, fel enw neu enw.lefel, wedi'u gwahanu gan atalnodau; nid "${shown}".`,
  };
}

function unknownDimension(table: TableName, name: string) {
  const shown = name.slice(0, 40);
  return {
    en: `${table} has no dimension ${shown}.`,
    cy: `Nid oes gan ${table} ddimensiwn ${shown}.`,
  };
}
