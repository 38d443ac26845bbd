/** The part of `datapackage` that our tests use; the package has no types of its own. */
declare module 'datapackage' {
  interface Field {
    readonly name: string;
    readonly type: string;
  }
  interface Resource {
    readonly name: string;
    readonly descriptor: { readonly hash: string; readonly bytes: number; readonly path: string };
    readonly schema?: { readonly fields: readonly Field[]; readonly valid: boolean };
    read(options: { readonly keyed: true }): Promise<Record<string, unknown>[]>;
  }
  export const Package: {
    load(
      descriptor: object,
      options?: { readonly basePath?: string },
    ): Promise<{
      readonly valid: boolean;
      readonly errors: readonly Error[];
      readonly resources: readonly Resource[];
    }>;
  };
}
