import { ReleaseRefused } from '../release/release-refused.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { VERSIONS } from '../standard/generated/versions.ts';
import { RELEASE_WITHDRAWAL_REASONS } from '../standard/release-withdrawal-reasons.ts';
import type { Text } from '../standard/text.ts';
import { type DatabaseCommandContext, REFUSED, runCommand } from './database-command.ts';

const COLLECTIONS = CODE_LISTS.collection.codes.map(({ code }) => code).join('|');
const REASONS = RELEASE_WITHDRAWAL_REASONS.map(({ code }) => code).join('|');

export const RELEASE_USAGE: Text = {
  en: [
    'Usage:',
    `  spcd release build [--collection ${COLLECTIONS}] [--id ID] [--schema-version ${VERSIONS.join('|')}]`,
    '  spcd release publish ID [--at YYYY-MM-DDTHH:MM:SSZ]',
    '  spcd release publish --due',
    '  spcd release unschedule ID',
    '  spcd release list [--json]',
    `  spcd release withdraw ID --reason ${REASONS}`,
    '',
    'build works out and protects every allowed figure; nobody sees it until it is published.',
    'At a version of the standard that is a draft it builds a trial, which cannot be published.',
    'publish makes it public, for good: a published release never changes.',
    'With --at nobody sees anything of it before that moment; unschedule takes it back until then.',
    'withdraw takes it back, for good: every address of it then gives a notice with the reason, and latest falls back.',
  ].join('\n'),
  cy: [
    'Defnydd:',
    `  spcd release build [--collection ${COLLECTIONS}] [--id ID] [--schema-version ${VERSIONS.join('|')}]`,
    '  spcd release publish ID [--at BBBB-MM-DDTAA:MM:EEZ]',
    '  spcd release publish --due',
    '  spcd release unschedule ID',
    '  spcd release list [--json]',
    `  spcd release withdraw ID --reason ${REASONS}`,
    '',
    'Mae build yn cyfrifo ac yn diogelu pob ffigur a ganiateir; ni wêl neb ef nes ei gyhoeddi.',
    "Yn ôl fersiwn o'r safon sy'n ddrafft mae'n adeiladu treial, na ellir ei gyhoeddi.",
    'Mae publish yn ei wneud yn gyhoeddus, am byth: nid yw datganiad cyhoeddedig byth yn newid.',
    'Gyda --at ni wêl neb ddim ohono cyn yr eiliad honno; tan hynny mae unschedule yn ei dynnu yn ôl.',
    "Mae withdraw yn ei dynnu'n ôl, am byth: mae pob cyfeiriad iddo wedyn yn rhoi hysbysiad gyda'r rheswm, a latest yn",
    'disgyn yn ôl.',
  ].join('\n'),
};

/** Runs one of the release commands, and puts in words what keeps it from being done. */
export async function runReleaseCommand(
  context: Pick<DatabaseCommandContext, 'stderr' | 'language'>,
  run: () => Promise<number>,
): Promise<number> {
  return runCommand(context, RELEASE_USAGE, async () => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ReleaseRefused)) throw error;
      context.stderr.write(`${error.text[context.language]}\n`);
      return REFUSED;
    }
  });
}
