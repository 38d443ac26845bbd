import type { Manifest } from '../archive/manifest.ts';
import type { TableName } from '../standard/generated/tables.ts';
import { nearestAskable } from './askable-nearest.ts';
import { parseQuestion } from './parse-question.ts';

/** The query text of a question about a table that can be asked; undefined where the release does not hold it. */
export function exampleQuestion(release: Manifest, table: TableName): string | undefined {
  return nearestAskable(
    (asked) => parseQuestion(release, table, asked),
    `release=${encodeURIComponent(release.release)}`,
  );
}
