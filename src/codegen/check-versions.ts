import { stepOf } from '../standard/versions/change.ts';
import type { ChangeRuleId } from '../standard/versions/change-rules.ts';
import { diffSchemas } from '../standard/versions/diff-schemas.ts';
import {
  baseOf,
  CHANGES_FILE,
  compareVersions,
  filesOfVersion,
  layerVersions,
} from '../standard/versions/layer-versions.ts';
import { metaFaults } from './check-against-meta.ts';
import { readVersionFiles, versionsOf } from './read-versions.ts';

/** What `changes.json` says of a version. */
interface ChangesFile {
  readonly draft: boolean;
  readonly changes: readonly { readonly rule: string; readonly level: string; readonly at: string }[];
}

/** What the validator can read beside the current version; see docs/decisions/ on versions. */
const READ_BESIDE_THE_CURRENT: ReadonlySet<ChangeRuleId> = new Set([
  'field-added',
  'code-added',
  'code-deprecated',
  'register-row-changed',
  'wording-changed',
  'reference-changed',
]);

/**
 * Holds each version's own list of changes against what differs, and its number against how far they reach.
 *
 * @param current - The version that the generated modules are of.
 * @returns One sentence for each fault.
 */
export async function versionFaults(current: string, root: string): Promise<string[]> {
  const files = await readVersionFiles(root);
  const whole = layerVersions(files);
  const faults: string[] = [];
  for (const version of versionsOf(files)) {
    const base = baseOf(version, files);
    if (base === null) continue;
    const name = `schema/${version}/${CHANGES_FILE}`;
    const said = JSON.parse(files.get(`${version}/${CHANGES_FILE}`) as string) as ChangesFile;
    const malformed = await metaFaults('changes', new Map([[name, said]]), root);
    if (malformed.length > 0) {
      faults.push(...malformed);
      continue;
    }
    const found = diffSchemas(filesOfVersion(whole, base), filesOfVersion(whole, version));
    faults.push(...disagreements(name, said.changes, found));
    const isSameMajor = version.split('.')[0] === base.split('.')[0];
    if (isSameMajor && stepOf(found) === 'major') {
      faults.push(`schema/${version} has major changes since ${base}: it needs the next major number`);
    }
    if (compareVersions(version, current) > 0) {
      const unread = found.filter(({ rule }) => !READ_BESIDE_THE_CURRENT.has(rule));
      faults.push(
        ...unread.map(
          ({ rule, at }) => `schema/${version}: ${rule} at ${at} cannot be read beside ${current} yet`,
        ),
      );
    }
  }
  return faults;
}

function disagreements(
  name: string,
  said: ChangesFile['changes'],
  found: readonly { readonly rule: string; readonly level: string; readonly at: string }[],
): string[] {
  const line = ({ rule, level, at }: (typeof found)[number]) => `${level} ${rule} at ${at}`;
  const [wanted, given] = [found.map(line), said.map(line)];
  return [
    ...wanted.filter((each) => !given.includes(each)).map((each) => `${name} does not say: ${each}`),
    ...given.filter((each) => !wanted.includes(each)).map((each) => `${name} says what is not so: ${each}`),
  ];
}
