import { safeValue, WITHHELD } from '../../safe-value.ts';
import { asCandidate, isSlipOf } from '../../suggest.ts';

/** Folders that operating systems and workbooks have, and the two that lead elsewhere. */
const FOLDERS = /^(?:\.{0,2}|__MACOSX|xl|_rels|docProps|worksheets|theme|customXml)$/;
/** Files that operating systems leave, and the parts of a workbook. */
const FILES =
  /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\[Content_Types\]\.xml|(?:sheet|workbook|styles|sharedStrings|theme|core|app)\d{0,3}\.xml(?:\.rels)?)$/;
/** How one system names what it keeps beside a file. */
const BESIDE = /^\._/;

/**
 * The name of a file in a zip as a report may repeat it: one that is expected there or a slip of one, or one that
 * programs give; else `[withheld]`, since a file may be named after a person. Folders that people named are left out.
 *
 * @param expected - The names of the files that a return has.
 */
export function quoteFileName(name: string, expected: readonly string[]): string {
  const segments = name.split('/');
  const last = segments.pop() ?? '';
  const file = last.replace(BESIDE, '');
  const isKnown = FILES.test(file) || expected.some((other) => isSlipOf(file, asCandidate(other)));
  if (!isKnown) return WITHHELD;
  return safeValue([...segments.filter((segment) => FOLDERS.test(segment)), last].join('/'));
}
