import { defineConfig } from 'drizzle-kit';

/** `npm run db:diff` writes the SQL between the last migration and these tables. */
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/store/tables/*.ts', './src/store/generated/row-tables.ts'],
  out: './migrations',
});
