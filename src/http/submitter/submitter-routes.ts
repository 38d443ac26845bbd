import type { FastifyPluginAsync } from 'fastify';
import type pg from 'pg';
import { createLateIntake, type LateIntake } from '../../ingest/late-intake.ts';
import { createReceivingRoom, type ReceivingRoom } from '../../ingest/receiving-room.ts';
import { createTurns, type Turns } from '../../ingest/turns.ts';
import type { Database } from '../../store/database.ts';
import { createRequestLocks, type RequestLocks } from '../../store/request-locks.ts';
import type { ReturnValidation } from '../../validation/held-return.ts';
import { LIMITS } from '../limits.ts';
import { authenticate } from './authenticate.ts';
import { changesRoutes } from './changes-routes.ts';
import { findingsRoutes } from './findings-routes.ts';
import { jobsRoutes } from './jobs-routes.ts';
import { meRoutes } from './me-routes.ts';
import { RECEIPT_SHAPE } from './receipt-shape.ts';
import { submissionsRoutes } from './submissions-routes.ts';
import { submitRoutes } from './submit-routes.ts';
import { verificationsRoutes } from './verifications-routes.ts';
import type { OauthSettings } from './verify-token.ts';
import { withdrawRoutes } from './withdraw-routes.ts';

export interface SubmitterDependencies {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly validation: ReturnValidation;
  /** Where callers reach the service; in the words of a problem that is kept with its answer. */
  readonly publicUrl: string;
  readonly locks: RequestLocks;
  readonly later: LateIntake;
  readonly turns: Turns;
  readonly receiving: ReceivingRoom;
  /** Whose tokens are taken beside keys; none where it is left out. */
  readonly oauth?: OauthSettings | null;
}

/** Everything that needs the key of an organisation, and the taking in of what was sent to be taken in later. */
export const submitterRoutes: FastifyPluginAsync<
  Omit<SubmitterDependencies, 'locks' | 'later' | 'turns' | 'receiving'>
> = async (app, given) => {
  const { db, pool, oauth } = given;
  const locks = createRequestLocks(pool);
  const turns = createTurns({ waiting: LIMITS.returnsInTurn });
  const receiving = createReceivingRoom();
  const later = createLateIntake(
    { ...given, turns },
    {
      log: (message, error) => app.log.error({ err: error }, message),
    },
  );
  const dependencies: SubmitterDependencies = { ...given, locks, later, turns, receiving };
  // Only a process that listens works: one that is merely described has no database.
  app.addHook('onListen', async () => later.start());
  app.addHook('onClose', async () => {
    await later.close();
    await locks.close();
  });
  app.addHook('onRoute', (route) => {
    if (route.config?.access !== 'key')
      throw new Error(`${route.url} must say access: 'key', as it needs one`);
  });
  app.decorateRequest('keyHolder', null);
  app.addHook('onRequest', authenticate(db, oauth ?? null));
  app.addSchema(RECEIPT_SHAPE);
  await app.register(submitRoutes, dependencies);
  await app.register(jobsRoutes, dependencies);
  await app.register(verificationsRoutes, dependencies);
  await app.register(submissionsRoutes, { db });
  await app.register(findingsRoutes, { db });
  await app.register(changesRoutes, dependencies);
  await app.register(withdrawRoutes, dependencies);
  await app.register(meRoutes, { db });
};
