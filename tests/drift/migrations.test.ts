import { expect, it } from 'vitest';
import { newMigrations, PG_CORE } from './write-migrations.ts';

it('has a migration for everything that the tables in the code say', async () => {
  expect(await newMigrations(), 'run: npm run db:diff, and commit what it writes').toEqual([]);
});

it('would notice a table that no migration makes', async () => {
  const source = `
    import { pgTable, text } from '${PG_CORE}';
    export const planted = pgTable('planted', { code: text().primaryKey() });
  `;
  expect(await newMigrations({ source })).toEqual([expect.stringContaining('CREATE TABLE "planted"')]);
});
