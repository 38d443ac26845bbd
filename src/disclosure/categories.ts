import { allowedCodes } from '../standard/allowed-codes.ts';
import { type Code, type CodeList, isValidThroughout, levelRank } from '../standard/code-list.ts';
import { CODE_LISTS, type CodeListId } from '../standard/generated/code-lists.ts';
import { SCHEMA_VERSION } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import type { Dates } from '../standard/period.ts';
import type { ChosenList, FieldDescription } from '../standard/table-description.ts';
import type { Text } from '../standard/text.ts';
import { listOfVersion } from '../standard/versions/of-version.ts';
import { checkNesting } from './check-nesting.ts';

/** One value a dimension can take in an answer. */
export interface Category {
  /** How the answer names it: a code of the list, a blank, or `not_known:<code>`. */
  readonly code: string;
  /** How addresses and published cells name it; two categories with one token are one set of people. */
  readonly token: string;
  readonly title: Text;
}

/** A level a dimension can be asked at: `id` of the list, with its rank, 0 the broadest. */
export interface Level {
  readonly id: string;
  readonly rank: number;
}

/** One dimension of a question: its list, what of the list may be sent, and its blanks. */
export class CategorySystem {
  readonly list: CodeList;
  readonly levels: readonly Level[];
  readonly blanks: readonly string[];
  readonly #allowed: ReadonlyMap<string, Code>;
  readonly #children: ReadonlyMap<string, readonly string[]>;
  readonly #finest: number;

  /** @throws {Error} If the levels of the list do not nest. */
  constructor(
    list: CodeList,
    restriction: Pick<FieldDescription, 'level' | 'codes'>,
    blanks: readonly string[],
  ) {
    checkNesting(list);
    this.list = list;
    this.blanks = blanks;
    const codes = allowedCodes(list, restriction);
    this.#allowed = new Map(codes.map((code) => [code.code, code]));
    const children = new Map<string, string[]>();
    for (const code of codes) {
      if (code.parent !== null) children.set(code.parent, [...(children.get(code.parent) ?? []), code.code]);
    }
    this.#children = children;
    const nested = codes.filter((code) => code.level !== list.apart);
    this.#finest = Math.max(...nested.map((code) => levelRank(list, code.level)));
    this.levels = list.levels
      .map((level, rank) => ({ id: level.id, rank }))
      .filter((level) => level.rank <= this.#finest && this.#distinguishes(level));
  }

  /** A level with one group only, such as "all ages", is not a dimension but its absence. */
  #distinguishes(level: Level): boolean {
    const groups = new Set([...this.#allowed.keys()].map((code) => this.tokenAt(code, level)));
    return groups.size > 1;
  }

  has(code: string): boolean {
    return this.#allowed.has(code);
  }

  level(id: string): Level | undefined {
    return this.levels.find((level) => level.id === id);
  }

  /** The level a question groups by when it names none. */
  get defaultLevel(): Level {
    return this.level(this.list.default_level) ?? (this.levels.at(-1) as Level);
  }

  /** The level a code belongs to. */
  levelOf(code: string): Level | undefined {
    const found = this.#allowed.get(code);
    return found && this.levels.find((level) => level.rank === levelRank(this.list, found.level));
  }

  /** The child that is the whole of a group with one member, down to the last; else the code itself. */
  #onlyMember(code: string): string {
    const children = this.#children.get(code) ?? [];
    return children.length === 1 ? this.#onlyMember(children[0] as string) : code;
  }

  #rankOf(code: string): number {
    return levelRank(this.list, (this.#allowed.get(code) as Code).level);
  }

  /** The broadest code around a code that is not broader than the rank; the code itself where none is. */
  #ancestorAt(code: string, rank: number): string {
    const parent = (this.#allowed.get(code) as Code).parent;
    return parent !== null && this.#allowed.has(parent) && this.#rankOf(parent) >= rank
      ? this.#ancestorAt(parent, rank)
      : code;
  }

  #isGroup(code: string): boolean {
    return this.#children.has(code);
  }

  #tokenOf(code: string): string {
    const member = this.#onlyMember(code);
    return this.#isGroup(member) ? `${(this.#allowed.get(member) as Code).level}:${member}` : member;
  }

