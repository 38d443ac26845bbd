import type { FastifyPluginAsync } from 'fastify';
import type { Manifest } from '../../archive/manifest.ts';
import type { Format } from '../../formats/formats.ts';
import { joinInTurns, NEVER } from '../../formats/in-turns.ts';
import { csvInPieces } from '../../formats/write-csv.ts';
import { writeNdjson } from '../../formats/write-ndjson.ts';
import { writeParquet } from '../../formats/write-parquet.ts';
import { citationOf, collectionTitle } from '../../query/answer-meta.ts';
import { chooseRelease } from '../../query/choose-release.ts';
import { COVERAGE_FILTERS, readCoverageFilter } from '../../query/coverage-filter.ts';
import { listCoverage } from '../../query/list-coverage.ts';
import type { Parameters } from '../../query/question.ts';
import { LICENCE } from '../../standard/about.ts';
import type { Language, Text } from '../../standard/text.ts';
import { API_VERSION } from '../api-version.ts';
import { answer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { sendInForm } from './answer-form.ts';
import { flatCoverage, writeCoverageJson } from './coverage-form.ts';
import { COVERAGE, COVERAGE_CSV_EXAMPLE, COVERAGE_EXAMPLE } from './coverage-shape.ts';
import type { FigureDependencies } from './figure-address.ts';
import { ANSWER_HEADERS, answerForms, formParameters } from './form-parameters.ts';

const PATH = '/v1/coverage';

/** Who returned what for when and where, and who did not: from the manifests of published releases alone. */
export const coverageRoutes: FastifyPluginAsync<FigureDependencies> = async (
  app,
  { publicUrl, publisher, source },
) => {
  app.get(PATH, { schema: coverageSchema }, async (request, reply) => {
    const asked = request.query as Parameters;
    const manifest = await chooseRelease(source.archive, asked.release);
    const rows = listCoverage(manifest, readCoverageFilter(manifest, asked));
    const meta = describeCoverage(manifest, asked, { publicUrl, publisher });
    return sendInForm(request, reply, {
      name: `${manifest.release}-coverage`,
      licence: LICENCE.url,
      permalink: meta.permalink,
      isPinned: asked.release === manifest.release,
      counts: { rows: rows.length },
      write: {
        json: (form) => writeCoverageJson(meta, rows, form),
        csv: (form, giveWay = NEVER) => joinInTurns(csvInPieces(flatCoverage(manifest, rows, form)), giveWay),
        ndjson: (form) => writeNdjson(flatCoverage(manifest, rows, form), aboutCoverage(meta, form.language)),
        parquet: (form) =>
          writeParquet(source.writeFile, flatCoverage(manifest, rows, form), {
            spcd_schema_version: manifest.schema_version,
            spcd_release: manifest.release,
            spcd_collection: manifest.collection,
            ...aboutCoverage(meta, form.language),
          }),
      },
    });
  });
};

function describeCoverage(
  manifest: Manifest,
  asked: Parameters,
  { publicUrl, publisher }: Pick<FigureDependencies, 'publicUrl' | 'publisher'>,
) {
  const question = Object.fromEntries(
    COVERAGE_FILTERS.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name]]])),
  );
  const query = new URLSearchParams({ ...question, release: manifest.release });
  return {
    release: manifest.release,
    collection: manifest.collection,
    collection_title: collectionTitle(manifest),
    published_at: manifest.published_at,
    versions: { api: API_VERSION, standard: manifest.schema_version, data: manifest.release },
    question,
    permalink: `${publicUrl}${PATH}?${query.toString().replaceAll('%2C', ',')}`,
    licence: LICENCE,
    citation: citationOf(manifest, publisher),
  };
}

function aboutCoverage(
  { permalink, licence, citation }: ReturnType<typeof describeCoverage>,
  language: Language,
): Record<string, string> {
  return { permalink, licence: licence.url, citation: citation[language] };
}

/** There is no figure in it: a cube would be empty, and a workbook would have nothing to protect or to note. */
const FORMATS: readonly Format[] = ['json', 'csv', 'ndjson', 'parquet'];

function codes(words: Text) {
  return { type: 'string', maxLength: 2000, ...described(words) };
}

const coverageSchema = {
  ...operation({
    operationId: 'getCoverage',
    tag: 'figures',
    summary: { en: 'Who returned what', cy: 'Pwy a ddychwelodd beth' },
    description: {
      en: 'A row for each organisation, period and table behind a release, and for each that was due by the register of organisations and is not there: areas that are complete, what is not collected and why, and what was confirmed when a rule asked. Never a count, nor the words of a return.',
      cy: "Rhes ar gyfer pob sefydliad, cyfnod a thabl y tu ôl i ddatganiad, ac ar gyfer pob un a oedd i ddod yn ôl cofrestr y sefydliadau ond nad yw yno: ardaloedd cyflawn, yr hyn na chesglir a pham, a'r hyn a gadarnhawyd pan ofynnodd rheol. Byth gyfrif, na geiriau ffurflen.",
    },
  }),
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: {
      organisation: codes({
        en: 'Codes of organisations, separated by commas.',
        cy: "Codau sefydliadau, wedi'u gwahanu gan atalnodau.",
      }),
      period: codes({
        en: 'Quarters (2026-Q1) or financial years (2025-26, which are their four quarters), separated by commas.',
        cy: "Chwarteri (2026-Q1) neu flynyddoedd ariannol (2025-26, sef eu pedwar chwarter), wedi'u gwahanu gan atalnodau.",
      }),
      table: codes({
        en: 'Names of tables, separated by commas.',
        cy: "Enwau tablau, wedi'u gwahanu gan atalnodau.",
      }),
      area_code: codes({
        en: 'Codes of areas, separated by commas: rows complete for one, for a part of it or for more, and those of the organisations that serve it.',
        cy: "Codau ardaloedd, wedi'u gwahanu gan atalnodau: rhesi sy'n gyflawn ar gyfer un, ar gyfer rhan ohoni neu ar gyfer mwy, a rhai'r sefydliadau sy'n ei gwasanaethu.",
      }),
      ...formParameters(FORMATS),
    },
  },
  response: {
    200: {
      ...answer(
        {
          en: 'Coverage, a row for each organisation, period and table.',
          cy: 'Cwmpas, rhes ar gyfer pob sefydliad, cyfnod a thabl.',
        },
        answerForms({ schema: COVERAGE, example: COVERAGE_EXAMPLE }, COVERAGE_CSV_EXAMPLE, FORMATS),
      ),
      headers: { 'SPCD-Rows': ANSWER_HEADERS['SPCD-Rows'], 'Repr-Digest': ANSWER_HEADERS['Repr-Digest'] },
    },
    ...problems('REQUEST_MALFORMED', 'RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN'),
  },
};
