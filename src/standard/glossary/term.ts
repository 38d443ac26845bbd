import type { Language, Text } from '../text.ts';

/** The parts of health and care that may each prefer a name of their own. */
export type Sector = 'health' | 'social_care' | 'voluntary' | 'public';

/** Another name for the same thing, in one language. */
export interface AlternativeLabel {
  readonly value: string;
  readonly language: Language;
  readonly type: 'synonym' | 'acronym' | 'regional' | 'former' | 'plain_language';
  /** The sectors that prefer it to the preferred label. */
  readonly sectors: readonly Sector[];
  /** The term of which this same name is the preferred label; that term is narrower or related. */
  readonly term?: string;
}

/** A code elsewhere that means the same or nearly. */
export interface TermMapping {
  readonly system: string;
  readonly code: string;
  readonly relation: 'exact' | 'close' | 'broad' | 'narrow';
  /** ISO date on which somebody confirmed it; null until then. */
  readonly reviewed: string | null;
}

export type TermGroupId =
  | 'people_and_roles'
  | 'process'
  | 'settings_and_assets'
  | 'outcomes_and_measurement'
  | 'governance_and_data';

/** One concept of the glossary, as `schema/<version>/glossary/` gives it, with what follows from the others. */
export interface GlossaryTerm {
  /** Opaque, permanent, never used again for another concept. */
  readonly id: string;
  /** Address of the concept, the same in every version of the standard. */
  readonly uri: string;
  /** Short code for data, where the dataset has one. */
  readonly notation: string | null;
  /** The preferred label. */
  readonly label: Text;
  readonly alternatives: readonly AlternativeLabel[];
  /** Misspellings, plurals and mutated forms: searched, never shown. */
  readonly hidden: Readonly<Record<Language, readonly string[]>>;
  /** One sentence: the kind of thing it is, and what sets it apart. */
  readonly definition: Text;
  /** The same in words that anyone can read. */
  readonly plain: Text;
  readonly scope_note: Text | null;
  readonly example: Text | null;
  /** Whether it belongs to social prescribing itself. */
  readonly scope: 'core' | 'non_core';
  readonly scope_basis: 'splossary' | 'counting_rules' | 'judgement';
  readonly status: 'draft' | 'active' | 'deprecated' | 'retired';
  readonly welsh: {
    readonly term_status: 'standardised' | 'partly_standardised' | 'in_use' | 'proposed' | 'contested';
    readonly translation_status: 'approved' | 'needs_review' | 'missing';
    readonly part_of_speech: 'noun' | 'verbal_noun' | 'phrase';
    readonly gender: 'masculine' | 'feminine' | null;
    readonly plural: string | null;
  };
  readonly group: TermGroupId;
  readonly broader: readonly string[];
  readonly narrower: readonly string[];
  readonly related: readonly string[];
  readonly mappings: readonly TermMapping[];
  /** What of the standard relies on it, such as `field:profiles.population` or `code:stage.closed`. */
  readonly used_by: readonly string[];
  /** Ids of the glossary's sources. */
  readonly sources: readonly string[];
  readonly created_in: string;
  readonly modified_in: string;
  readonly version: number;
  readonly deprecated_in: string | null;
  readonly deprecated_by: readonly string[];
  readonly deprecation_reason: Text | null;
  readonly change_notes: readonly (Text & { readonly version: number })[];
}

export interface GlossarySource {
  readonly id: string;
  readonly citation: string;
  readonly url: string | null;
  readonly licence: string;
  /** When it was read; null where no date was kept. */
  readonly retrieved: string | null;
  /** Whether its words are in the glossary; `cited` means that only its names and facts are. */
  readonly wording: 'own' | 'cited';
}

/** What holds for the glossary as a whole. */
export interface GlossaryScheme {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly version: string;
  readonly licence: string;
  readonly languages: readonly Language[];
  readonly previous_version: string | null;
  readonly groups: readonly { readonly id: TermGroupId; readonly title: Text }[];
  readonly sources: readonly GlossarySource[];
}
