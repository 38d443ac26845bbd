import { customType } from 'drizzle-orm/pg-core';

/** A `bytea` column: drizzle has none of its own. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
});
