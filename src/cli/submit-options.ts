import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Confirmation } from '../npm-package/client/send-return.ts';
import { CannotRun, cannotRead } from './cannot-run.ts';
import { readCommandLine } from './read-command-line.ts';
import { SUBMIT_USAGE } from './submit-usage.ts';
import type { Terminal } from './terminal.ts';

/** The options of `spcd submit`, as they were typed. */
export function parseSubmitLine(argv: readonly string[]) {
  return readCommandLine(SUBMIT_USAGE, () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        key: { type: 'string' },
        'key-file': { type: 'string' },
        format: { type: 'string' },
        table: { type: 'string' },
        header: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        period: { type: 'string' },
        confirm: { type: 'string', multiple: true, default: [] },
        verify: { type: 'string' },
        async: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        'idempotency-key': { type: 'string' },
        'allow-plain-http': { type: 'boolean', default: false },
        lang: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
}

export type SubmitValues = ReturnType<typeof parseSubmitLine>['values'];

/**
 * The key to send with.
 *
 * @throws {CannotRun} If there is none, or it was typed where others can read it.
 */
export async function readKey(
  values: SubmitValues,
  terminal: Pick<Terminal, 'environment' | 'workingFolder'>,
) {
  if (values.key !== undefined) {
    throw new CannotRun({
      en: 'A key is never typed on the command line: every user of this machine can read it in the list of processes, and the shell keeps it in its history. Put it into a file that only you can read and give --key-file, or into SPCD_KEY. If this key is a real one, ask for a new one.',
      cy: "Ni theipir allwedd byth ar y llinell orchymyn: gall pob defnyddiwr o'r peiriant hwn ei darllen yn y rhestr o brosesau, ac mae'r gragen yn ei chadw yn ei hanes. Rhowch hi mewn ffeil na all neb ond chi ei darllen a rhowch --key-file, neu yn SPCD_KEY. Os yw'r allwedd hon yn un go iawn, gofynnwch am un newydd.",
    });
  }
  const file = values['key-file'];
  const text =
    file === undefined
      ? terminal.environment.SPCD_KEY
      : await readText(resolve(terminal.workingFolder, file));
  const key = text?.trim() ?? '';
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  if (key !== '') {
    throw new CannotRun({
      en: 'What was given as the key is none: a key is one word of plain letters, figures and signs.',
      cy: "Nid allwedd yw'r hyn a roddwyd: un gair o lythrennau, ffigurau ac arwyddion plaen yw allwedd.",
    });
  }
  throw new CannotRun({
    en: 'The key of the organisation is missing: give --key-file, or set SPCD_KEY.',
    cy: 'Mae allwedd y sefydliad ar goll: rhowch --key-file, neu gosodwch SPCD_KEY.',
  });
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw cannotRead(file, error);
  });
}

/**
 * The address of the service.
 *
 * @throws {CannotRun} If none was given.
 */
export function readUrl(values: SubmitValues, environment: Terminal['environment']): string {
  const url = values.url ?? environment.SPCD_URL ?? '';
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  if (url !== '') {
    throw new CannotRun({
      en: `${url} is not the address of a service: it begins with https://.`,
      cy: `Nid cyfeiriad gwasanaeth yw ${url}: mae'n dechrau â https://.`,
    });
  }
  throw new CannotRun({
    en: 'Say with --url, or in SPCD_URL, where the service is.',
    cy: "Dywedwch â --url, neu yn SPCD_URL, lle mae'r gwasanaeth.",
  });
}

/**
 * The values of `--confirm`.
 *
 * @throws {CannotRun} If one is not a rule and a reason with a colon between.
 */
export function readConfirms(values: readonly string[]): Confirmation[] {
  return values.map((value) => {
    const [, rule, reason] = /^([^:]+):([^:]+)$/.exec(value) ?? [];
    if (rule !== undefined && reason !== undefined) return { rule, reason };
    throw new CannotRun({
      en: `--confirm takes RULE:REASON, not ${value}.`,
      cy: `Mae --confirm yn cymryd RHEOL:RHESWM, nid ${value}.`,
    });
  });
}
