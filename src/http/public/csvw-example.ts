const both = (en: string, cy: string) => [
  { '@value': en, '@language': 'en' },
  { '@value': cy, '@language': 'cy' },
];

const CODE_LISTS = 'https://spcd.example/v1/codelists';

/** Metadata of an invented answer's CSV, for the documentation. */
export const CSVW_EXAMPLE = {
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  url: 'https://spcd.example/v1/data/profiles?population=referred&figure=people&by=sex.code&period=2026-Q1&area_code=W92000004&release=synthetic-2026-q3-1&format=csv&labels=codes&lang=en',
  'dc:title': both('Profiles', 'Proffiliau'),
  'dc:license': { '@id': 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/' },
  'dc:source': { '@id': 'https://spcd.example/v1/releases/synthetic-2026-q3-1' },
  dialect: {
    encoding: 'utf-8',
    delimiter: ',',
    quoteChar: '"',
    doubleQuote: true,
    header: true,
    lineTerminators: ['\r\n'],
  },
  tableSchema: {
    columns: [
      {
        name: 'sex',
        titles: { en: ['sex', 'Sex'], cy: ['sex', 'Rhyw'] },
        'dc:description': both('Sex', 'Rhyw'),
        datatype: 'string',
        null: '',
        'qb:codeList': { '@id': `${CODE_LISTS}/sex` },
      },
    ],
    primaryKey: ['sex'],
  },
};
