import type { FastifyPluginAsync } from 'fastify';
import type pg from 'pg';
import type { Database } from '../../store/database.ts';
import type { ReturnValidation } from '../../validation/held-return.ts';
import { authenticate } from './authenticate.ts';
import { changesRoutes } from './changes-routes.ts';
import { findingsRoutes } from './findings-routes.ts';
import { meRoutes } from './me-routes.ts';
import { RECEIPT_SHAPE } from './receipt-shape.ts';
import { submissionsRoutes } from './submissions-routes.ts';
import { submitRoutes } from './submit-routes.ts';
import type { OauthSettings } from './verify-token.ts';
import { withdrawRoutes } from './withdraw-routes.ts';

export interface SubmitterDependencies {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly validation: ReturnValidation;
  /** Whose tokens are taken beside keys; none where it is left out. */
  readonly oauth?: OauthSettings | null;
}

/** Everything that needs the key of an organisation. */
export const submitterRoutes: FastifyPluginAsync<SubmitterDependencies> = async (
  app,
  { db, pool, validation, oauth },
) => {
  app.addHook('onRoute', (route) => {
    if (route.config?.access !== 'key')
      throw new Error(`${route.url} must say access: 'key', as it needs one`);
  });
  app.decorateRequest('keyHolder', null);
  app.addHook('onRequest', authenticate(db, oauth ?? null));
  app.addSchema(RECEIPT_SHAPE);
  await app.register(submitRoutes, { pool, validation });
  await app.register(submissionsRoutes, { db });
  await app.register(findingsRoutes, { db });
  await app.register(changesRoutes, { db });
  await app.register(withdrawRoutes, { pool });
  await app.register(meRoutes, { db });
};
