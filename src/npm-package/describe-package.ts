/**
 * The `package.json` of the published package.
 *
 * @param version - Version of the package, which is not that of the standard.
 * @param entries - Names of the subpaths; `index` is the package itself.
 */
export function describePackage(version: string, entries: readonly string[]) {
  const subpaths = entries.map((name) => [
    name === 'index' ? '.' : `./${name}`,
    { types: `./types/npm-package/entries/${name}.d.ts`, default: `./dist/${name}.js` },
  ]);
  return {
    name: '@spcd/core-dataset',
    version,
    description:
      'The Social Prescribing Core Dataset, a candidate standard: types, code lists, glossary, measures, rules and an offline validator.',
    keywords: ['social prescribing', 'health', 'wales', 'open data', 'json schema', 'validator'],
    license: '(MIT AND OGL-UK-3.0)',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.12.0' },
    bin: { spcd: 'cli/spcd.cjs' },
    exports: {
      ...Object.fromEntries(subpaths),
      './validators/*': {
        types: './types/standard/generated/validators/*.d.ts',
        default: './dist/validators/*.js',
      },
      './schema/*': './schema/*',
      './package.json': './package.json',
    },
    files: ['dist', 'types', 'schema', 'cli', 'docs', 'examples', 'THIRD-PARTY.md', 'LICENSE-DATA'],
  };
}
