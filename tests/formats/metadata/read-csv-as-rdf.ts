import { Readable } from 'node:stream';
import jsonld from 'jsonld';
import { Parser, type Quad, Store } from 'n3';
import CsvwParser from 'rdf-parser-csvw';

const CSVW = 'http://www.w3.org/ns/csvw';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** What the context at `http://www.w3.org/ns/csvw` says of the terms that our metadata uses; it is never fetched. */
const CONTEXT = {
  csvw: `${CSVW}#`,
  dc: 'http://purl.org/dc/terms/',
  qb: 'http://purl.org/linked-data/cube#',
  xsd: XSD,
  url: { '@id': 'csvw:url', '@type': 'xsd:anyURI' },
  dialect: { '@id': 'csvw:dialect', '@type': '@vocab' },
  delimiter: { '@id': 'csvw:delimiter', '@type': 'xsd:string' },
  doubleQuote: { '@id': 'csvw:doubleQuote', '@type': 'xsd:boolean' },
  encoding: { '@id': 'csvw:encoding', '@type': 'xsd:string' },
  header: { '@id': 'csvw:header', '@type': 'xsd:boolean' },
  lineTerminators: { '@id': 'csvw:lineTerminators', '@type': 'xsd:string' },
  quoteChar: { '@id': 'csvw:quoteChar', '@type': 'xsd:string' },
  tableSchema: { '@id': 'csvw:tableSchema', '@type': '@id' },
  columns: { '@id': 'csvw:column', '@type': '@id', '@container': '@list' },
  primaryKey: { '@id': 'csvw:primaryKey', '@type': 'xsd:string' },
  name: { '@id': 'csvw:name', '@type': 'xsd:string' },
  titles: { '@id': 'csvw:title', '@container': '@language' },
  null: { '@id': 'csvw:null', '@type': 'xsd:string' },
  datatype: { '@id': 'csvw:datatype', '@type': '@vocab' },
  string: 'xsd:string',
  number: 'xsd:double',
} as const;

/** A cell as the reader of CSVW gives it: its text and the name of its type. */
export interface ReadCell {
  readonly text: string;
  readonly type: string;
}

/**
 * The rows of a CSV by the names of its columns, as a reader that we did not write takes them from the CSV and its
 * metadata. A cell that is null has no place in a row.
 *
 * @param metadata - CSVW, as JSON.
 */
export async function readCsvAsRdf(csv: string, metadata: object): Promise<Record<string, ReadCell>[]> {
  const base = 'https://read.example/';
  const parser = new CsvwParser({ metadata: await asRdf(metadata), baseIRI: base });
  const rows = new Map<string, Record<string, ReadCell>>();
  for await (const { subject, predicate, object } of parser.import(Readable.from([csv]))) {
    if (!predicate.value.startsWith(`${base}#`) || object.termType !== 'Literal') continue;
    const row = rows.get(subject.value) ?? {};
    rows.set(subject.value, row);
    const type = object.datatype.value.replace(XSD, '');
    row[decodeURI(predicate.value.slice(base.length + 1))] = { text: object.value, type };
  }
  return [...rows.values()];
}

async function asRdf(metadata: object): Promise<Store<Quad>> {
  const documentLoader = async (url: string) => {
    if (url !== CSVW) throw new Error(`CSVW metadata asks for ${url}`);
    return { contextUrl: null, documentUrl: url, document: { '@context': CONTEXT } };
  };
  const lines = await jsonld.toRDF(metadata, {
    format: 'application/n-quads',
    base: 'https://read.example/',
    documentLoader,
    safe: true,
  });
  return new Store(new Parser({ format: 'application/n-quads' }).parse(String(lines)));
}
