import type { TableName } from '../../generated/tables.ts';

/** The files of a zip, by what they are for. */
export interface ReturnFiles {
  readonly header: string | null;
  /** In the order of the standard's tables. */
  readonly tables: readonly { readonly name: string; readonly table: TableName }[];
  readonly unknown: readonly string[];
  /** What an operating system put there. */
  readonly leftovers: readonly string[];
}

/** Tells the files of a return from others, in the folder that holds all of them, if there is one. */
export function sortReturnFiles(
  names: readonly string[],
  tables: readonly TableName[],
  headerFile: string,
): ReturnFiles {
  const leftovers = names.filter(isLeftover);
  const others = names.filter((name) => !isLeftover(name));
  const folder = folderOf(others);
  const places = new Map(tables.map((table) => [`${folder}${table}.csv`, table]));
  const header = `${folder}${headerFile}`;
  return {
    header: others.includes(header) ? header : null,
    tables: [...places].flatMap(([name, table]) => (others.includes(name) ? [{ name, table }] : [])),
    unknown: others.filter((name) => name !== header && !places.has(name)),
    leftovers,
  };
}

function isLeftover(name: string): boolean {
  return /^(.*\/)?__MACOSX\//.test(name) || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name);
}

/** The one folder that all files stand in, with its slash; empty when they stand in none or in several. */
function folderOf(names: readonly string[]): string {
  const folder = /^[^/]+\//.exec(names[0] ?? '')?.[0] ?? '';
  return names.every((name) => name.startsWith(folder)) ? folder : '';
}
