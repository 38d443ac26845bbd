import type { FastifyPluginAsync } from 'fastify';
import type { AnswerCache } from './answer-cache.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { codelistsRoutes } from './codelists-routes.ts';
import { type ConfigDependencies, configRoutes } from './config-routes.ts';
import { coverageRoutes } from './coverage-routes.ts';
import { dataRoutes } from './data-routes.ts';
import type { FigureDependencies } from './figure-address.ts';
import { glossaryRoutes } from './glossary-routes.ts';
import { indicatorValuesRoutes } from './indicator-values-routes.ts';
import { indicatorsRoutes } from './indicators-routes.ts';
import { openKnownAnswers } from './known-answers.ts';
import { mappingsRoutes } from './mappings-routes.ts';
import { measuresRoutes } from './measures-routes.ts';
import { outcomesRoutes } from './outcomes-routes.ts';
import { problemRoutes } from './problem-routes.ts';
import { releaseChangesRoutes } from './release-changes-routes.ts';
import { releaseFilesRoutes } from './release-files-routes.ts';
import { releaseMetadataRoutes } from './release-metadata-routes.ts';
import { releasesRoutes } from './releases-routes.ts';
import { representationRoutes } from './representation-routes.ts';
import { type RootDependencies, rootRoutes } from './root-routes.ts';
import { rulesRoutes } from './rules-routes.ts';
import { schemaRoutes } from './schema-routes.ts';
import { templatesRoutes } from './templates-routes.ts';
import { type ValidateDependencies, validateRoutes } from './validate-routes.ts';

/** What open routes need: the address of the service, the published cells, whether submitters are served, and what checks returns. */
export type PublicDependencies = Omit<FigureDependencies, 'known'> &
  RootDependencies &
  ValidateDependencies &
  ConfigDependencies & {
    /** Another whenever the same question may be answered in other bytes. */
    readonly codeVersion: string;
    readonly cache: AnswerCache;
  };

/** Everything that needs no key. */
export const publicRoutes: FastifyPluginAsync<PublicDependencies> = async (app, given) => {
  const known = openKnownAnswers(app, {
    cache: given.cache,
    // Links and citations are in the bytes too.
    version: JSON.stringify([given.codeVersion, given.publicUrl, given.publisher]),
  });
  const dependencies = { ...given, known };
  await app.register(rootRoutes, dependencies);
  await app.register(configRoutes, dependencies);
  await app.register(problemRoutes);
  await app.register(schemaRoutes);
  await app.register(glossaryRoutes);
  await app.register(codelistsRoutes);
  await app.register(mappingsRoutes);
  await app.register(measuresRoutes);
  await app.register(indicatorsRoutes);
  await app.register(rulesRoutes);
  await app.register(templatesRoutes);
  await app.register(validateRoutes, dependencies);
  await app.register(dataRoutes, dependencies);
  await app.register(outcomesRoutes, dependencies);
  await app.register(representationRoutes, dependencies);
  await app.register(indicatorValuesRoutes, dependencies);
  await app.register(coverageRoutes, dependencies);
  await app.register(releasesRoutes, dependencies);
  await app.register(releaseFilesRoutes, dependencies);
  await app.register(releaseChangesRoutes, dependencies);
  await app.register(releaseMetadataRoutes, dependencies);
  await app.register(catalogueRoutes, dependencies);
};
