import type { StructuralRuleId } from '../../structural-rules.ts';
import type { Archive } from '../zip/archive-reader.ts';
import { readXml } from './read-xml.ts';

/** What one part of a workbook says of another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`, `externalLink`. */
  readonly kind: string;
  /** Name of the part in the zip; null when it lies outside the workbook, from where nothing is ever fetched. */
  readonly part: string | null;
}

/** The relationships of a part, or of the workbook as a whole when the part is the empty text. */
export function readRelationships(
  archive: Archive,
  part: string,
): { readonly relationships: readonly Relationship[]; readonly fault: StructuralRuleId | null } {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relationships: Relationship[] = [];
  const fault = readXml(archive, `${folder}_rels/${part.slice(slash)}.rels`, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship') return;
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      relationships.push({ id: Id, kind, part: TargetMode === 'External' ? null : resolve(folder, Target) });
    },
    close() {},
    text() {},
  });
  return { relationships, fault };
}

/** The name in the zip of a target given from a folder, which may step up but not out. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  const whole = target.startsWith('/') ? target : `${folder}${target}`;
  for (const step of whole.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
