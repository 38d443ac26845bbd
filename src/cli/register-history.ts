import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { Language, Text } from '../standard/text.ts';
import { listRegisterHistory, type RegisterHistoryLine } from '../store/register-history.ts';
import type { RegisterName } from '../store/stored-values.ts';
import { type DatabaseCommandContext, DONE, REFUSED, UsageError } from './database-command.ts';

const NAME_ONE: Text = { en: 'Name one entry of the register.', cy: 'Enwch un cofnod yn y gofrestr.' };

/**
 * `spcd organisations history`, `spcd services history`, `spcd periods history`: what an entry was before and
 * after each change, who changed it and when.
 *
 * @returns The exit code: 0 done, 1 no such entry was ever in the register.
 */
export async function registerHistory(
  register: RegisterName,
  argv: readonly string[],
  { db, language, stdout, stderr }: DatabaseCommandContext,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [entry, ...others] = positionals;
  if (entry === undefined || others.length > 0) throw new UsageError(NAME_ONE);
  const history = await listRegisterHistory(db, register, entry);
  if (values.json) stdout.write(`${JSON.stringify(history)}\n`);
  else for (const line of history) stdout.write(`${wordsOf(line, language)}\n`);
  if (history.length > 0) return DONE;
  if (!values.json) stderr.write(`${neverThere(entry)[language]}\n`);
  return REFUSED;
}

/** When and who on one line, then each field that changed: as it was, and as it is since. */
function wordsOf({ changed_at, actor, before, after }: RegisterHistoryLine, language: Language): string {
  const added: Text = { en: 'added', cy: 'ychwanegwyd' };
  const removed: Text = { en: 'removed', cy: 'tynnwyd' };
  const changed: Text = { en: 'changed', cy: 'newidiwyd' };
  const what = before === null ? added : after === null ? removed : changed;
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const fields = names.flatMap((name) => {
    const [was, is] = [before?.[name], after?.[name]];
    return isDeepStrictEqual(was, is) ? [] : [`  ${name}: ${shown(was)} → ${shown(is)}`];
  });
  return [`${changed_at.toISOString()}  ${actor}  ${what[language]}`, ...fields].join('\n');
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function neverThere(entry: string): Text {
  return {
    en: `${entry} was never in the register.`,
    cy: `Ni fu ${entry} erioed yn y gofrestr.`,
  };
}
