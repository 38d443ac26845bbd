import { RETURN_ENVELOPE } from './generated/return-envelope.ts';
import { TABLE_NAMES, TABLES } from './generated/tables.ts';
import { type HeaderNode, headerLeaves } from './header-leaves.ts';
import type { Candidate } from './suggest.ts';
import { TABLES_OF_EVERY_VERSION } from './versions/every-version.ts';

/** Whether something in a return, a table or a field of any version, has exactly this name. */
export function isNameOfTheStandard(name: string): boolean {
  return namesOfTheStandard().has(name);
}

/**
 * Every name that something in a return has, in any version, with its titles: tables, their fields, the fields of
 * the header, and these as flat text (`source_system_name`).
 */
export function namesOfTheStandard(): ReadonlyMap<string, Candidate> {
  remembered ??= new Map(collectNames().map((candidate) => [candidate.code, candidate]));
  return remembered;
}

let remembered: ReadonlyMap<string, Candidate> | null = null;

function collectNames(): Candidate[] {
  return [
    ...namesBelow(RETURN_ENVELOPE),
    ...headerLeaves().map(({ name, node }) => named(name, node)),
    ...TABLE_NAMES.flatMap((table) => [
      { code: table, title: TABLES[table].title },
      ...TABLES_OF_EVERY_VERSION[table].fields.map(({ name, title }) => ({ code: name, title })),
    ]),
  ];
}

function namesBelow({ properties = {}, items }: HeaderNode): Candidate[] {
  return [
    ...Object.entries(properties).flatMap(([name, node]) => [named(name, node), ...namesBelow(node)]),
    ...(items === undefined ? [] : namesBelow(items)),
  ];
}

function named(name: string, { title = name, 'x-cy': welsh }: HeaderNode): Candidate {
  return { code: name, title: { en: title, cy: welsh?.title ?? title } };
}
