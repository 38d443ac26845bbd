/** The part of `rdf-parser-csvw`, which brings no types, that our tests use. */
declare module 'rdf-parser-csvw' {
  import type { Readable } from 'node:stream';
  import type { Quad, Store } from 'n3';

  export default class CsvwParser {
    constructor(options: { readonly metadata: Store<Quad>; readonly baseIRI: string });
    /** @throws While it is read, where the CSV or the metadata cannot be. */
    import(csv: Readable): AsyncIterable<Quad>;
  }
}
