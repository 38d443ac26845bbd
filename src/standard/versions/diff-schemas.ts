import Papa from 'papaparse';
import { CHANGE_LEVELS, changeOf, type SchemaChange } from './change.ts';
import { isObject, isSame, type JsonObject } from './compare-json.ts';
import { type CodeRecord, diffCodeList } from './diff-code-list.ts';
import { diffField, type LevelsByList } from './diff-field.ts';
import { diffFile } from './diff-file.ts';
import type { FilesByPath } from './layer-versions.ts';

/**
 * Every difference between two versions of the standard, each labelled by the rule that it falls under.
 *
 * @param before - All files of one version, by their path in its folder; as `filesOfVersion` gives them.
 * @returns The furthest reaching first, then by place.
 * @throws {SyntaxError} If a file that should be JSON is not.
 */
export function diffSchemas(before: FilesByPath, after: FilesByPath): SchemaChange[] {
  const levels = new Map([...levelsOf(before), ...levelsOf(after)]);
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(isOfTheStandard);
  const changes = paths.flatMap((path) => {
    const [one, other] = [before.get(path), after.get(path)];
    if (other === undefined) return [changeOf('file-removed', placeOf(path))];
    if (one === undefined) return [changeOf('file-added', placeOf(path))];
    return one === other ? [] : diffTexts(path, one, other, levels);
  });
  return changes.sort(
    (left, right) =>
      CHANGE_LEVELS.indexOf(left.level) - CHANGE_LEVELS.indexOf(right.level) ||
      compare(left.at, right.at) ||
      compare(left.rule, right.rule),
  );
}

/** Populations are what synthetic returns are drawn from, and no part of a return. */
function isOfTheStandard(path: string): boolean {
  return /\.(json|csv)$/.test(path) && !path.startsWith('populations/');
}

/** `tables/workforce.schema.json` is said as `tables/workforce`. */
function placeOf(path: string): string {
  return path.replace(/(\.schema)?\.(json|csv)$/, '');
}

function diffTexts(path: string, one: string, other: string, levels: LevelsByList): SchemaChange[] {
  const at = placeOf(path);
  if (path.startsWith('codelists/') && path.endsWith('.csv')) {
    return diffCodeList(at.slice('codelists/'.length), codesOf(one), codesOf(other));
  }
  if (path.endsWith('.csv')) return [changeOf('reference-changed', at)];
  const [before, after] = [parse(one), parse(other)];
  if (path.endsWith('.schema.json')) return diffField(at, before, after, levels);
  return isSame(before, after) ? [] : diffFile(at, before, after);
}

/** A file without what its version's number alone makes different. */
function parse(text: string): JsonObject {
  const document: unknown = JSON.parse(text.replace(/\/schema\/[0-9]+\.[0-9]+\//g, '/schema/'));
  if (!isObject(document)) throw new SyntaxError('A file of the standard is no JSON object');
  const { properties } = document;
  if (!isObject(properties) || !isObject(properties.schema_version)) return document;
  const { const: _, examples: __, ...field } = properties.schema_version;
  return { ...document, properties: { ...properties, schema_version: field } };
}

function codesOf(csv: string): Map<string, CodeRecord> {
  const { data } = Papa.parse<CodeRecord>(csv, { header: true, skipEmptyLines: true });
  return new Map(data.map((record) => [record.code ?? '', record]));
}

function levelsOf(files: FilesByPath): Map<string, string[]> {
  const { lists } = parse(files.get('codelists/lists.json') ?? '{}');
  const entries = isObject(lists) ? Object.entries(lists) : [];
  return new Map(
    entries.map(([id, list]) => {
      const levels = isObject(list) && Array.isArray(list.levels) ? (list.levels as JsonObject[]) : [];
      return [id, levels.map((level) => String(level.id))];
    }),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
