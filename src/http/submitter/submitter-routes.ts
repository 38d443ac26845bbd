import type { FastifyPluginAsync } from 'fastify';
import type pg from 'pg';
import type { Database } from '../../store/database.ts';

export interface SubmitterDependencies {
  readonly db: Database;
  readonly pool: pg.Pool;
}

/** Everything that needs the key of an organisation. */
export const submitterRoutes: FastifyPluginAsync<SubmitterDependencies> = async (app) => {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: 'key' };
  });
};
