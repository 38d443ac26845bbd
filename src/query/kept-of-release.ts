import type { Archive } from '../archive/archive.ts';
import type { Manifest } from '../archive/manifest.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { CellSource } from './cell-source.ts';

type ReadOfTable<Value> = (source: CellSource, release: Manifest, table: TableName) => Promise<Value>;

/**
 * Reads something of a table of a release once and keeps it, as a release never changes.
 *
 * What failed, such as in a busy moment, is read again when it is asked again.
 */
export function keptOfRelease<Value>(read: ReadOfTable<Value>): ReadOfTable<Value> {
  const known = new WeakMap<Archive, Map<string, Promise<Value>>>();
  return (source, release, table) => {
    const kept = known.get(source.archive) ?? new Map<string, Promise<Value>>();
    known.set(source.archive, kept);
    const key = `${release.release} ${release.built_at} ${table}`;
    const found = kept.get(key) ?? read(source, release, table);
    kept.set(key, found);
    found.catch(() => kept.delete(key));
    return found;
  };
}
