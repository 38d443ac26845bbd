import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ReleaseCommandContext, releaseCommand } from '../../src/cli/release.ts';
import { listAudit } from '../../src/store/audit-log.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from '../release/small-return.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { NOW } from '../support/test-keys.ts';
import { run } from './run-command.ts';

let house: ReleaseHouse;
let keys: string;

beforeAll(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
  await house.accept([
    smallReturn('7A4', '2025-Q4', peopleIn({ W06000015: 50 })),
    smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 60 })),
  ]);
});

afterAll(() => house?.close());

beforeEach(() => {
  keys = join(house.folder, 'keys');
});

/** Runs `spcd release` with these words. */
function release(
  argv: readonly string[],
  language: 'en' | 'cy' = 'en',
  differences: Partial<ReleaseCommandContext> = {},
) {
  const command = (words: readonly string[], context: Parameters<typeof releaseCommand>[1]) =>
    releaseCommand(words, {
      ...context,
      pool: house.open.pool,
      folders: { privateDir: house.privateDir, archiveDir: house.archiveDir },
      keyPlaces: {
        keyFiles: { record: join(keys, 'record.key'), cell: join(keys, 'cell.key') },
        mayMakeKeys: true,
      },
      now: NOW,
      clock: () => 0,
      ...differences,
    });
  return run(command as Parameters<typeof run>[0], house.open.db, argv, language);
}

