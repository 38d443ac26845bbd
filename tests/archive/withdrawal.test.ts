import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { noticeOf, readNotice, writeNotice } from '../../src/archive/withdrawal.ts';
import { RELEASE_WITHDRAWAL_REASONS } from '../../src/standard/release-withdrawal-reasons.ts';

const PUBLISHED = { collection: 'returns', published_at: '2026-01-01T00:00:00.000Z' };
const NOW = new Date('2026-02-01T00:00:00Z');

let folder: string;
let archive: Archive;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-withdrawal-'));
  archive = openArchive(folder);
  for (const [release, month] of [
    ['one', '01'],
    ['two', '02'],
  ]) {
    await mkdir(join(folder, release as string));
    const published_at = `2026-${month}-01T00:00:00Z`;
    const manifest = { release, ...PUBLISHED, published_at, tables: {}, coverage: [], scope: [], files: [] };
    await writeFile(join(folder, release as string, 'manifest.json'), JSON.stringify(manifest));
  }
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const noticeFor = (release: string) => noticeOf({ release, ...PUBLISHED }, 'says_too_much', NOW);
const standing = async () => (await archive.list()).map(({ release }) => release);
/** Longer than what was seen may be used. */
const later = () => new Promise((resolve) => setTimeout(resolve, 1100));

it('leaves out a release from the second in which its notice is written, and tells its notice instead', async () => {
  expect(await standing()).toEqual(['two', 'one']);
  const gone: string[] = [];
  archive.onGone((release) => gone.push(release));
  await writeNotice(folder, noticeFor('two'));
  await later();
  expect(await standing()).toEqual(['one']);
  expect(await archive.find('two')).toBeUndefined();
  expect((await archive.latest('returns'))?.release).toBe('one');
  expect(await archive.withdrawn()).toEqual([noticeFor('two')]);
  expect([archive.stands('two'), archive.stands('one')]).toEqual([false, true]);
  expect(gone).toEqual(['two']);
});

it('tells nobody who no longer listens', async () => {
  await standing();
  const gone: string[] = [];
  const stop = archive.onGone((release) => gone.push(release));
  stop();
  await rm(join(folder, 'two'), { recursive: true });
  expect(await standing()).toEqual(['one']);
  expect(gone).toEqual([]);
});

it('keeps a release withdrawn when all else of it is gone', async () => {
  await writeNotice(folder, noticeFor('two'));
  await rm(join(folder, 'two', 'manifest.json'));
  expect(await openArchive(folder).withdrawn()).toEqual([noticeFor('two')]);
});

it.each([
  '',
  '{"release":"two"',
  'null',
  '[]',
  '{"__proto__":{"release":"two"}}',
  JSON.stringify({ ...noticeOf({ release: 'one', ...PUBLISHED }, 'says_too_much', NOW) }),
  JSON.stringify({ ...noticeOf({ release: 'two', ...PUBLISHED }, 'says_too_much', NOW), reason: 'whim' }),
])('withdraws a release whose notice is damaged to %j, without a reason', async (text) => {
  await writeFile(join(folder, 'two', 'withdrawn.json'), text);
  expect(await standing()).toEqual(['one']);
  expect(await archive.withdrawn()).toMatchObject([{ release: 'two', withdrawn_at: null, reason: null }]);
  expect((await archive.withdrawn())[0]?.text.cy).toBe(
    "Tynnwyd y datganiad two yn ôl. Peidiwch â defnyddio ei ffigurau na'u rhannu, a dilëwch eich copïau ohonynt.",
  );
});

it('lets a release stand whose notice was not written to its end', async () => {
  await writeFile(join(folder, 'two', '.withdrawn.json.1'), '{"release"');
  expect(await standing()).toEqual(['two', 'one']);
  expect(await readNotice(folder, 'two')).toBeUndefined();
});

it('writes a notice whole, with nothing beside it', async () => {
  await writeNotice(folder, noticeFor('two'));
  expect((await readdir(join(folder, 'two'))).sort()).toEqual(['manifest.json', 'withdrawn.json']);
  expect(JSON.parse(await readFile(join(folder, 'two', 'withdrawn.json'), 'utf8'))).toEqual(noticeFor('two'));
});

it.each(RELEASE_WITHDRAWAL_REASONS)(
  'gives the reason $code in words of both languages',
  ({ code, title }) => {
    const { text } = noticeOf({ release: 'two', ...PUBLISHED }, code, NOW);
    expect(text.en).toContain(`The release two was withdrawn: ${title.en}.`);
    expect(text.cy).toContain(`Tynnwyd y datganiad two yn ôl: ${title.cy}.`);
  },
);
