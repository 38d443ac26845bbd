import type { FastifyPluginAsync } from 'fastify';
import { configRoutes } from './config-routes.ts';
import { problemRoutes } from './problem-routes.ts';
import { rootRoutes } from './root-routes.ts';
import { schemaRoutes } from './schema-routes.ts';

export interface PublicDependencies {
  /** Where callers reach the service, without a slash at the end. */
  readonly publicUrl: string;
}

/** Everything that needs no key. */
export const publicRoutes: FastifyPluginAsync<PublicDependencies> = async (app, { publicUrl }) => {
  await app.register(rootRoutes, { publicUrl });
  await app.register(configRoutes);
  await app.register(problemRoutes);
  await app.register(schemaRoutes);
};
