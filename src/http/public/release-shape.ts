import { Type } from 'typebox';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described } from '../openapi/words.ts';

const Texts = Type.Array(Type.String());
const TextOrNull = Type.Union([TEXT_SHAPE, Type.Null()]);
const StringOrNull = Type.Union([Type.String(), Type.Null()]);

const summary = {
  release: Type.String(),
  collection: Type.String(),
  schema_version: Type.String(),
  published_at: StringOrNull,
  scope: Type.Array(
    Type.String(),
    described({
      en: 'The areas whose descendants the release speaks of.',
      cy: "Yr ardaloedd y mae'r datganiad yn sôn am eu disgynyddion.",
    }),
  ),
  citation: TEXT_SHAPE,
};

/** A release in the list of all. */
export const RELEASE_SUMMARY = Type.Object(
  { ...summary, url: Type.String({ format: 'uri' }) },
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
});

/** Everything public about a release but its cells. */
export const RELEASE = Type.Object(
  {
    manifest_version: Type.Literal(1),
    ...summary,
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
    links: Type.Object({ self: Type.String({ format: 'uri' }), files: Texts }),
  },
  described({ en: 'A published release.', cy: 'Datganiad cyhoeddedig.' }),
);
