import { Type } from 'typebox';
import { GLOSSARY_SCHEME } from '../../standard/generated/glossary.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described } from '../openapi/words.ts';

const Ids = Type.Array(Type.String());
const oneOf = (...values: readonly string[]) => Type.Unsafe<string>({ type: 'string', enum: values });
const orNull = (schema: Parameters<typeof Type.Array>[0]) => Type.Union([schema, Type.Null()]);

export const GROUP_IDS = GLOSSARY_SCHEME.groups.map(({ id }) => id);
export const TERM_STATUSES = ['draft', 'active', 'deprecated', 'retired'] as const;
export const SCOPES = ['core', 'non_core'] as const;

/** One term of the glossary. */
export const TERM_SHAPE = Type.Object({
  id: Type.String({ pattern: '^spg-[0-9]{4}$' }),
  uri: Type.String({ format: 'uri' }),
  notation: orNull(Type.String()),
  label: TEXT_SHAPE,
  alternatives: Type.Array(
    Type.Object({
      value: Type.String(),
      language: oneOf('en', 'cy'),
      type: Type.String(),
      sectors: Type.Array(
        oneOf('health', 'social_care', 'voluntary', 'public'),
        described({
          en: 'The sectors that prefer this name.',
          cy: "Y sectorau y mae'n well ganddynt yr enw hwn.",
        }),
      ),
      term: Type.Optional(Type.String()),
    }),
  ),
  hidden: Type.Object(
    { en: Type.Array(Type.String()), cy: Type.Array(Type.String()) },
    described({
      en: 'Misspellings, plurals and mutated forms: for searching, never for showing.',
      cy: 'Camsillafiadau, lluosogion a ffurfiau treigledig: i chwilio, byth i ddangos.',
    }),
  ),
  definition: TEXT_SHAPE,
  plain: TEXT_SHAPE,
  scope_note: orNull(TEXT_SHAPE),
  example: orNull(TEXT_SHAPE),
  scope: oneOf(...SCOPES),
  scope_basis: Type.String(),
  status: oneOf(...TERM_STATUSES),
  welsh: Type.Object({
    term_status: Type.String(),
    translation_status: Type.String(),
    part_of_speech: Type.String(),
    gender: orNull(Type.String()),
    plural: orNull(Type.String()),
  }),
  group: oneOf(...GROUP_IDS),
  broader: Ids,
  narrower: Ids,
  related: Ids,
  mappings: Type.Array(
    Type.Object({
      system: Type.String(),
      code: Type.String(),
      relation: oneOf('exact', 'close', 'broad', 'narrow'),
      reviewed: orNull(Type.String()),
    }),
  ),
  used_by: Type.Array(
    Type.String(),
    described({
      en: 'What of the standard relies on it, such as `field:profiles.population`.',
      cy: "Yr hyn yn y safon sy'n dibynnu arno, megis `field:profiles.population`.",
    }),
  ),
  sources: Ids,
  created_in: Type.String(),
  modified_in: Type.String(),
  version: Type.Integer(),
  deprecated_in: orNull(Type.String()),
  deprecated_by: Ids,
  deprecation_reason: orNull(TEXT_SHAPE),
  change_notes: Type.Array(Type.Object({ version: Type.Integer(), en: Type.String(), cy: Type.String() })),
});

/** Why a search found a term. */
export const FOUND_BY_SHAPE = Type.Object(
  {
    label: orNull(Type.String()),
    language: oneOf('en', 'cy'),
    kind: oneOf('preferred', 'alternative', 'hidden'),
    match: oneOf('same', 'same_but_mutated', 'beginning', 'words', 'words_but_mutated'),
  },
  described({
    en: 'The label that the search found, and how near it is; no label where it was a hidden one.',
    cy: "Y label y daeth y chwiliad o hyd iddo, a pha mor agos ydyw; dim label lle'r oedd yn un cudd.",
  }),
);

export const SCHEME_SHAPE = Type.Object({
  id: Type.String(),
  title: TEXT_SHAPE,
  description: TEXT_SHAPE,
  version: Type.String(),
  licence: Type.String(),
  languages: Type.Array(Type.String()),
  previous_version: orNull(Type.String()),
  groups: Type.Array(Type.Object({ id: Type.String(), title: TEXT_SHAPE })),
  sources: Type.Array(
    Type.Object({
      id: Type.String(),
      citation: Type.String(),
      url: orNull(Type.String()),
      licence: Type.String(),
      retrieved: orNull(Type.String()),
      wording: oneOf('own', 'cited'),
    }),
  ),
});
