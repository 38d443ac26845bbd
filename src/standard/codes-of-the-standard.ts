import { MEASURES } from './generated/measures.ts';
import { comparable } from './suggest.ts';
import { LISTS_OF_EVERY_VERSION } from './versions/every-version.ts';

const SHORT_NUMBER = /^\d{1,3}$/;
const PARTS_OF_A_CODE = /^[a-z0-9]+(?:_[a-z0-9]+)+$/;

/** Whether a text is a code or a label of any list in any version, whatever its case and spaces. */
export function isCodeOrLabel(text: string): boolean {
  return vocabulary().texts.has(comparable(text));
}

/**
 * Whether a text is put together as codes are, of words that codes have and numbers of up to three digits, two
 * parts at least: `16_42`, `white_asian`.
 */
export function isMadeOfCodeWords(text: string): boolean {
  if (!PARTS_OF_A_CODE.test(text)) return false;
  const { words } = vocabulary();
  return text.split('_').every((part) => SHORT_NUMBER.test(part) || words.has(part));
}

interface Vocabulary {
  readonly texts: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

let remembered: Vocabulary | null = null;

function vocabulary(): Vocabulary {
  if (remembered === null) {
    const entries = [
      ...Object.values(LISTS_OF_EVERY_VERSION).flatMap((list) => list.codes),
      ...Object.values(MEASURES).flatMap(({ id, instrument, title }) => [
        { code: id, title },
        { code: instrument, title },
      ]),
    ];
    remembered = {
      texts: new Set(entries.flatMap(({ code, title }) => [code, title.en, title.cy].map(comparable))),
      words: new Set(entries.flatMap(({ code }) => code.split('_'))),
    };
  }
  return remembered;
}
