import { Type } from 'typebox';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { WITHDRAWAL_SHAPE } from '../openapi/withdrawal-shape.ts';
import { described } from '../openapi/words.ts';
import { BREAKS } from './break-shape.ts';

const Texts = Type.Array(Type.String());
const TextOrNull = Type.Union([TEXT_SHAPE, Type.Null()]);
const StringOrNull = Type.Union([Type.String(), Type.Null()]);

const Scope = Type.Array(
  Type.String(),
  described({
    en: 'The areas whose descendants the release speaks of.',
    cy: "Yr ardaloedd y mae'r datganiad yn sôn am eu disgynyddion.",
  }),
);
const FiguresStatus = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  enum: ['provisional', 'revised', 'final', null],
  ...described({
    en: 'As settled as the least settled return behind it; null where it is withdrawn or holds nothing.',
    cy: "Mor sefydlog â'r ffurflen leiaf sefydlog y tu ôl iddo; null lle mae wedi'i dynnu'n ôl neu heb ddal dim.",
  }),
});
const Supersedes = Type.Union(
  [Type.String(), Type.Null()],
  described({
    en: 'The release of the same collection before it; null of the first. Not told by releases published before it was kept.',
    cy: "Y datganiad o'r un casgliad o'i flaen; null yn achos y cyntaf. Nis dywedir gan ddatganiadau a gyhoeddwyd cyn ei gadw.",
  }),
);
const DoiSuffix = Type.String(
  described({
    en: 'What a publisher with a DOI prefix can register it under. It never changes.',
    cy: 'Yr hyn y gall cyhoeddwr â rhagddodiad DOI ei gofrestru oddi tano. Nid yw byth yn newid.',
  }),
);

/** The parameter of addresses that name a release. */
export const RELEASE_ID = {
  type: 'object',
  required: ['id'],
  properties: {
    id: {
      type: 'string',
      ...described({ en: 'Id of a release, or latest.', cy: 'Rhif datganiad, neu latest.' }),
    },
  },
};

/** A release in the list of all: one that stands, or that was withdrawn, with its notice. */
export const RELEASE_SUMMARY = Type.Object(
  {
    release: Type.String(),
    collection: StringOrNull,
    state: Type.Unsafe<string>({ type: 'string', enum: ['published', 'withdrawn'] }),
    published_at: StringOrNull,
    figures_status: FiguresStatus,
    schema_version: Type.Optional(Type.String()),
    scope: Type.Optional(Scope),
    supersedes: Type.Optional(Supersedes),
    doi_suffix: Type.Optional(DoiSuffix),
    citation: Type.Optional(TEXT_SHAPE),
    withdrawal: Type.Optional(WITHDRAWAL_SHAPE),
    url: Type.String({ format: 'uri' }),
  },
  described({ en: 'A published release.', cy: 'Datganiad cyhoeddedig.' }),
);

const TableCoverage = Type.Object({
  state: Type.Literal('returned'),
  not_collected: Texts,
  reason_code: StringOrNull,
  reason: TextOrNull,
});

const ReturnCoverage = Type.Object({
  organisation: Type.String(),
  period: Type.String(),
  tables: Type.Record(Type.String(), TableCoverage),
  areas_complete: Type.Record(Type.String(), Texts),
  services_included: Texts,
  deprivation_index: Type.String(),
  ethnicity_scheme: Type.String(),
  figures_status: Type.String(),
  basis_note: TextOrNull,
});

const QualityNote = Type.Object({
  organisation: Type.String(),
  period: Type.String(),
  table: Type.String(),
  rule: Type.String(),
  reason_code: Type.String(),
});

const ExpectedReturn = Type.Object({
  organisation: Type.String(),
  period: Type.String(),
  obligation: Type.String(),
  tables: Texts,
  not_collected: Type.Optional(
    Type.Record(
      Type.String(),
      Type.String(),
      described({
        en: 'Of these, the tables that did not come because the organisation does not collect them, each with its reason.',
        cy: "O'r rhain, y tablau na ddaethant am nad yw'r sefydliad yn eu casglu, pob un â'i reswm.",
      }),
    ),
  ),
  contact: Type.Optional(
    Type.Object(
      { role: Type.Optional(Type.String()), address: Type.Optional(Type.String()) },
      described({
        en: 'Whom to write to about the returns: a role, never a person, and its public address.',
        cy: "At bwy i ysgrifennu am y ffurflenni: rôl, byth unigolyn, a'i chyfeiriad cyhoeddus.",
      }),
    ),
  ),
});

/** Everything public about a release but its cells. */
export const RELEASE = Type.Object(
  {
    manifest_version: Type.Literal(1),
    release: Type.String(),
    collection: Type.String(),
    schema_version: Type.String(),
    published_at: StringOrNull,
    scope: Scope,
    citation: TEXT_SHAPE,
    doi_suffix: DoiSuffix,
    supersedes: Type.Optional(Supersedes),
    figures_status: FiguresStatus,
    statuses: Type.Record(
      Type.String(),
      Type.Record(Type.String(), Type.String()),
      described({
        en: 'How settled the figures are, by table and period.',
        cy: "Pa mor sefydlog yw'r ffigurau, fesul tabl a chyfnod.",
      }),
    ),
    built_at: Type.String(),
    returned_versions: Type.Optional(
      Type.Array(
        Type.String(),
        described({
          en: 'The versions of the standard that the returns behind it follow, the earliest first.',
          cy: "Y fersiynau o'r safon y mae'r ffurflenni y tu ôl iddo yn eu dilyn, y gynharaf yn gyntaf.",
        }),
      ),
    ),
    tables: Type.Record(
      Type.String(),
      Type.Object({
        quarters: Texts,
        financial_years: Texts,
        selectors: Type.Record(Type.String(), Texts),
      }),
    ),
    breaks: BREAKS,
    coverage: Type.Array(ReturnCoverage),
    notes: Type.Optional(
      Type.Array(
        QualityNote,
        described({
          en: 'What organisations confirmed when a rule asked about a table: the rule and a reason from a closed list.',
          cy: 'Yr hyn a gadarnhaodd sefydliadau pan ofynnodd rheol am dabl: y rheol a rheswm o restr gaeedig.',
        }),
      ),
    ),
    expected: Type.Optional(
      Type.Array(
        ExpectedReturn,
        described({
          en: 'What organisations had to send for the periods of the release, by the register of organisations.',
          cy: "Yr hyn yr oedd yn rhaid i sefydliadau ei anfon ar gyfer cyfnodau'r datganiad, yn ôl cofrestr y sefydliadau.",
        }),
      ),
    ),
    disclosure: Type.Object({
      method: Type.String(),
      version: Type.String(),
      floor: Type.Integer(),
      threshold: Type.Integer(),
      rounding: Type.Integer(),
      magnitude_share: Type.Number(),
      magnitude_noise_variance: Type.Number(),
    }),
    files: Type.Array(Type.Object({ path: Type.String(), bytes: Type.Integer(), sha256: Type.String() })),
    links: Type.Object({
      self: Type.String({ format: 'uri' }),
      changes: Type.String({ format: 'uri' }),
      data_package: Type.String({ format: 'uri' }),
      schema_org: Type.String({ format: 'uri' }),
      catalog: Type.String({ format: 'uri' }),
      files: Texts,
    }),
  },
  described({ en: 'A published release.', cy: 'Datganiad cyhoeddedig.' }),
);
