import fastify, {
  type FastifyBaseLogger,
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyRequest,
  type RawServerDefault,
} from 'fastify';
import { ServiceError } from '../errors.ts';
import type { Publisher } from '../standard/about.ts';
import { SCHEMAS } from '../standard/generated/schemas.ts';
import type { ReturnValidation } from '../validation/held-return.ts';
import { absent } from './absent.ts';
import { API_VERSION } from './api-version.ts';
import { trustOf } from './caller-address.ts';
import { clientErrorHandler } from './client-error.ts';
import { answerConditionally } from './conditional-requests.ts';
import { openToAllOrigins } from './cross-origin.ts';
import { docsPage } from './docs-page.ts';
import { openFrontDoor } from './front-door.ts';
import { healthRoutes, type ReadinessCheck } from './health-routes.ts';
import { LIMITS, type ServiceLimits, USUAL_LIMITS } from './limits.ts';
import { AnswerLog, openAnswerLines } from './log.ts';
import { chooseMediaType } from './media-type.ts';
import { completeRoute, mediaTypesOf } from './openapi/complete-route.ts';
import { describeApi } from './openapi/describe-api.ts';
import { SHARED_SHAPES } from './openapi/shared-shapes.ts';
import { noteExchanges } from './owed-answers.ts';
import { openAnswerCache } from './public/answer-cache.ts';
import { findGivenAnswers } from './public/given-answers.ts';
import { type PublicDependencies, publicRoutes } from './public/public-routes.ts';
import { limitRates, openRateLimit } from './rate-limit.ts';
import { refuseCodedBody, refuseUnclearHeaders } from './refuse-headers.ts';
import { requestIdOf } from './request-id.ts';
import { RouteMap } from './route-map.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { problemSender } from './send-problem.ts';
import type { SubmitterDependencies } from './submitter/submitter-routes.ts';
import { refuseAddress, settleUnrouted } from './unknown-routes.ts';
import { validatorsThat } from './validators.ts';

export interface AppDependencies {
  /** Where callers reach the service, without a slash at the end. Never taken from the Host header. */
  readonly publicUrl: string;
  /** Who publishes the figures, for citations and catalogues; nobody is named where it is left out. */
  readonly publisher?: Publisher | null;
  /** Where published figures come from. */
  readonly source: PublicDependencies['source'];
  /** What submitters' routes use; null where the role has no database. */
  readonly submitter: Pick<SubmitterDependencies, 'db' | 'pool' | 'oauth'> | null;
  /** Checks the returns that arrive. */
  readonly validation: ReturnValidation;
  /** What must be in order before this process may be sent requests. */
  readonly readiness: readonly ReadinessCheck[];
  /** Of the code that answers: another whenever the same question may be answered in other bytes. */
  readonly codeVersion?: string;
  /** What the publisher has set; the usual limits where it is left out. */
  readonly limits?: ServiceLimits;
  readonly log?: FastifyBaseLogger;
  /** Whether the schema of every route is compiled before it is ready, and not with the first request of each. */
  readonly checksSchemas?: boolean;
}

export type App = FastifyInstance;

/**
 * Builds the whole HTTP application, for production, tests and the OpenAPI writer alike.
 *
 * It is not ready yet and does not listen: `listen`, `ready` or `inject` completes it.
 */
export async function buildApp(dependencies: AppDependencies): Promise<App> {
  const { publicUrl, validation, submitter, limits = USUAL_LIMITS } = dependencies;
  const app: App = fastify(serverOptions(dependencies));
  const limit = openRateLimit(limits.requestsPerMinute, trustOf(limits.trustedProxies));
  const cache = openAnswerCache(limits.answerCacheBytes);
  const routes = new RouteMap();
  app.addHook('onRoute', completeRoute);
  app.addHook('onRoute', (route) => routes.add(route));
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, { publicUrl, requestId: request.id });
    if (!request.is404 && request.routeOptions.config.access !== 'key') openToAllOrigins(reply);
  });
  app.addHook('onSend', answerConditionally);
  if (limit !== undefined) limitRates(app, limit);
  app.addHook('onRequest', refuseUnclearHeaders);
  app.addHook('onRequest', settleUnrouted(routes));
  app.addHook('onRequest', refuseUnacceptable);
  app.addHook('onRequest', refuseCodedBody);
  app.addHook('onResponse', async (request) => lingerOver(request));
  app.setNotFoundHandler(refuseAddress);
  app.setErrorHandler(problemSender(publicUrl));

  await describeApi(app, publicUrl);
  for (const schema of [...Object.values(SCHEMAS), ...SHARED_SHAPES]) app.addSchema(schema);
  await app.register(docsPage);
  await app.register(healthRoutes, { readiness: dependencies.readiness });
  await app.register(publicRoutes, {
    publicUrl,
    publisher: dependencies.publisher ?? null,
    source: dependencies.source,
    validation,
    hasSubmitters: submitter !== null,
    limits,
    cache,
    codeVersion: dependencies.codeVersion ?? API_VERSION,
  });
  if (submitter !== null) {
    // A public service starts sooner without the database's driver.
    const { submitterRoutes } = await import('./submitter/submitter-routes.ts');
    await app.register(submitterRoutes, { ...submitter, validation, publicUrl });
  }
  noteExchanges(app);
  const find = findGivenAnswers(cache, () => dependencies.source.archive);
  // The lines of the door hold nothing to withhold, and looking for it would take longer than the rest.
  openFrontDoor(app, { find, limit, tell: openAnswerLines(app.log) });
  // What is expected of us besides is refused inside, in words; by itself Node refuses it without any.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  return app;
}

