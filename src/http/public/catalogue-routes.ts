import type { FastifyPluginAsync } from 'fastify';
import { dcatOfCatalogue } from '../../formats/metadata/dcat.ts';
import { publisherOr } from '../../formats/metadata/published-release.ts';
import { writeJsonLd } from '../../formats/metadata/write-json-ld.ts';
import { writeTurtle } from '../../formats/metadata/write-turtle.ts';
import type { Publisher } from '../../standard/about.ts';
import { chooseMediaType } from '../media-type.ts';
import { answer } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import type { FigureDependencies } from './figure-address.ts';
import { linkedAnswer } from './registry-form.ts';
import { EXAMPLE_RELEASE, publishedRelease } from './release-metadata-routes.ts';

/** The forms of the catalogue, our favourite first. */
const FORMATS = {
  jsonld: { mediaType: 'application/ld+json', write: writeJsonLd },
  turtle: { mediaType: 'text/turtle', write: writeTurtle },
} as const;

type CatalogueFormat = keyof typeof FORMATS;
const FORMAT_NAMES = Object.keys(FORMATS) as CatalogueFormat[];

/** What a national catalogue of data takes in: every release that stands, and its files. */
export const catalogueRoutes: FastifyPluginAsync<FigureDependencies> = async (app, dependencies) => {
  const { publicUrl, publisher, source } = dependencies;
  app.get('/catalog', { schema }, async (request, reply) => {
    const asked = (request.query as { format?: CatalogueFormat }).format;
    const offered = FORMAT_NAMES.map((name) => FORMATS[name].mediaType);
    const accepted = chooseMediaType(request.headers.accept, offered);
    const format = asked ?? FORMAT_NAMES.find((name) => FORMATS[name].mediaType === accepted) ?? 'jsonld';
    const { mediaType, write } = FORMATS[format];
    const releases = await source.archive.list();
    const nodes = dcatOfCatalogue({
      publicUrl,
      publisher: publisherOr(publisher, publicUrl),
      releases: releases.map((manifest) => publishedRelease(manifest, dependencies)),
    });
    return reply
      .header('content-type', `${mediaType}; charset=utf-8`)
      .header('content-language', 'en, cy')
      .header('cache-control', 'public, max-age=60')
      .header('vary', 'Accept')
      .send(write(nodes));
  });
};

const PUBLISHER: Publisher = {
  name: { en: 'An organisation', cy: 'Sefydliad' },
  url: 'https://publisher.example',
};

const schema = {
  ...operation({
    operationId: 'getCatalogue',
    tag: 'figures',
    summary: { en: 'The releases as a DCAT-AP catalogue', cy: 'Y datganiadau fel catalog DCAT-AP' },
    description: {
      en: 'For catalogues of data: a series for each collection, a dataset for each release that stands, a distribution for each file with all published cells of a table, and the API as a data service. Publisher, licence, periodicity, areas, days, bytes and digests are said of each, titles in both languages.',
      cy: "Ar gyfer catalogau data: cyfres i bob casgliad, set ddata i bob datganiad sydd mewn grym, dosbarthiad i bob ffeil sydd â phob cell gyhoeddedig o dabl, a'r API fel gwasanaeth data. Dywedir cyhoeddwr, trwydded, amlder, ardaloedd, dyddiau, beitiau a chrynodebau am bob un, a'r teitlau yn y ddwy iaith.",
    },
  }),
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: {
      format: {
        type: 'string',
        enum: FORMAT_NAMES,
        ...described({
          en: 'The form of the answer; goes before Accept. Both have the same triples.',
          cy: "Ffurf yr ateb; mae'n dod o flaen Accept. Mae gan y ddwy yr un triphlygion.",
        }),
      },
    },
  },
  response: {
    200: answer(
      { en: 'The catalogue.', cy: 'Y catalog.' },
      linkedAnswer(
        dcatOfCatalogue({
          publicUrl: EXAMPLE_RELEASE.publicUrl,
          publisher: PUBLISHER,
          releases: [EXAMPLE_RELEASE],
        }),
      ),
    ),
  },
};
