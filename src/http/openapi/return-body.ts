import { SCHEMA_VERSION } from '../../standard/generated/tables.ts';

/** The documentation of a body that carries a return; it is read as a stream and never by Fastify. */
export const RETURN_BODY = {
  'application/json': {
    schema: { $ref: `https://spcd.example/schema/${SCHEMA_VERSION}/return.schema.json` },
  },
  'application/x-ndjson': { schema: { type: 'string' } },
  'text/csv': { schema: { type: 'string' } },
  'application/zip': { schema: { type: 'string', format: 'binary' } },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    schema: { type: 'string', format: 'binary' },
  },
};
