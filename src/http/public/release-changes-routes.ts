import type { FastifyPluginAsync } from 'fastify';
import { Type } from 'typebox';
import type { ReleaseChange } from '../../archive/manifest.ts';
import { type Columns, writeRowsCsv } from '../../formats/write-rows-csv.ts';
import { changesOfRelease } from '../../query/changes-of-release.ts';
import { chooseRelease } from '../../query/choose-release.ts';
import { problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import type { FigureDependencies } from './figure-address.ts';
import { REGISTRY_FORMAT, registryAnswer, sendRegistry } from './registry-form.ts';
import { RELEASE_ID } from './release-shape.ts';

const COLUMNS: Columns<ReleaseChange> = {
  period: ({ period }) => period,
  organisation: ({ organisation }) => organisation,
  table: ({ table }) => table,
  change: ({ change }) => change,
};

const CHANGES = Type.Object({
  release: Type.String(),
  since: Type.Union(
    [Type.String(), Type.Null()],
    described({
      en: 'The release of the same collection before it; null of the first.',
      cy: "Y datganiad o'r un casgliad o'i flaen; null yn achos y cyntaf.",
    }),
  ),
  changes: Type.Union(
    [
      Type.Array(
        Type.Object({
          organisation: Type.String(),
          period: Type.String(),
          table: Type.String(),
          change: Type.Unsafe<ReleaseChange['change']>({
            type: 'string',
            enum: ['new', 'revised', 'withdrawn'],
          }),
        }),
      ),
      Type.Null(),
    ],
    described({
      en: 'By period, organisation and table. Null where the release before did not keep what it was drawn from.',
      cy: "Fesul cyfnod, sefydliad a thabl. Null lle na chadwodd y datganiad o'i flaen yr hyn y'i tynnwyd ohono.",
    }),
  ),
});

const EXAMPLE = {
  release: 'synthetic-2026-q3-2',
  since: 'synthetic-2026-q3-1',
  changes: [{ organisation: '7A7', period: '2026-Q3', table: 'profiles', change: 'revised' }],
};

const CSV_EXAMPLE = 'period,organisation,table,change\r\n2026-Q3,7A7,profiles,revised\r\n';

/** What a release has that the one before it had not: which returns are new, revised or withdrawn, and no figure. */
export const releaseChangesRoutes: FastifyPluginAsync<FigureDependencies> = async (app, { source }) => {
  app.get('/v1/releases/:id/changes', { schema: changesSchema }, async (request, reply) => {
    const { id } = request.params as { id: string };
    const manifest = await chooseRelease(source.archive, id);
    const { since, changes } = changesOfRelease(manifest);
    return sendRegistry(request, reply, {
      name: `${manifest.release}-changes`,
      json: { release: manifest.release, since, changes },
      csv: () => writeRowsCsv(COLUMNS, changes ?? []),
      caching: id === manifest.release ? 'public, max-age=86400' : 'public, max-age=60',
    });
  });
};

const changesSchema = {
  ...operation({
    operationId: 'listReleaseChanges',
    tag: 'figures',
    summary: {
      en: 'What changed since the release before',
      cy: "Beth a newidiodd ers y datganiad o'i flaen",
    },
    description: {
      en: 'Which tables of which organisations and periods are new, were sent again with other figures, or were withdrawn, since the release before of the same collection. Names alone: never a figure.',
      cy: "Pa dablau o ba sefydliadau a chyfnodau sy'n newydd, a anfonwyd eto gyda ffigurau eraill, neu a dynnwyd yn ôl, ers y datganiad o'i flaen o'r un casgliad. Enwau yn unig: byth ffigur.",
    },
  }),
  params: RELEASE_ID,
  querystring: { type: 'object', additionalProperties: false, properties: { format: REGISTRY_FORMAT } },
  response: {
    200: registryAnswer({ en: 'The changes.', cy: 'Y newidiadau.' }, CHANGES, EXAMPLE, CSV_EXAMPLE),
    ...problems('RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN'),
  },
};
