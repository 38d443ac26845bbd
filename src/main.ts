import { COMMANDS } from './cli/commands.ts';
import { runCommandLine } from './cli/run-command-line.ts';
import { processTerminal, type Terminal } from './cli/terminal.ts';
import { ConfigError } from './config.ts';
import type { Text } from './standard/text.ts';
import { DatabaseUnusable } from './store/database-unusable.ts';

/** A wrong setting in both languages, since nobody has been asked yet which they read; anything else as it is. */
async function wordsOfFailure(error: unknown, { environment, language }: Terminal): Promise<string> {
  if (error instanceof ConfigError) {
    return error.faults.map(({ en, cy }) => `${en}\n${cy}\n`).join('');
  }
  if (error instanceof DatabaseUnusable) return `${error.text[language]}\n`;
  const failed: Text = { en: 'It could not be done', cy: 'Ni ellid ei wneud' };
  const { describeFailure } = await import('./http/log.ts');
  const described = describeFailure(error);
  const isVerbose = ['debug', 'trace'].includes(environment.SPCD_LOG_LEVEL ?? '');
  const words = isVerbose ? JSON.stringify(described, null, 2) : messagesOf(described).join(': ');
  return `${failed[language]}: ${words}\n`;
}

function messagesOf({ message, type, code, cause }: Record<string, unknown>): string[] {
  const own = message ?? [type, code].filter(Boolean).join(' ');
  return [String(own), ...(cause === undefined ? [] : messagesOf(cause as Record<string, unknown>))];
}

process.exitCode = await runCommandLine(COMMANDS, process.argv.slice(2), processTerminal(), wordsOfFailure);