describe('spcd release', () => {
  it('builds under the next free name, tells nobody, publishes, and lists both', async () => {
    expect(await release(['list'])).toEqual({
      exitCode: 0,
      stdout: 'There are no releases.\n',
      stderr: '',
    });
    const built = await release(['build']);
    expect(built).toMatchObject({ exitCode: 0, stderr: '' });
    expect(built.stdout).toContain('spcd release publish returns-2026-q1-1');
    expect((await stat(join(keys, 'record.key'))).mode & 0o777).toBe(0o600);
    expect((await release(['list'])).stdout.split('\n')).toEqual([
      'RELEASE            COLLECTION  BUILT                     PUBLISHED',
      `returns-2026-q1-1  returns     ${NOW.toISOString()}  built, not published`,
      '',
    ]);

    expect((await release(['build'])).stdout).toContain('returns-2026-q1-2');
    expect(await release(['publish', 'returns-2026-q1-1'])).toMatchObject({
      exitCode: 0,
      stdout: 'Published returns-2026-q1-1.\n',
      stderr: '',
    });
    expect(await listAudit(house.open.db, { subject: 'returns-2026-q1-1' })).toMatchObject([
      { action: 'release_published', at: NOW, actor: { kind: 'command' } },
    ]);
    const { stdout } = await release(['list', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      published: [{ release: 'returns-2026-q1-1', collection: 'returns', published_at: NOW.toISOString() }],
      withdrawn: [],
      scheduled: [],
      drafts: ['returns-2026-q1-2'],
    });
    expect((await release(['build'])).stdout).toContain('returns-2026-q1-3');
  });

  it.each([
    [
      'en',
      [
        'Tables read and keyed: 0 of 2',
        'Tables read and keyed: 1 of 2',
        'Periods protected: 0 of 3',
        'Periods protected: 1 of 3',
        'Periods protected: 2 of 3',
      ],
    ],
    [
      'cy',
      [
        "Tablau wedi'u darllen a'u hallweddu: 0 o 2",
        "Tablau wedi'u darllen a'u hallweddu: 1 o 2",
        "Cyfnodau wedi'u diogelu: 0 o 3",
        "Cyfnodau wedi'u diogelu: 1 o 3",
        "Cyfnodau wedi'u diogelu: 2 o 3",
      ],
    ],
  ] as const)(
    'says in %s how far it is at most every two seconds, and nothing of what is sooner',
    async (language, lines) => {
      let reading = 0;
      const slow = () => {
        reading += 2000;
        return reading;
      };
      const told = await release(['build', '--id', `told-${language}`], language, { clock: slow });
      expect(told).toMatchObject({ exitCode: 0, stderr: `${lines.join('\n')}\n` });
      const still = await release(['build', '--id', `still-${language}`], language, { clock: () => 0 });
      expect(still).toMatchObject({ exitCode: 0, stderr: '' });
    },
  );

  it('schedules a release, shows that to the administrator, takes it back, and publishes what is due', async () => {
    const at = new Date(NOW.getTime() + 60_000);
    const moment = at.toISOString().replace('.000Z', 'Z');
    await release(['build', '--id', 'later']);
    expect(await release(['publish', 'later', '--at', moment])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(`later becomes public at ${at.toISOString()}`),
    });
    expect((await release(['list'])).stdout).toMatch(`scheduled for ${at.toISOString()}`);
    expect((await release(['list'], 'cy')).stdout).toMatch(`wedi'i amserlennu ar gyfer ${at.toISOString()}`);
    const listed = JSON.parse((await release(['list', '--json'])).stdout);
    expect(listed.scheduled).toEqual([{ release: 'later', at: at.toISOString() }]);
    expect(await release(['build', '--id', 'later'])).toMatchObject({ exitCode: 1 });
    expect(await release(['publish', 'later'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('spcd release unschedule later'),
    });
    expect(await release(['unschedule', 'later'])).toMatchObject({ exitCode: 0 });
    expect(await release(['unschedule', 'later'])).toMatchObject({ exitCode: 1 });
    await release(['build', '--id', 'later']);
    await release(['publish', 'later', '--at', moment.replace('Z', '+00:00')]);
    expect(await release(['publish', '--due'])).toMatchObject({ exitCode: 0, stdout: '' });
    const due = await release(['publish', '--due'], 'en', { now: at });
    expect(due).toMatchObject({ exitCode: 0, stdout: 'Published later.\n' });
    const written = await listAudit(house.open.db, { subject: 'later' });
    expect(written.map(({ action }) => action)).toEqual([
      'release_scheduled',
      'release_unscheduled',
      'release_scheduled',
      'release_published',
    ]);
  });

  it('uses the same keys again, so that the same question has the same answer', async () => {
    const before = await readFile(join(keys, 'cell.key'));
    await release(['build', '--id', 'again']);
    expect(await readFile(join(keys, 'cell.key'))).toEqual(before);
  });

  it('builds a trial at a draft when asked to, says that it is one, and publishes it under no circumstances', async () => {
    const built = await release(['build', '--id', 'tried', '--schema-version', '1.1']);
    expect(built).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/trial tried at 1\.1/) });
    expect(built.stdout).not.toContain('spcd release publish');
    const welsh = await release(['build', '--id', 'tried', '--schema-version', '1.1'], 'cy');
    expect(welsh.stdout).toMatch(/treial tried yn ôl 1\.1/);
    expect((await release(['list'])).stdout).toContain('never: a trial of the draft 1.1');
    expect((await release(['list'], 'cy')).stdout).toContain("byth: treial o'r drafft 1.1");
    for (const [language, words] of [
      ['en', /tried is a trial.*1\.1/],
      ['cy', /Treial yw tried.*1\.1/],
    ] as const) {
      expect(await release(['publish', 'tried'], language)).toMatchObject({
        exitCode: 1,
        stdout: '',
        stderr: expect.stringMatching(words),
      });
    }
    await expect(stat(join(house.archiveDir, 'tried'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('makes no key where it may not', async () => {
    const keyPlaces = {
      keyFiles: { record: join(keys, 'none.key'), cell: join(keys, 'cell.key') },
      mayMakeKeys: false,
    };
    await expect(release(['build'], 'en', { keyPlaces })).rejects.toThrow('none.key');
  });

  it.each<[string, string[], RegExp]>([
    ['a collection without returns', ['build', '--collection', 'evidence'], /evidence/],
    [
      'a collection without returns, under a name of its own',
      ['build', '--collection', 'evidence', '--id', 'x'],
      /evidence/,
    ],
    ['an id that is published', ['build', '--id', 'returns-2026-q1-1'], /returns-2026-q1-1/],
    ['an id that can be none', ['build', '--id', '../x'], /\.\.\/x/],
    ['a release that was not built', ['publish', 'nothing'], /nothing/],
    ['a release that is published', ['publish', 'returns-2026-q1-1'], /returns-2026-q1-1/],
  ])('refuses %s in words of either language, with exit code 1', async (_, argv, words) => {
    const english = await release(argv);
    const welsh = await release(argv, 'cy');
    expect(english).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringMatching(words) });
    expect(welsh).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringMatching(words) });
    expect(welsh.stderr).not.toBe(english.stderr);
  });

  it.each([
    [],
    ['destroy'],
    ['build', '--collection', 'nope'],
    ['build', '--collection', 'sandbox'],
    ['build', '--what'],
    ['build', '--schema-version', '1.2'],
    ['build', '--schema-version', '__proto__'],
    ['build', '--schema-version', ''],
    ['publish'],
    ['publish', 'a', 'b'],
    ['publish', 'a', '--at', 'tomorrow'],
    ['publish', 'a', '--at', '2026-11-24T09:30'],
    ['publish', 'a', '--at', '2026-02-30T09:30Z'],
    ['publish', 'a', '--at', '2026-11-24T99:30Z'],
    ['publish', 'a', '--due'],
    ['publish', '--due', '--at', '2026-11-24T09:30Z'],
    ['unschedule'],
  ])('shows its usage when asked to %j, with exit code 2', async (...argv) => {
    for (const language of ['en', 'cy'] as const) {
      const { exitCode, stdout, stderr } = await release(argv, language);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain(language === 'en' ? 'Usage:' : 'Defnydd:');
    }
  });
});
