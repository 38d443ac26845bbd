/** One failed keyword, in Ajv's words. */
export interface CompiledError {
  readonly keyword: string;
  /** JSON Pointer to the value; for an unexpected property, to the object that holds it. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** A validator compiled from a schema: true when the value conforms, else `errors` says why. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly CompiledError[] | null;
}
