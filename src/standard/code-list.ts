import type { Text } from './text.ts';

/** One code of a list, as `schema/<version>/codelists/<list>.csv` gives it. */
export interface Code {
  readonly code: string;
  readonly title: Text;
  readonly description: Text;
  /** Id of one of the list's levels, or its `apart` level. */
  readonly level: string;
  /** The broader code it belongs to, or null at the top. */
  readonly parent: string | null;
  /** ISO dates, both inclusive; null means no limit. */
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  /** The codes that took over when this one ended or was deprecated: several where it was split among them. */
  readonly replaced_by: readonly string[];
  /** The version from which it should no longer be used, though it still may be. */
  readonly deprecated_in?: string;
  /** The version in which it came, where that is not the first. */
  readonly since?: string;
  readonly source: string;
  readonly source_status: string;
  readonly welsh_status: string;
  /** Columns that only this list has, such as the area an organisation serves. */
  readonly extra?: Readonly<Record<string, string>>;
}

export interface CodeListLevel {
  readonly id: string;
  readonly title: Text;
}

/** A closed list of codes. Its levels run from broadest to finest and nest strictly, unless `nests` is false. */
export interface CodeList {
  readonly id: string;
  readonly title: Text;
  readonly levels: readonly CodeListLevel[];
  /** False where levels only sort the codes into kinds. */
  readonly nests: boolean;
  /** The level of codes that stand beside the hierarchy at every level, such as `outside_area`. */
  readonly apart: string | null;
  /** The level at which a question groups when it names none. */
  readonly default_level: string;
  readonly codes: readonly Code[];
}

/** Whether a code may be used on every day from `start` to `end` (ISO dates, inclusive). */
export function isValidThroughout(code: Code, start: string, end: string): boolean {
  return (code.valid_from ?? '') <= start && (code.valid_to ?? '9999-12-31') >= end;
}

/** A list as it was on a day (ISO date): only the codes that could be used then. */
export function listOn(list: CodeList, day: string): CodeList {
  return { ...list, codes: list.codes.filter((code) => isValidThroughout(code, day, day)) };
}

/** Position of a level in its list, 0 the broadest. Codes that stand apart rank as the finest. */
export function levelRank(list: CodeList, level: string): number {
  const rank = list.levels.findIndex((candidate) => candidate.id === level);
  return rank === -1 ? list.levels.length - 1 : rank;
}
