import { TABLE_NAMES } from '../generated/tables.ts';
import type { WrittenReturn } from '../write/written-return.ts';

/**
 * The text of a return: the header as indented JSON, then each row of each table on a line of its own, so that
 * two versions can be compared line by line.
 */
export function writeDocument(document: WrittenReturn): string {
  const { tables, ...header } = document;
  const opening = JSON.stringify(header, null, 2).slice(0, -2);
  const written = TABLE_NAMES.flatMap((table) => {
    const rows = tables[table];
    if (rows === undefined) return [];
    if (rows.length === 0) return [`    "${table}": []`];
    return [`    "${table}": [\n${rows.map((row) => `      ${JSON.stringify(row)}`).join(',\n')}\n    ]`];
  });
  return `${opening},\n  "tables": {\n${written.join(',\n')}\n  }\n}\n`;
}
