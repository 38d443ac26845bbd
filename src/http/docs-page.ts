import swaggerUi from '@fastify/swagger-ui';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { preHandlerAsyncHookHandler } from 'fastify';
import { DOCS_SCRIPT, docsHtml } from './docs-page-parts.ts';
import { languageOf } from './language.ts';
import { jsonAnswer } from './openapi/answers.ts';
import { openApiOf } from './openapi/describe-api.ts';
import { operation } from './openapi/words.ts';

/** Everything comes from this host, so the page works without a network and nobody learns who reads it. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The OpenAPI document, and a page to read it in. */
export const docsPage: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/openapi.json',
    {
      schema: {
        ...operation({
          operationId: 'getOpenApi',
          tag: 'service',
          summary: { en: 'This document', cy: 'Y ddogfen hon' },
          description: {
            en: 'The OpenAPI 3.1 document of this service, in English or (`lang=cy`) Welsh.',
            cy: 'Dogfen OpenAPI 3.1 y gwasanaeth hwn, yn Saesneg neu (`lang=cy`) yn Gymraeg.',
          },
        }),
        response: {
          200: jsonAnswer(
            { en: 'An OpenAPI document.', cy: 'Dogfen OpenAPI.' },
            { type: 'object' },
            { openapi: '3.1.0' },
          ),
        },
      },
    },
    async (request, reply) => {
      const language = languageOf(request);
      reply
        .header('content-language', language)
        .header('vary', 'Accept-Language, Accept-Encoding')
        .header('cache-control', 'public, max-age=3600');
      return openApiOf(app, language);
    },
  );

  // The plugin serves the files of Swagger UI; the page and its script are ours, so that they have a language.
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: PAGE_POLICY,
    uiHooks: { preHandler: answerOurParts },
  });
};

/** Answers the page, in the language asked for, and the script that sets it up, in place of the plugin's. */
const answerOurParts: preHandlerAsyncHookHandler = async (request, reply) => {
  const { url } = request.routeOptions;
  if (url === '/docs' || url === '/docs/') {
    const language = languageOf(request);
    return reply
      .header('content-language', language)
      .header('vary', 'Accept-Language, Accept-Encoding')
      .type('text/html; charset=utf-8')
      .send(docsHtml(language));
  }
  if (url === '/docs/static/swagger-initializer.js') {
    return reply.type('text/javascript; charset=utf-8').send(DOCS_SCRIPT);
  }
};
