import type { ApiKeyScope } from './stored-values.ts';

/**
 * Whose something is: of what an organisation sends in earnest, or of what it tries in its sandbox. What belongs to one
 * is neither shown to the other nor changed by it.
 */
export interface Owner {
  readonly organisation: string;
  /** What comes from a sandbox goes the whole way and is never released. */
  readonly sandbox: boolean;
}

/** One text for each owner. */
export function ownerName({ organisation, sandbox }: Owner): string {
  return sandbox ? `${organisation} in the sandbox` : organisation;
}

/** Whom a key or a token speaks for, and what it may do. */
export interface Holder extends Owner {
  readonly kind: 'key' | 'client';
  /** Id of the key, or of the OAuth client. */
  readonly key_id: string;
  readonly scopes: readonly ApiKeyScope[];
  /** From this moment a key is refused; null for one without an end, and for a token, which lasts minutes. */
  readonly expires_at: Date | null;
}