/**
 * Builds the application with nothing behind it: complete enough to be described, not to answer.
 *
 * It is ready, so that `openApiOf` can be asked.
 */
export async function buildDescribedApp(publicUrl: string): Promise<App> {
  const app = await buildApp({
    publicUrl,
    source: absent('the archive'),
    submitter: { db: absent('the database'), pool: absent('the database') },
    validation: absent('the validation of returns'),
    readiness: [],
    checksSchemas: true,
  });
  await app.ready();
  return app;
}

function serverOptions({
  publicUrl,
  log,
  limits = USUAL_LIMITS,
  checksSchemas = false,
}: AppDependencies): FastifyHttpOptions<RawServerDefault> {
  return {
    ...(log ? { loggerInstance: log } : {}),
    logController: new AnswerLog(),
    trustProxy: limits.trustedProxies === 0 ? false : trustOf(limits.trustedProxies),
    bodyLimit: LIMITS.controlBodyBytes,
    requestTimeout: LIMITS.requestMs,
    connectionTimeout: LIMITS.answerMs + LIMITS.lingerMs,
    keepAliveTimeout: LIMITS.idleMs,
    handlerTimeout: LIMITS.answerMs,
    // Node's own refusal of a request without Host has no body; `refuseUnclearHeaders` says what is wrong.
    http: {
      maxHeaderSize: LIMITS.headerBytes,
      headersTimeout: LIMITS.headersMs,
      requireHostHeader: false,
    },
    routerOptions: { maxParamLength: LIMITS.pathPartBytes },
    return503OnClosing: false,
    genReqId: requestIdOf,
    frameworkErrors: problemSender(publicUrl),
    clientErrorHandler: clientErrorHandler(publicUrl),
    schemaController: {
      compilersFactory: {
        buildValidator: validatorsThat(checksSchemas ? 'compile-at-once' : 'compile-when-asked'),
        buildSerializer: () => () => JSON.stringify,
      },
    },
  };
}

/** A caller that accepts none of a route's media types is told which there are. `format` goes before `Accept`. */
async function refuseUnacceptable(request: FastifyRequest): Promise<void> {
  const { schema, config } = request.routeOptions;
  const query = request.query as Record<string, unknown>;
  if (schema === undefined || config.hasOneForm || (schema as { hide?: boolean }).hide === true) return;
  if ('format' in query) return;
  const offered = [...mediaTypesOf(schema.response), ...(config.page === undefined ? [] : ['text/html'])];
  if (chooseMediaType(request.headers.accept, offered) !== null) return;
  const detail = {
    en: `We can answer in ${offered.join(', ')}.`,
    cy: `Gallwn ateb yn ${offered.join(', ')}.`,
  };
  throw new ServiceError(
    'NOT_ACCEPTABLE',
    detail,
    {},
    { errors: [{ header: 'Accept', detail, choices: offered }] },
  );
}

/**
 * Reads on, unheeded, from a caller that was answered before its body had arrived: closing at once would
 * often keep it from reading the answer. What takes longer than `lingerMs` is cut off.
 */
function lingerOver(request: FastifyRequest): void {
  const { raw } = request;
  if (raw.complete || raw.destroyed) return;
  raw.resume();
  const cutOff = setTimeout(() => raw.socket.destroy(), LIMITS.lingerMs);
  cutOff.unref();
  raw.once('close', () => clearTimeout(cutOff));
}
