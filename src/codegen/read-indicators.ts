import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Indicator } from '../standard/indicators/indicator.ts';
import type { PeriodLevel } from '../standard/table-description.ts';
import type { JsonObject } from './read-schema.ts';

/** Reads `schema/<version>/indicators/*.json`, in the order that the files themselves give. */
export async function readIndicators(version: string, root: string): Promise<JsonObject[]> {
  const folder = join(root, 'schema', version, 'indicators');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const files = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as JsonObject),
  );
  return files.sort((left, right) => Number(left.order) - Number(right.order));
}

const LEVELS: readonly PeriodLevel[] = ['quarter', 'financial_year'];

/** The indicators without what only their files need, and with the periods that both of their parts have. */
export function asIndicators(files: readonly JsonObject[]): Indicator[] {
  return files.map((file) => {
    const { id, title, reading, kind, unit, direction, numerator, denominator, exclusions, note, ...rest } =
      file as unknown as Indicator;
    const parts = denominator === null ? [numerator] : [numerator, denominator];
    const period_levels = LEVELS.filter((level) =>
      parts.every(({ question }) => question.figures[level] !== undefined),
    );
    const { source, source_status } = rest;
    return {
      id,
      title,
      reading,
      kind,
      unit,
      direction,
      period_levels,
      numerator,
      denominator,
      exclusions,
      note,
      source,
      source_status,
    };
  });
}