  /**
   * The token under which a row counts at a level.
   *
   * A row sent with a group's own code counts at that level and above; below, it is `not_known:<group>`. The
   * blank `not_known` keeps one token at every level, so that one set of people never gets two numbers.
   *
   * @param code - A code or blank as sent in a row.
   * @throws {Error} If the code is neither on the list nor a blank of the field.
   */
  tokenAt(code: string, level: Level): string {
    if (this.blanks.includes(code)) return code;
    if (!this.#allowed.has(code)) throw new Error(`${code} is not a code of ${this.list.id}`);
    const member = this.#onlyMember(code);
    const group = this.#ancestorAt(member, level.rank);
    const isTooBroad = this.#rankOf(group) < level.rank && this.#isGroup(group);
    return isTooBroad ? `not_known:${group}` : this.#tokenOf(group);
  }

  /** Every code and blank that a row may hold. */
  sentCodes(): readonly string[] {
    return [...this.#allowed.keys(), ...this.blanks];
  }

  /**
   * The categories of a level, in list order, blanks last: what an answer shows whatever the data hold.
   *
   * @param days - Codes not valid on all these days are left out.
   * @param isInScope - Narrows a list to what a release covers, such as one nation's areas.
   */
  categoriesAt(
    level: Level,
    days: Dates | null,
    isInScope: (code: string) => boolean = () => true,
  ): Category[] {
    const found = new Map<string, Category>();
    const unknown: Category[] = [];
    for (const code of this.#allowed.values()) {
      if (!isInScope(code.code) || (days && !isValidThroughout(code, days.start, days.end))) continue;
      const shown = this.#ancestorAt(code.code, level.rank);
      const isTooBroad = this.#rankOf(shown) < level.rank && this.#isGroup(shown);
      if (!isTooBroad) {
        const token = this.tokenAt(code.code, level);
        found.set(token, { code: shown, token, title: (this.#allowed.get(shown) as Code).title });
      } else if (this.#onlyMember(shown) === shown) {
        unknown.push(this.#notKnownWithin(shown));
      }
    }
    const blanks = this.blanks.map(blankCategory);
    return [...found.values(), ...unknown, ...blanks];
  }

  #notKnownWithin(group: string): Category {
    const { title } = this.#allowed.get(group) as Code;
    const token = `not_known:${group}`;
    return {
      code: token,
      token,
      title: { en: `${title.en}: detail not known`, cy: `${title.cy}: manylion ddim yn hysbys` },
    };
  }

  /** The code and every broader code above it. */
  withAncestors(code: string): readonly string[] {
    const parent = this.#allowed.get(code)?.parent ?? null;
    return parent === null ? [code] : [code, ...this.withAncestors(parent)];
  }
}

function blankCategory(blank: string): Category {
  const title = CODE_LISTS.blank.codes.find((code) => code.code === blank)?.title;
  return { code: blank, token: blank, title: title as Text };
}

const systems = new Map<string, CategorySystem>();

/**
 * The categories of a field, or of the list that another field's value chooses.
 *
 * @param chosen - For `category`: the list chosen by the characteristic or the breakdown.
 * @param version - Whose codes they are: of the current version, unless another is named.
 */
export function categorySystem(
  field: FieldDescription,
  chosen?: ChosenList,
  version: SchemaVersion = SCHEMA_VERSION,
): CategorySystem {
  const restriction = chosen ?? field;
  const list = restriction.list as CodeListId | null;
  if (list === null) throw new Error(`${field.name} has no code list of its own`);
  const blanks = chosen?.fixed ? [] : field.blanks;
  const key = JSON.stringify([list, restriction.level, restriction.codes, blanks, version]);
  const known = systems.get(key) ?? new CategorySystem(listOfVersion(list, version), restriction, blanks);
  systems.set(key, known);
  return known;
}
