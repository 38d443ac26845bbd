import type { StructuralRuleId } from '../../structural-rules.ts';
import type { Archive } from '../zip/archive-reader.ts';
import { readXml } from './read-xml.ts';

const MAXIMUM_STRINGS = 2_000_000;
const MAXIMUM_CHARACTERS = 32 * 1024 * 1024;

/** The texts that the cells of a workbook share, by number. */
export function readSharedStrings(
  archive: Archive,
  part: string,
): { readonly strings: readonly string[]; readonly fault: StructuralRuleId | null } {
  const strings: string[] = [];
  const item = listenForText();
  let characters = 0;
  const isTooLarge = () => strings.length > MAXIMUM_STRINGS || characters > MAXIMUM_CHARACTERS;
  const fault = readXml(archive, part, {
    open(name) {
      if (name === 'si') item.start();
      else item.open(name);
    },
    close(name) {
      item.close(name);
      if (name !== 'si') return;
      const text = item.end();
      characters += text.length;
      if (!isTooLarge() || strings.length <= MAXIMUM_STRINGS) strings.push(text);
    },
    text: (text) => item.text(text),
    isDone: isTooLarge,
  });
  return { strings, fault: isTooLarge() ? 'workbook-not-too-large' : fault };
}

/** Gathers the text of one shared string or of a text in its cell: all its runs, without how to pronounce them. */
export function listenForText() {
  let gathered = '';
  let isInText = false;
  let isInPhonetic = false;
  return {
    start() {
      gathered = '';
    },
    open(name: string) {
      if (name === 't') isInText = true;
      else if (name === 'rPh') isInPhonetic = true;
    },
    close(name: string) {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isInPhonetic = false;
    },
    text(text: string) {
      if (isInText && !isInPhonetic) gathered += text;
    },
    end: () => unescapeText(gathered),
  };
}

/** A text with the characters that a workbook writes as `_x000D_`, since XML cannot hold them. */
function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
