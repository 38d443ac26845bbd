import { changeOf, type SchemaChange } from './change.ts';
import { isObject, isSame, type JsonObject } from './compare-json.ts';
import { diffFields } from './diff-fields.ts';

/** The broadest level of each list comes first. */
export type LevelsByList = ReadonlyMap<string, readonly string[]>;

/** Annotations that say something to people, and decide nothing. */
const WORDS: ReadonlySet<string> = new Set(
  'title,description,x-cy,x-title,examples,x-source,$comment,$schema,x-status,x-revision,x-position'.split(
    ',',
  ),
);

const LEAST: ReadonlySet<string> = new Set(['minimum', 'minLength', 'minItems']);
const MOST: ReadonlySet<string> = new Set(['maximum', 'maxLength', 'maxItems']);
const SHAPES: ReadonlySet<string> = new Set(['pattern', 'format', 'const', 'uniqueItems']);

/** Compares one field, or a whole schema file, keyword by keyword. */
export function diffField(
  at: string,
  before: JsonObject,
  after: JsonObject,
  levels: LevelsByList,
): SchemaChange[] {
  const holdsFields = isObject(before.properties) || isObject(after.properties);
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    // Whether a file is frozen says what may be changed in it, and is no change itself.
    (keyword) => keyword !== 'x-frozen' && !(holdsFields && ['properties', 'required'].includes(keyword)),
  );
  const differing = keywords.filter((keyword) => !isSame(before[keyword], after[keyword]));
  const words = differing.filter((keyword) => WORDS.has(keyword));
  return [
    ...(words.length > 0 ? [changeOf('wording-changed', at, { keyword: words.join(', ') })] : []),
    ...differing
      .filter((keyword) => !WORDS.has(keyword))
      .flatMap((keyword) => diffKeyword(at, keyword, before, after, levels)),
    ...(holdsFields ? diffFields(at, before, after, levels) : []),
  ];
}

function diffKeyword(
  at: string,
  keyword: string,
  before: JsonObject,
  after: JsonObject,
  levels: LevelsByList,
): SchemaChange[] {
  const one = before[keyword];
  const other = after[keyword];
  const narrowed = () => changeOf('value-narrowed', at, { keyword });
  const widened = () => changeOf('value-widened', at, { keyword });
  const either = (isNarrowed: boolean, isWidened: boolean) => [
    ...(isNarrowed ? [narrowed()] : []),
    ...(isWidened ? [widened()] : []),
  ];
  if (keyword === 'items' && isObject(one) && isObject(other)) {
    return diffField(`${at}/[]`, one, other, levels);
  }
  if (keyword === 'x-each-table' && isObject(one) && isObject(other)) {
    return diffField(`${at}/{table}`, one, other, levels);
  }
  if (keyword === 'type') {
    const [types, newTypes] = [typesOf(one), typesOf(other)];
    return either(lacksSome(newTypes, types), lacksSome(types, newTypes));
  }
  if (LEAST.has(keyword)) {
    const [from, to] = [one ?? -Infinity, other ?? -Infinity] as [number, number];
    return to > from ? [narrowed()] : [widened()];
  }
  if (MOST.has(keyword)) {
    const [from, to] = [one ?? Infinity, other ?? Infinity] as [number, number];
    return to < from ? [narrowed()] : [widened()];
  }
  if (SHAPES.has(keyword)) return other === undefined || other === false ? [widened()] : [narrowed()];
  if (keyword === 'enum' || keyword === 'x-codes') {
    if (one === undefined) return [narrowed()];
    if (other === undefined) return [widened()];
    return either(lacksSome(listOf(other), listOf(one)), lacksSome(listOf(one), listOf(other)));
  }
  if (keyword === 'x-blanks') {
    return either(lacksSome(listOf(other), listOf(one)), lacksSome(listOf(one), listOf(other)));
  }
  if (keyword === 'x-level') {
    const list = levels.get(String(after['x-codelist'] ?? after.list)) ?? [];
    const rank = (level: unknown) => (level === undefined ? list.length : list.indexOf(String(level)));
    return either(rank(other) < rank(one), rank(other) > rank(one));
  }
  if (keyword === 'x-lists' && isObject(one) && isObject(other)) {
    return diffChoices(at, one, other, levels);
  }
  if (['x-codelist', 'x-codelist-by', 'x-registry'].includes(keyword)) return [narrowed()];
  return [changeOf('meaning-changed', at, { keyword })];
}

/** The lists that another field chooses among: a choice is looked at like a field. */
function diffChoices(
  at: string,
  before: JsonObject,
  after: JsonObject,
  levels: LevelsByList,
): SchemaChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((code) => {
    const [one, other] = [before[code], after[code]];
    const keyword = `x-lists ${code}`;
    if (!isObject(other)) return [changeOf('value-narrowed', at, { keyword })];
    if (!isObject(one)) return [changeOf('value-widened', at, { keyword })];
    return diffField(`${at}/${code}`, asField(one), asField(other), levels);
  });
}

function asField({ list, level, codes, ...rest }: JsonObject): JsonObject {
  const named = { 'x-codelist': list, 'x-level': level, 'x-codes': codes };
  const given = Object.entries(named).filter(([, value]) => value !== undefined && value !== null);
  return { ...Object.fromEntries(given), ...rest };
}

/** A whole number is a number too. */
function typesOf(type: unknown): unknown[] {
  const types = listOf(type);
  return types.includes('number') ? [...types, 'integer'] : types;
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}

function lacksSome(list: readonly unknown[], wanted: readonly unknown[]): boolean {
  return wanted.some((each) => !list.includes(each));
}
