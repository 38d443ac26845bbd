import type { ApiKeyScope } from './stored-values.ts';

/** Whom a key or a token speaks for, and what it may do. */
export interface Holder {
  readonly kind: 'key' | 'client';
  /** Id of the key, or of the OAuth client. */
  readonly key_id: string;
  readonly organisation: string;
  readonly scopes: readonly ApiKeyScope[];
  /** What comes from a sandbox's holder goes the whole way and is never released. */
  readonly sandbox: boolean;
  /** From this moment a key is refused; null for one without an end, and for a token, which lasts minutes. */
  readonly expires_at: Date | null;
}
