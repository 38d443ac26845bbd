import type { Text } from './text.ts';

/**
 * How an outside code stands to ours: `equal`, the same; `narrower`, a part of ours; `wider`, several of ours,
 * so that it leads to their group; `approximate`, they overlap; `none`, ours has nothing of the kind.
 */
export type MappingRelation = 'equal' | 'wider' | 'narrower' | 'approximate' | 'none';

/** Where an outside code leads: a code of a list, or a table and perhaps one of its fields. */
export type MappingTarget =
  | { readonly list: string; readonly code: string }
  | { readonly table: string; readonly field: string | null };

export interface MappingEntry {
  readonly from_code: string;
  readonly from_title: Text;
  readonly relation: MappingRelation;
  /** Null where the relation is `none`. */
  readonly to: MappingTarget | null;
  readonly note: Text | null;
  readonly source: string;
  readonly source_status: string;
}

/** A crosswalk from another standard, `schema/<version>/mappings/<id>.csv`. */
export interface Mapping {
  readonly id: string;
  readonly title: Text;
  readonly from: MappingSystem;
  readonly entries: readonly MappingEntry[];
}

/** Whose codes a mapping starts from. */
export interface MappingSystem {
  readonly id: string;
  readonly title: Text;
  readonly url: string | null;
  readonly licence: string;
}
