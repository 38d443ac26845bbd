/**
 * A text as a reader of either language would type it: no accents, no capitals, no apostrophes, one space
 * between words and no other signs.
 *
 * @example
 * foldPlain("Sgwrs  yr hyn SY’N bwysig"); // 'sgwrs yr hyn syn bwysig'
 */
export function foldPlain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * What `foldPlain` gives, with the first sound of every word brought to one form, so that a Welsh word and
 * its mutated forms become equal: `presgripsiynu`, `bresgripsiynu` and `phresgripsiynu` all give
 * `bresgribsiynu`'s first letter `b`.
 *
 * Soft mutation makes `g` vanish and turns `c` into `g`, so all of `c, g, ch, ng, ngh` vanish here; likewise
 * `p, b, m, f, mh, ph` become `b`, and `t, d, n, nh, th, dd` become `d`. The result is a key for comparing,
 * never a word to show, and different words may share one: rank what matches more closely first.
 *
 * @example
 * foldWelsh('Phresgripsiynu Cymdeithasol') === foldWelsh('presgripsiynu gymdeithasol'); // true
 */
export function foldWelsh(text: string): string {
  return foldPlain(text).split(' ').map(foldInitial).join(' ');
}

/** The radical's class of each initial; the longest is tried first. */
const INITIALS: readonly (readonly [pattern: RegExp, folded: string])[] = [
  [/^(?:ngh|ng|ch|c|g)(?=.)/u, ''],
  [/^h(?=[aeiouwy])/u, ''],
  [/^(?:mh|ph|p|b|m|f(?!f))/u, 'b'],
  [/^(?:nh|th|dd|d|t|n)/u, 'd'],
  [/^(?:ll|l)/u, 'l'],
  [/^(?:rh|r)/u, 'r'],
];

function foldInitial(word: string): string {
  let folded = word;
  // What comes to light when `g` vanishes may itself be an initial that mutates: gwnaeth, gnawd.
  for (;;) {
    const next = foldOnce(folded);
    if (next === folded) return folded;
    folded = next;
  }
}

function foldOnce(word: string): string {
  for (const [pattern, folded] of INITIALS) {
    if (pattern.test(word)) return word.replace(pattern, folded);
  }
  return word;
}
