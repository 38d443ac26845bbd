import type { CollectionCode, SourceKindCode } from './generated/code-lists.ts';

const COLLECTIONS: Readonly<Record<SourceKindCode, CollectionCode>> = {
  case_management: 'returns',
  gp_system_codes: 'returns_gp_codes',
  published_evaluation: 'evidence',
  synthetic: 'synthetic',
};

/**
 * The collection that a return belongs to. Figures of different collections are never added together, and a
 * release holds one.
 */
export function collectionOf(source_kind: SourceKindCode): CollectionCode {
  return COLLECTIONS[source_kind];
}
