import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackage } from '../../src/npm-package/build-package.ts';

/** An empty folder with the packed package installed in it, and nothing else. */
export interface InstalledPackage {
  readonly folder: string;
  readonly tarball: string;
  readonly built: string;
  /** Runs a program in the folder. */
  run(program: string, words: readonly string[]): string;
  remove(): void;
}

/** Builds and packs the package and installs the tarball, without asking any network. */
export async function installPackage(): Promise<InstalledPackage> {
  const root = mkdtempSync(join(tmpdir(), 'spcd-package-'));
  const built = join(root, 'built');
  const folder = join(root, 'consumer');
  await buildPackage(built);
  mkdirSync(folder);
  const run = (program: string, words: readonly string[], cwd = folder) =>
    execFileSync(program, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run('npm', ['pack', '--silent', '--pack-destination', root], built);
  const tarball = join(root, readdirSync(root).find((name) => name.endsWith('.tgz')) as string);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', type: 'module' }));
  run('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', tarball]);
  return {
    folder,
    tarball,
    built,
    run: (program, words) => run(program, words),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
