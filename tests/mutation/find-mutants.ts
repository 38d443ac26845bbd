import { type TransformOptions, transformSync } from 'esbuild';
import { MUTATION_RULES } from './mutation-rules.ts';

/** A source file with one small fault put in. */
export interface Mutant {
  readonly file: string;
  readonly kind: string;
  readonly line: number;
  /** The lines that differ, without the space around them. */
  readonly before: string;
  readonly after: string;
  /** The whole file as broken. */
  readonly text: string;
}

/**
 * Every mutant of a source file that compiles and compiles to something else.
 *
 * @param file - Its name, for the report.
 */
export function findMutants(file: string, source: string): Mutant[] {
  const compiled = compile(source);
  const found = new Map<string, Mutant>();
  for (const { kind, pattern, instead } of MUTATION_RULES) {
    for (const match of source.matchAll(pattern)) {
      for (const replacement of instead(match)) {
        const text = source.slice(0, match.index) + replacement + source.slice(match.index + match[0].length);
        const result = compile(text);
        if (result === undefined || result === compiled || found.has(result)) continue;
        found.set(result, { file, kind, text, ...difference(source, text) });
      }
    }
  }
  return [...found.values()];
}

const COMPILING: TransformOptions = {
  loader: 'ts',
  minifyWhitespace: true,
  logLevel: 'silent',
  // So that the declaration of a field alone is nothing but a type.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
};

/** The JavaScript of a text without types, comments and white space; undefined if it is not TypeScript. */
function compile(text: string): string | undefined {
  try {
    return transformSync(text, COMPILING).code;
  } catch {
    return undefined;
  }
}

/** The lines that differ. Every rule keeps the number of lines. */
function difference(source: string, text: string): Pick<Mutant, 'line' | 'before' | 'after'> {
  const after = text.split('\n');
  const changed = source
    .split('\n')
    .map((before, index) => ({
      line: index + 1,
      before: before.trim(),
      after: (after[index] as string).trim(),
    }))
    .filter((each) => each.before !== each.after);
  return {
    line: changed[0]?.line as number,
    before: changed.map((each) => each.before).join(' '),
    after: changed.map((each) => each.after).join(' '),
  };
}
