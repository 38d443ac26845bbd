/** The part of `jsonld` that our tests use; the package has no types of its own. */
declare module 'jsonld' {
  interface ReadingOptions {
    readonly format?: string;
    /** What addresses without a host are of. */
    readonly base?: string;
    /** Makes anything that would be dropped an error. */
    readonly safe?: boolean;
    readonly documentLoader: (url: string) => Promise<unknown>;
  }
  const jsonld: {
    toRDF(document: unknown, options: ReadingOptions): Promise<unknown>;
    expand(document: unknown, options: ReadingOptions): Promise<Record<string, unknown>[]>;
  };
  export default jsonld;
}
