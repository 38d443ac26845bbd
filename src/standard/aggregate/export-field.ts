import type { CodeListId } from '../generated/code-lists.ts';
import type { Text } from '../text.ts';
import type { UsualWords } from './usual-words.ts';

/** What the cells of a field hold. */
export type FieldKind = 'id' | 'date' | 'code' | 'codes' | 'number' | 'yes_no' | 'postcode' | 'text';

/** One thing that a row of an export may hold, under whatever heading. */
export interface ExportField {
  readonly kind: FieldKind;
  readonly title: Text;
  /** What the field means, where its title does not say it. */
  readonly note?: Text;
  readonly list?: CodeListId;
  /** When given, only these codes of the list. */
  readonly codes?: readonly string[];
  /** The blanks its cells may stand for. The first is what an empty cell means. */
  readonly blanks?: readonly string[];
  /** Other words that headings use for it, in either language. */
  readonly headings?: readonly string[];
  /** Headings that other fields may have too: the field's only where the cells below are what it holds. */
  readonly sharedHeadings?: readonly string[];
  /** The field that must have been found too before a shared heading is this one's. */
  readonly besides?: string;
  /** Words that systems write for its codes: proposed, never read. */
  readonly words?: UsualWords;
  readonly required?: boolean;
}
