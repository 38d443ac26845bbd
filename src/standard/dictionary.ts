import { allowedCodes } from './allowed-codes.ts';
import type { Code } from './code-list.ts';
import { MEASURES } from './generated/measures.ts';
import { type Candidate, comparable } from './suggest.ts';
import type { ChosenList } from './table-description.ts';
import type { Text } from './text.ts';
import { LISTS_OF_EVERY_VERSION } from './versions/every-version.ts';

/** One code that a field accepts. */
export interface AcceptedCode {
  readonly code: string;
  /** Its number among all codes of the field, from 0. */
  readonly digit: number;
  /** The code's entry in its list, when the period or the version decides whether it may be used. */
  readonly conditional: Code | null;
}

/** The codes a field accepts, blanks included, and the list they come from. */
export interface Dictionary {
  /** Id of the list; `measures` or `instruments` for the registry; null for the union of several lists. */
  readonly list: string | null;
  readonly title: Text;
  readonly codes: ReadonlyMap<unknown, AcceptedCode>;
  /** What may be suggested, ended codes last. */
  readonly candidates: readonly Candidate[];
}

/** The codes of a list, as far as they may be sent here, and the blanks. */
export function dictionaryOf(
  choice: Pick<ChosenList, 'list' | 'level' | 'codes' | 'fixed'>,
  blanks: readonly string[],
): Dictionary {
  const list = LISTS_OF_EVERY_VERSION[choice.list];
  const codes = [
    ...allowedCodes(list, choice),
    ...(choice.fixed
      ? []
      : LISTS_OF_EVERY_VERSION.blank.codes.filter((blank) => blanks.includes(blank.code))),
  ];
  return dictionary(list.id, list.title, codes);
}

/** The ids of the measures that outcomes can be sent of, or of the instruments they belong to. */
export function registryDictionary(registry: 'measures' | 'instruments'): Dictionary {
  const title =
    registry === 'measures'
      ? { en: 'Outcome measures', cy: 'Mesurau canlyniadau' }
      : { en: 'Instruments', cy: 'Offerynnau' };
  const codes = new Map<string, Pick<Code, 'code' | 'title'>>();
  for (const { id, instrument, title: name, aggregate } of Object.values(MEASURES)) {
    if (aggregate === 'none') continue;
    const code = registry === 'measures' ? id : instrument;
    if (!codes.has(code)) codes.set(code, { code, title: name });
  }
  return dictionary(registry, title, [...codes.values()]);
}

function dictionary(
  list: string | null,
  title: Text,
  codes: readonly (Pick<Code, 'code' | 'title'> & Partial<Code>)[],
): Dictionary {
  const accepted = new Map<unknown, AcceptedCode>();
  const inUse = [...codes].sort((left, right) => Number(hasEnded(left)) - Number(hasEnded(right)));
  for (const code of codes) {
    const isDated = (code.valid_from ?? null) !== null || hasEnded(code);
    const isConditional = isDated || code.since !== undefined || code.deprecated_in !== undefined;
    accepted.set(code.code, {
      code: code.code,
      digit: accepted.size,
      conditional: isConditional ? (code as Code) : null,
    });
  }
  return { list, title, codes: accepted, candidates: inUse };
}

const remembered = new WeakMap<readonly Candidate[], ReadonlyMap<string, string>>();

/** Code by label in either language, as `comparable` writes it: made when a value is met that is no code. */
export function codesByLabel({ candidates }: Dictionary): ReadonlyMap<string, string> {
  const known = remembered.get(candidates);
  if (known !== undefined) return known;
  const codes = new Map<string, string>();
  for (const { code, title } of candidates) {
    for (const label of [comparable(title.en), comparable(title.cy)]) {
      if (!codes.has(label)) codes.set(label, code);
    }
  }
  remembered.set(candidates, codes);
  return codes;
}

function hasEnded(code: Partial<Code>): boolean {
  return (code.valid_to ?? null) !== null;
}

/** All codes of several dictionaries, each once. It belongs to no list, so nothing is suggested from it. */
export function unionOf(dictionaries: readonly Dictionary[]): Dictionary {
  const codes = new Map<unknown, AcceptedCode>();
  for (const { codes: some } of dictionaries) {
    for (const [code, accepted] of some) {
      if (!codes.has(code)) codes.set(code, { ...accepted, digit: codes.size });
    }
  }
  return { list: null, title: { en: '', cy: '' }, codes, candidates: [] };
}

/** The same dictionary with the numbers its codes have in the union, so that equal codes have equal numbers. */
export function renumber(dictionary: Dictionary, union: Dictionary): Dictionary {
  const codes = new Map(
    [...dictionary.codes].map(([code, accepted]) => {
      const digit = (union.codes.get(code) as AcceptedCode).digit;
      return [code, { ...accepted, digit }] as const;
    }),
  );
  return { ...dictionary, codes };
}
