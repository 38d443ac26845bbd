/** The text of each file of `schema/`, by its path in that folder: `1.0/tables/profiles.schema.json`. */
export type FilesByPath = ReadonlyMap<string, string>;

/** What a version that holds changes only says of itself. */
export const CHANGES_FILE = 'changes.json';

const VERSION = /^(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$/;

export function isVersion(name: string): boolean {
  return VERSION.test(name);
}

/** The order of versions: 1.9 comes before 1.10. Negative when the first is earlier. */
export function compareVersions(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}

/**
 * Makes every version whole: a version whose `changes.json` names the one it extends holds only the files that
 * differ, and takes all others from there, under its own number.
 *
 * @throws {RangeError} If a version extends one that is not there, is not a version, or is not earlier.
 */
export function layerVersions(files: FilesByPath): Map<string, string> {
  const whole = new Map(files);
  const versions = [...new Set([...files.keys()].map((path) => path.split('/')[0] as string))]
    .filter(isVersion)
    .sort(compareVersions);
  for (const version of versions) {
    const base = baseOf(version, files);
    if (base === null) continue;
    if (!versions.includes(base) || compareVersions(base, version) >= 0) {
      throw new RangeError(`schema ${version} extends ${base}, which is no earlier version beside it`);
    }
    for (const [path, text] of [...whole]) {
      const name = path.slice(base.length + 1);
      if (!path.startsWith(`${base}/`) || name === CHANGES_FILE || whole.has(`${version}/${name}`)) continue;
      whole.set(`${version}/${name}`, inherit(name, text, base, version));
    }
  }
  return whole;
}

/** The files of one version of those made whole, by their path in its folder; not its list of changes. */
export function filesOfVersion(whole: FilesByPath, version: string): Map<string, string> {
  const own = [...whole].filter(([path]) => path.startsWith(`${version}/`));
  return new Map(
    own
      .map(([path, text]) => [path.slice(version.length + 1), text] as const)
      .filter(([name]) => name !== CHANGES_FILE),
  );
}

/** The version that a version extends; null for one that is whole by itself. */
export function baseOf(version: string, files: FilesByPath): string | null {
  const text = files.get(`${version}/${CHANGES_FILE}`);
  if (text === undefined) return null;
  const { extends: base } = JSON.parse(text) as { readonly extends?: unknown };
  if (typeof base !== 'string' || !isVersion(base)) {
    throw new RangeError(`schema ${version}: "extends" in ${CHANGES_FILE} names no version`);
  }
  return base;
}

/** A file as it stands in a later version: its addresses, and the version a return names, are those of that one. */
function inherit(name: string, text: string, base: string, version: string): string {
  if (!name.endsWith('.json')) return text;
  const moved = text.replaceAll(`/schema/${base}/`, `/schema/${version}/`);
  if (name !== 'return.schema.json') return moved;
  const envelope = JSON.parse(moved) as { properties: { schema_version: Record<string, unknown> } };
  Object.assign(envelope.properties.schema_version, { const: version, examples: [version] });
  return `${JSON.stringify(envelope, null, 2)}\n`;
}
