import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/**
 * The packages whose code is inside ours, each with its licence in full.
 *
 * @param bundles - What esbuild says of the files it folded in.
 * @param repository - Where `node_modules` lies.
 */
export async function listThirdParties(bundles: readonly Metafile[], repository: string): Promise<string> {
  const inputs = bundles.flatMap((bundle) => Object.keys(bundle.inputs));
  const names = new Set(
    inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const sections = await Promise.all(
    [...names].sort().map(async (name) => {
      const folder = join(repository, 'node_modules', name);
      const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
        version: string;
        license: string;
      };
      const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
      if (file === undefined) return `## ${name} ${version}\n\nLicence: ${license}, as its package states.`;
      const text = (await readFile(join(folder, file), 'utf8')).trim();
      return `## ${name} ${version}\n\nLicence: ${license}\n\n\`\`\`text\n${text}\n\`\`\``;
    }),
  );
  return [
    '# Code of others in this package',
    'Folded into the files of `dist/` and `cli/`, so that nothing else need be installed.',
    ...sections,
    '',
  ].join('\n\n');
}
