import { sql } from 'drizzle-orm';
import { bigint, check, date, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { AreasCode, OrganisationsCode } from '../../standard/generated/code-lists.ts';
import type { TableName } from '../../standard/generated/tables.ts';
import type { Text } from '../../standard/text.ts';
import type { Obligation, RegisterName } from '../stored-values.ts';

/** The register of organisations that send returns: what each has to send, and since when. */
export const organisations = pgTable(
  'organisations',
  {
    code: text().$type<OrganisationsCode>().primaryKey(),
    obligation: text().$type<Obligation>().notNull(),
    /** The tables that the organisation declares; its return for a period is complete when all are in. */
    tables: text().array().$type<TableName[]>().notNull(),
    valid_from: date({ mode: 'string' }).notNull(),
    valid_to: date({ mode: 'string' }),
    contact_role: text(),
    contact_address: text(),
  },
  (table) => [
    check('organisations_obligation_is_known', sql`${table.obligation} in ('core', 'standard', 'full')`),
    check('organisations_end_after_start', sql`${table.valid_to} >= ${table.valid_from}`),
  ],
);

/** Days between which returns of a period are taken, where they differ from the standard's own calendar. */
export const periods = pgTable(
  'periods',
  {
    period: text().primaryKey(),
    opens_on: date({ mode: 'string' }).notNull(),
    /** Last day on which provisional figures are on time. */
    due_on: date({ mode: 'string' }).notNull(),
    /** Last day on which figures are taken into the final release. */
    closes_on: date({ mode: 'string' }).notNull(),
  },
  (table) => [
    check(
      'periods_in_order',
      sql`${table.opens_on} <= ${table.due_on} and ${table.due_on} <= ${table.closes_on}`,
    ),
  ],
);

/** What each entry of a register was before and after a change. Rows are only ever added. */
export const registerHistory = pgTable(
  'register_history',
  {
    sequence: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    register: text().$type<RegisterName>().notNull(),
    entry: text().notNull(),
    changed_at: timestamp({ withTimezone: true }).notNull(),
    actor: text().notNull(),
    before: jsonb().$type<Readonly<Record<string, unknown>>>(),
    after: jsonb().$type<Readonly<Record<string, unknown>>>(),
  },
  (table) => [
    check(
      'register_history_register_is_known',
      sql`${table.register} in ('organisations', 'services', 'periods')`,
    ),
    index('register_history_by_entry').on(table.register, table.entry, table.sequence),
  ],
);

/** The services register; the fields of `service.schema.json`. */
export const services = pgTable(
  'services',
  {
    id: text().primaryKey(),
    name: jsonb().$type<Text>().notNull(),
    submitter: text().$type<OrganisationsCode>().notNull(),
    areas: text().array().$type<AreasCode[]>().notNull(),
    valid_from: date({ mode: 'string' }).notNull(),
    valid_to: date({ mode: 'string' }),
    programme: text(),
    contact_role: text(),
    contact_address: text(),
  },
  (table) => [
    check('services_end_after_start', sql`${table.valid_to} >= ${table.valid_from}`),
    index('services_by_submitter').on(table.submitter),
  ],
);
