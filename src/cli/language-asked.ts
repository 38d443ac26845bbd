import type { Language } from '../standard/text.ts';

interface LanguageAsked {
  /** Null where none is asked for, or one that there is not: then `--lang` stays for the command to refuse. */
  readonly language: Language | null;
  /** The other words of the command line. */
  readonly rest: readonly string[];
}

/**
 * Takes `--lang en` or `--lang=cy` from a command line, wherever it stands before `--`: so that the language holds for
 * whatever else is wrong with it.
 *
 * @example
 * takeLanguage(['--help', '--lang', 'cy']); // { language: 'cy', rest: ['--help'] }
 */
export function takeLanguage(argv: readonly string[]): LanguageAsked {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const at = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = words[at];
  if (word === undefined) return { language: null, rest: argv };
  const [given, length] = word === '--lang' ? [words[at + 1], 2] : [word.slice('--lang='.length), 1];
  if (given !== 'en' && given !== 'cy') return { language: null, rest: argv };
  return { language: given, rest: argv.toSpliced(at, length) };
}
