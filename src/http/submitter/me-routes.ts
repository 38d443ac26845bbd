import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { CODE_LISTS } from '../../standard/generated/code-lists.ts';
import type { Database } from '../../store/database.ts';
import { listServices } from '../../store/services-repository.ts';
import { jsonAnswer } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';
import { holderOf } from './authenticate.ts';

const Me = Type.Object({
  organisation: Type.String(),
  title: TEXT_SHAPE,
  key_id: Type.String(),
  scopes: Type.Array(Type.String()),
  services: Type.Array(
    Type.Object({ id: Type.String(), name: TEXT_SHAPE }),
    described({
      en: 'The services that your returns may include.',
      cy: 'Y gwasanaethau y caiff eich ffurflenni eu cynnwys.',
    }),
  ),
});

const EXAMPLE = {
  organisation: '7A7',
  title: { en: 'Powys Teaching Health Board', cy: 'Bwrdd Iechyd Addysgu Powys' },
  key_id: '0123456789ab',
  scopes: ['submit', 'read_own'],
  services: [
    {
      id: 'powys-community-connectors',
      name: { en: 'Powys community connectors', cy: 'Cysylltwyr cymunedol Powys' },
    },
  ],
};

/** Whom a key speaks for. */
export const meRoutes: FastifyPluginAsyncTypebox<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/v1/me',
    {
      config: { access: 'key' },
      schema: {
        ...operation({
          operationId: 'getMe',
          tag: 'submitting',
          summary: { en: 'Your organisation and key', cy: "Eich sefydliad a'ch allwedd" },
          description: {
            en: 'Whom the key speaks for, what it may do, and the services in the register.',
            cy: "Ar ran pwy y mae'r allwedd yn siarad, beth y caiff ei wneud, a'r gwasanaethau yn y gofrestr.",
          },
        }),
        response: { 200: jsonAnswer({ en: 'You.', cy: 'Chi.' }, Me, EXAMPLE) },
      },
    },
    async (request, reply) => {
      const { organisation, key_id, scopes } = holderOf(request);
      const title = CODE_LISTS.organisations.codes.find(({ code }) => code === organisation)?.title;
      const services = await listServices(db, organisation);
      reply.header('cache-control', 'private, no-store').header('content-language', 'en, cy');
      return {
        organisation,
        // A key outlives its organisation's place on the list.
        title: title ?? { en: organisation, cy: organisation },
        key_id,
        scopes: [...scopes],
        services: services.map(({ id, name }) => ({ id, name })),
      };
    },
  );
};
