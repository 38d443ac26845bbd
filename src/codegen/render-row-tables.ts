import { keyFields } from '../standard/table-description.ts';
import { describeTables } from './describe-tables.ts';
import type { SchemaSet } from './read-schema.ts';
import { GENERATED_NOTICE, pascalCase } from './render-data.ts';

/**
 * Writes the Drizzle definition of one PostgreSQL table for each table of the standard.
 *
 * A row is found by its submission first, so that a return is read and removed in one stretch and the
 * tables can be distributed by submission.
 */
export function renderRowTables(schema: SchemaSet): string {
  const tables = describeTables(schema);
  const definitions = tables.map((table) => {
    const columns = table.fields.map((field) => {
      const type = field.kind === 'code' ? 'text' : field.kind === 'integer' ? 'integer' : 'doublePrecision';
      return `    ${field.name}: ${type}()${field.nullable ? '' : '.notNull()'},\n`;
    });
    const key = keyFields(table).map((field) => `table.${field.name}`);
    const variable = `${pascalCase(table.name).charAt(0).toLowerCase()}${pascalCase(table.name).slice(1)}Rows`;
    return {
      variable,
      name: table.name,
      source: [
        `export const ${variable} = pgTable(\n  'rows_${table.name}',\n  {\n`,
        '    submission_id: uuid().notNull(),\n',
        ...columns,
        '  },\n',
        `  (table) => [primaryKey({ name: 'rows_${table.name}_key', columns: [table.submission_id, ${key.join(', ')}] })],\n`,
        ');\n\n',
      ].join(''),
    };
  });
  return [
    GENERATED_NOTICE,
    "import { doublePrecision, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';\n\n",
    ...definitions.map((definition) => definition.source),
    'export const ROW_TABLES = {\n',
    ...definitions.map((definition) => `  ${definition.name}: ${definition.variable},\n`),
    '} as const;\n',
  ].join('');
}
