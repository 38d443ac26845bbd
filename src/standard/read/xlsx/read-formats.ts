import type { StructuralRuleId } from '../../structural-rules.ts';
import type { Archive } from '../zip/archive-reader.ts';
import { readXml } from './read-xml.ts';

/** How a cell shows the number it holds, as far as that changes what a person reads. */
export type NumberFormat = 'plain' | 'date' | 'percentage';

/** The built-in formats of dates and times, and of percentages. */
const DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
const PERCENTAGES = new Set([9, 10]);
const MAXIMUM_FORMATS = 100_000;

/** How each style of a workbook shows numbers, by the style's number. */
export function readFormats(
  archive: Archive,
  part: string,
): { readonly formats: readonly NumberFormat[]; readonly fault: StructuralRuleId | null } {
  const custom = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let isInCells = false;
  const isTooLarge = () => formats.length > MAXIMUM_FORMATS || custom.size > MAXIMUM_FORMATS;
  const fault = readXml(archive, part, {
    open(name, { numFmtId, formatCode = '' }) {
      const id = Number(numFmtId ?? 0);
      if (name === 'numFmt') custom.set(id, formatOfCode(formatCode));
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) formats.push(custom.get(id) ?? builtIn(id));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
    text() {},
    isDone: isTooLarge,
  });
  return { formats, fault: isTooLarge() ? 'workbook-not-too-large' : fault };
}

function builtIn(id: number): NumberFormat {
  if (PERCENTAGES.has(id)) return 'percentage';
  return DATES.some(([first, last]) => id >= first && id <= last) ? 'date' : 'plain';
}

/** What a format's code says: letters of days and hours, or a percent sign, outside quotes and brackets. */
function formatOfCode(code: string): NumberFormat {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (bare.includes('%')) return 'percentage';
  return /[dmyhs]/i.test(bare.replace(/general/gi, '')) ? 'date' : 'plain';
}
