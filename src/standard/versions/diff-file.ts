import { changeOf, type SchemaChange } from './change.ts';
import { isObject, isSame, type JsonObject } from './compare-json.ts';

/** Keys whose values are words, wherever they stand. */
const WORDS: ReadonlySet<string> = new Set(
  'title,x-cy,description,source,sources,citation,licence,note,notes,$schema,x-status,x-revision'.split(','),
);

/** Files that tell people something, and from which no figure is worked out. */
const REFERENCES = /^(glossary|mappings)\//;

/** Compares a file that is no schema: the index of code lists, a measure, an indicator, terms, a crosswalk. */
export function diffFile(at: string, before: JsonObject, after: JsonObject): SchemaChange[] {
  if (at === 'codelists/lists') return diffEntries('codelists', before.lists, after.lists);
  if (Array.isArray(before.terms) && Array.isArray(after.terms)) {
    const { terms, ...rest } = before;
    const { terms: newTerms, ...newRest } = after;
    return [
      ...diffEntries(at, byId(terms), byId(newTerms)),
      ...(isSame(rest, newRest) ? [] : [changeOf('reference-changed', at)]),
    ];
  }
  return diffEntry(at, before, after);
}

function diffEntries(at: string, before: unknown, after: unknown): SchemaChange[] {
  const [entries, newEntries] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  const names = [...new Set([...Object.keys(entries), ...Object.keys(newEntries)])];
  return names.flatMap((name) => {
    const [one, other] = [entries[name], newEntries[name]];
    // The CSV of a list is there or not as well, and says so.
    const isList = at === 'codelists';
    if (!isObject(other)) return isList ? [] : [changeOf('file-removed', `${at}/${name}`)];
    if (!isObject(one)) return isList ? [] : [changeOf('file-added', `${at}/${name}`)];
    return isSame(one, other) ? [] : diffEntry(`${at}/${name}`, one, other);
  });
}

function diffEntry(at: string, before: JsonObject, after: JsonObject): SchemaChange[] {
  if (REFERENCES.test(at)) return [changeOf('reference-changed', at)];
  // Whether a file is frozen says what may be changed in it, and is no change itself.
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => key !== 'x-frozen',
  );
  const differing = keys.filter((key) => !isSame(before[key], after[key]));
  const meaning = differing.filter((key) => !isSame(withoutWords(before)[key], withoutWords(after)[key]));
  const words = differing.filter((key) => !meaning.includes(key));
  return [
    ...(words.length > 0 ? [changeOf('wording-changed', at, { keyword: words.join(', ') })] : []),
    ...meaning.map((keyword) => changeOf('meaning-changed', at, { keyword })),
  ];
}

function withoutWords(value: JsonObject): JsonObject {
  return JSON.parse(
    JSON.stringify(value, (key, each: unknown) => (WORDS.has(key) ? undefined : each)),
  ) as JsonObject;
}

function byId(terms: readonly unknown[]): JsonObject {
  return Object.fromEntries(terms.filter(isObject).map((term) => [String(term.id), term]));
}
