import { bulkPath } from '../../archive/bulk-path.ts';
import type { Answer, AnswerForm } from '../../query/answer.ts';
import { LICENCE } from '../../standard/about.ts';
import { TABLES, type TableName } from '../../standard/generated/tables.ts';
import { LANGUAGES, type Text } from '../../standard/text.ts';
import { answerColumnsOf } from './answer-columns.ts';
import { bulkColumnsOf, type ColumnDescription } from './bulk-columns.ts';
import { fileUrl, type PublishedRelease, releaseUrl } from './published-release.ts';

/** The media type of CSVW metadata, by which `Link: rel=describedby` is known to lead to it. */
export const CSVW_MEDIA_TYPE = 'application/csvm+json';

interface DescribedCsv {
  /** Address of the CSV. */
  readonly url: string;
  readonly title: Text;
  readonly description: Text;
  readonly citation: Text;
  /** Address of what it was taken from. */
  readonly source: string;
  readonly publishedAt: string | null;
  readonly lineEnd: '\n' | '\r\n';
  readonly columns: readonly ColumnDescription[];
  /** The columns that tell its rows apart, where none of them may be empty. */
  readonly key?: readonly string[];
  readonly publicUrl: string;
}

/**
 * CSVW metadata (W3C, Metadata Vocabulary for Tabular Data) of the file with all published cells of a table. Titles and
 * descriptions are in both languages.
 */
export function csvwOfTable(release: PublishedRelease, table: TableName): object {
  const { title, description } = TABLES[table];
  const { manifest, citation, publicUrl } = release;
  return csvwOf({
    url: fileUrl(release, bulkPath(table, 'csv')),
    title,
    description,
    citation,
    source: releaseUrl(release),
    publishedAt: manifest.published_at,
    lineEnd: '\n',
    columns: bulkColumnsOf(table),
    publicUrl,
  });
}

/** CSVW metadata of an answer as CSV: of the same question, release and labels. */
export function csvwOfAnswer(answer: Answer, form: AnswerForm, publicUrl: string): object {
  const { meta, columns } = answer;
  return csvwOf({
    url: csvAddress(meta.permalink, form),
    title: meta.table_title,
    description: meta.table_title,
    citation: meta.citation,
    source: `${publicUrl}/v1/releases/${meta.release}`,
    publishedAt: meta.published_at,
    lineEnd: '\r\n',
    columns: answerColumnsOf(answer, form),
    key: columns.map(({ name }) => name),
    publicUrl,
  });
}

/** The address at which an answer is had as CSV with these labels and words, whoever asks. */
export function csvAddress(permalink: string, { labels, language }: AnswerForm): string {
  return `${permalink}&format=csv&labels=${labels}&lang=${language}`;
}

function csvwOf(csv: DescribedCsv): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: csv.url,
    'dc:title': bothLanguages(csv.title),
    'dc:description': bothLanguages(csv.description),
    'dc:bibliographicCitation': bothLanguages(csv.citation),
    'dc:license': { '@id': LICENCE.url },
    'dc:source': { '@id': csv.source },
    ...(csv.publishedAt === null
      ? {}
      : { 'dc:issued': { '@value': csv.publishedAt, '@type': 'xsd:dateTime' } }),
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: [csv.lineEnd],
    },
    tableSchema: {
      columns: csv.columns.map((column) => describedColumn(column, csv.publicUrl)),
      ...(csv.key === undefined ? {} : { primaryKey: csv.key }),
    },
  };
}

/** The name in the header stands among the titles: by these a reader tells that a file is the one described. */
function describedColumn({ name, title, description, datatype, codeLists }: ColumnDescription, base: string) {
  const lists = codeLists.map((path) => ({ '@id': `${base}${path}` }));
  return {
    name,
    titles: Object.fromEntries(LANGUAGES.map((language) => [language, [name, title[language]]])),
    'dc:description': bothLanguages(description),
    datatype,
    null: '',
    ...(lists.length === 0 ? {} : { 'qb:codeList': lists.length === 1 ? lists[0] : lists }),
  };
}

function bothLanguages(text: Text) {
  return LANGUAGES.map((language) => ({ '@value': text[language], '@language': language }));
}
