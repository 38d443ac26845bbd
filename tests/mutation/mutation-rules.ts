/** One small way to break a source text: what it looks for, and what may stand there instead. */
export interface MutationRule {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly instead: (match: RegExpExecArray) => readonly string[];
}

const OPPOSITES: Readonly<Record<string, string>> = {
  ' < ': ' <= ',
  ' <= ': ' < ',
  ' > ': ' >= ',
  ' >= ': ' > ',
  ' === ': ' !== ',
  ' !== ': ' === ',
  ' + ': ' - ',
  ' - ': ' + ',
  ' * ': ' / ',
  ' / ': ' * ',
  ' % ': ' * ',
  ' ** ': ' * ',
  ' += ': ' -= ',
  ' && ': ' || ',
  ' || ': ' && ',
  ' ?? ': ' && ',
  true: 'false',
  false: 'true',
  'Math.min': 'Math.max',
  'Math.max': 'Math.min',
  'Math.floor': 'Math.ceil',
  'Math.round': 'Math.floor',
  '.some(': '.every(',
  '.every(': '.some(',
};

function opposite(kind: string, pattern: RegExp): MutationRule {
  return { kind, pattern, instead: ([found]) => [OPPOSITES[found] as string] };
}

/**
 * The mutations, by kind. A pattern may also match where a change means nothing, such as in a comment or a type:
 * such changes are thrown away by whoever compiles them.
 */
export const MUTATION_RULES: readonly MutationRule[] = [
  {
    kind: 'number',
    pattern: /(?<![\w.$'])\d[\d_]*(?:\.\d+)?(?![\w.'])/g,
    instead: ([found]) =>
      [Number(found.replaceAll('_', '')) + 1, Number(found.replaceAll('_', '')) - 1].map(String),
  },
  opposite('comparison', / (?:<|<=|>|>=|===|!==) /g),
  opposite('arithmetic', / (?:\+|-|\*|\/|%|\*\*|\+=) /g),
  opposite('logic', / (?:&&|\|\||\?\?) /g),
  opposite('constant', /\b(?:true|false)\b/g),
  opposite('method', /Math\.(?:min|max|floor|round)\b|\.(?:some|every)\(/g),
  { kind: 'negation', pattern: /!(?=[\w(])/g, instead: () => [''] },
  {
    kind: 'condition',
    pattern: /\bif \((.*)\)(?= )/g,
    instead: ([, condition]) => [`if (true || (${condition}))`, `if (false && (${condition}))`],
  },
  {
    kind: 'condition',
    pattern: /\? ([^?:;]+?)(\s+: )([^?:;,]+?)(?=[;,)}]|\n)/g,
    instead: ([, first, between, second]) => [`? ${second}${between}${first}`],
  },
  { kind: 'text', pattern: /'[^'\n]*'/g, instead: ([found]) => [`${found.slice(0, -1)}~'`] },
  { kind: 'text', pattern: /`(?=[^`\n]+`)/g, instead: () => ['`~'] },
  { kind: 'text', pattern: /(?<=\})[^`${}\n]{1,2}(?=\$\{)/g, instead: () => ['~'] },
  {
    kind: 'swapped arguments',
    pattern: /(?<=\w)(?<!Math\.m\w\w)\(([\w.]+), ([\w.]+)\)/g,
    instead: ([, first, second]) => [`(${second}, ${first})`],
  },
  { kind: 'dropped element', pattern: /(?<=\[)[^[\],\n]+, (?=[^[\]\n]+\])/g, instead: () => [''] },
  { kind: 'dropped element', pattern: /, [^[\],\n]+(?=\])/g, instead: () => [''] },
  // A declaration left out is only a name that nobody knows.
  { kind: 'removed line', pattern: /(?<=\n) +(?!const |let )[^\s/*].*[;,](?=\n)/g, instead: () => [''] },
];
