import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { skosOfGlossary } from '../../formats/metadata/skos-of-glossary.ts';
import { type Columns, writeRowsCsv } from '../../formats/write-rows-csv.ts';
import { GLOSSARY, GLOSSARY_SCHEME } from '../../standard/generated/glossary.ts';
import {
  type GlossaryMatch,
  indexGlossary,
  searchGlossary,
} from '../../standard/glossary/search-glossary.ts';
import type { GlossaryTerm } from '../../standard/glossary/term.ts';
import type { Language } from '../../standard/text.ts';
import { problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import {
  FOUND_BY_SHAPE,
  GROUP_IDS,
  SCHEME_SHAPE,
  SCOPES,
  TERM_SHAPE,
  TERM_STATUSES,
} from './glossary-shape.ts';
import {
  LINKED_REGISTRY_FORMAT,
  type RegistryFormat,
  registryAnswer,
  sendRegistry,
  unknownEntry,
} from './registry-form.ts';

const Glossary = Type.Object({
  scheme: SCHEME_SHAPE,
  terms: Type.Array(Type.Intersect([TERM_SHAPE, Type.Object({ found_by: Type.Optional(FOUND_BY_SHAPE) })])),
});

const Search = Type.Object({
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      examples: ['bresgripsiynu'],
      ...described({
        en: 'Finds any label in either language; case, accents and Welsh mutations do not count. Nearest first.',
        cy: "Yn dod o hyd i unrhyw label yn y naill iaith neu'r llall; nid yw priflythrennau, acenion na threigladau'n cyfrif. Yr agosaf yn gyntaf.",
      }),
    }),
  ),
  group: Type.Optional(
    Type.Unsafe<GlossaryTerm['group']>({
      type: 'string',
      enum: GROUP_IDS,
      ...described({ en: 'Only terms of this group.', cy: "Termau'r grŵp hwn yn unig." }),
    }),
  ),
  scope: Type.Optional(
    Type.Unsafe<GlossaryTerm['scope']>({
      type: 'string',
      enum: SCOPES,
      ...described({
        en: 'Only terms that belong to social prescribing itself, or only those that do not.',
        cy: "Dim ond termau sy'n perthyn i bresgripsiynu cymdeithasol ei hun, neu'r rhai nad ydynt yn unig.",
      }),
    }),
  ),
  status: Type.Optional(
    Type.Unsafe<GlossaryTerm['status']>({
      type: 'string',
      enum: TERM_STATUSES,
      ...described({ en: 'Only terms of this status.', cy: "Termau â'r statws hwn yn unig." }),
    }),
  ),
  format: Type.Optional(Type.Unsafe<RegistryFormat>(LINKED_REGISTRY_FORMAT)),
});

const namesIn = (term: GlossaryTerm, language: Language) =>
  term.alternatives.filter((label) => label.language === language).map(({ value }) => value);

const COLUMNS: Columns<GlossaryTerm> = {
  id: ({ id }) => id,
  notation: ({ notation }) => notation,
  label_en: ({ label }) => label.en,
  label_cy: ({ label }) => label.cy,
  alternatives_en: (term) => namesIn(term, 'en'),
  alternatives_cy: (term) => namesIn(term, 'cy'),
  definition_en: ({ definition }) => definition.en,
  definition_cy: ({ definition }) => definition.cy,
  plain_en: ({ plain }) => plain.en,
  plain_cy: ({ plain }) => plain.cy,
  scope_note_en: ({ scope_note }) => scope_note?.en ?? null,
  scope_note_cy: ({ scope_note }) => scope_note?.cy ?? null,
  group: ({ group }) => group,
  scope: ({ scope }) => scope,
  status: ({ status }) => status,
  welsh_term_status: ({ welsh }) => welsh.term_status,
  broader: ({ broader }) => broader,
  related: ({ related }) => related,
  used_by: ({ used_by }) => used_by,
  sources: ({ sources }) => sources,
};

const INDEX = indexGlossary(GLOSSARY);
const EXAMPLE = GLOSSARY[0] as GlossaryTerm;

/** What the words of the standard mean, in both languages. */
export const glossaryRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/glossary',
    {
      schema: {
        ...operation({
          operationId: 'listGlossary',
          tag: 'standard',
          summary: { en: 'The terms of the glossary', cy: "Termau'r rhestr" },
          description: {
            en: 'All of them, or those that a search and filters leave. Without a search they stand in the order of their ids.',
            cy: "Pob un, neu'r rhai y mae chwiliad a hidlyddion yn eu gadael. Heb chwiliad maent yn nhrefn eu rhifau adnabod.",
          },
        }),
        querystring: Search,
        response: {
          200: registryAnswer(
            { en: 'The terms.', cy: 'Y termau.' },
            Glossary,
            { scheme: GLOSSARY_SCHEME, terms: [EXAMPLE] },
            writeRowsCsv(COLUMNS, [EXAMPLE]),
            skosOfGlossary(GLOSSARY_SCHEME, [EXAMPLE]),
          ),
          ...problems('REQUEST_MALFORMED'),
        },
      },
    },
    async (request, reply) => {
      const { q, group, scope, status } = request.query;
      const terms = found(q).filter(
        (term) =>
          (group === undefined || term.group === group) &&
          (scope === undefined || term.scope === scope) &&
          (status === undefined || term.status === status),
      );
      const json = { scheme: GLOSSARY_SCHEME, terms };
      return sendRegistry(request, reply, {
        name: 'glossary',
        json,
        csv: () => writeRowsCsv(COLUMNS, terms),
        linked: () => skosOfGlossary(GLOSSARY_SCHEME, terms),
      });
    },
  );

  app.get(
    '/v1/glossary/:id',
    {
      schema: {
        ...operation({
          operationId: 'getGlossaryTerm',
          tag: 'standard',
          summary: { en: 'One term', cy: 'Un term' },
          description: {
            en: 'The id of a term never changes, and is never used again.',
            cy: 'Nid yw id term byth yn newid, ac ni chaiff ei ailddefnyddio.',
          },
        }),
        params: Type.Object({
          id: Type.String({
            examples: [EXAMPLE.id],
            ...described({ en: 'Id of the term.', cy: 'Id y term.' }),
          }),
        }),
        querystring: Type.Object({
          format: Type.Optional(Type.Unsafe<RegistryFormat>(LINKED_REGISTRY_FORMAT)),
        }),
        response: {
          200: registryAnswer(
            { en: 'The term.', cy: 'Y term.' },
            TERM_SHAPE,
            EXAMPLE,
            writeRowsCsv(COLUMNS, [EXAMPLE]),
            skosOfGlossary(GLOSSARY_SCHEME, [EXAMPLE]),
          ),
          ...problems('ENTRY_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const term = GLOSSARY.find((candidate) => candidate.id === id);
      if (term === undefined) {
        throw unknownEntry(
          id,
          GLOSSARY.map(({ id: own, label }) => ({ id: own, title: label })),
        );
      }
      return sendRegistry(request, reply, {
        name: id,
        json: term,
        csv: () => writeRowsCsv(COLUMNS, [term]),
        linked: () => skosOfGlossary(GLOSSARY_SCHEME, [term]),
      });
    },
  );
};

type FoundTerm = GlossaryTerm & {
  readonly found_by?: Omit<GlossaryMatch, 'term' | 'label'> & { label: string | null };
};

function found(query: string | undefined): readonly FoundTerm[] {
  if (query === undefined) return GLOSSARY;
  return searchGlossary(INDEX, query).map(({ term, label, language, kind, match }) => ({
    ...term,
    found_by: { label: kind === 'hidden' ? null : label, language, kind, match },
  }));
}
