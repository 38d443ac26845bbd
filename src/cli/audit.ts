import { parseArgs } from 'node:util';
import type { Language, Text } from '../standard/text.ts';
import { AUDIT_ACTIONS } from '../store/audit-actions.ts';
import { readAuditPages, type StoredAuditEntry } from '../store/audit-log.ts';
import { type DatabaseCommandContext, DONE, runCommand, UsageError } from './database-command.ts';

export const AUDIT_USAGE: Text = {
  en: 'Usage:\n  spcd audit list [--organisation CODE] [--subject ID] [--since YYYY-MM-DD[THH:MM:SSZ]] [--json]',
  cy: 'Defnydd:\n  spcd audit list [--organisation COD] [--subject ID] [--since BBBB-MM-DD[TAA:MM:EEZ]] [--json]',
};

const NOTHING: Text = {
  en: 'The audit log holds nothing that fits.',
  cy: "Nid oes dim sy'n cyfateb yn y cofnod archwilio.",
};

/**
 * `spcd audit`: shows who changed what and when, oldest first.
 *
 * @returns The exit code: 0 done, 2 a command line that cannot be followed.
 */
export async function auditCommand(
  argv: readonly string[],
  context: DatabaseCommandContext,
): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, AUDIT_USAGE, async () => {
    if (action === 'list') return list(rest, context);
    throw new UsageError({
      en: 'Say what to do with the audit log.',
      cy: "Dywedwch beth i'w wneud â'r cofnod archwilio.",
    });
  });
}

async function list(
  argv: readonly string[],
  { db, stdout, language }: DatabaseCommandContext,
): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      organisation: { type: 'string' },
      subject: { type: 'string' },
      since: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { organisation, subject } = values;
  let written = 0;
  for await (const page of readAuditPages(db, { organisation, subject, since: readSince(values.since) })) {
    for (const entry of page) {
      const begins = written === 0 ? '[' : ',';
      stdout.write(
        values.json ? `${begins}${JSON.stringify(asJson(entry))}` : `${lineOf(entry, language)}\n`,
      );
      written += 1;
    }
  }
  if (values.json) stdout.write(written === 0 ? '[]\n' : ']\n');
  else if (written === 0) stdout.write(`${NOTHING[language]}\n`);
  return DONE;
}

/** A day in UTC, or a moment. */
function readSince(given: string | undefined): Date | undefined {
  if (given === undefined) return undefined;
  const [, day, time = 'T00:00:00Z'] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}Z)?$/.exec(given) ?? [];
  const since = new Date(`${day}${time}`);
  // 30 February would otherwise be read as 2 March.
  if (day !== undefined && !Number.isNaN(since.getTime()) && since.toISOString().startsWith(day))
    return since;
  throw new UsageError({
    en: '--since takes a day or a moment in UTC: 2026-11-22 or 2026-11-22T09:30:00Z.',
    cy: 'Mae --since yn cymryd diwrnod neu eiliad yn UTC: 2026-11-22 neu 2026-11-22T09:30:00Z.',
  });
}

function asJson({ digest, ...entry }: StoredAuditEntry) {
  return { ...entry, digest: digest?.toString('hex') ?? null };
}

/** One entry on one line: when, who, what, of which, and whom it concerns. */
function lineOf(
  { at, actor, action, subject, organisation, tables, request_id }: StoredAuditEntry,
  language: Language,
) {
  const facts = [
    at.toISOString(),
    `${actor.kind} ${actor.id}`,
    AUDIT_ACTIONS[action]?.[language] ?? action,
    subject,
    organisation,
    tables?.join(',') ?? null,
    request_id,
  ];
  return facts.filter((fact) => fact !== null).join('  ');
}
