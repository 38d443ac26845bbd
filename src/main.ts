import { COMMANDS } from './cli/commands.ts';
import { processTerminal, type Terminal } from './cli/terminal.ts';
import { ConfigError } from './config.ts';
import type { Language, Text } from './standard/text.ts';

const MISUSED = 2;

/**
 * Runs one command line, such as `validate return.json`.
 *
 * @returns The exit code: the command's own, or 2 where there is no such command or it could not run.
 */
async function main([name, ...argv]: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, stderr, language } = terminal;
  if (name === '--help' || name === 'help') {
    stdout.write(usage(language));
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    if (name !== undefined) stderr.write(`${unknownCommand(name)[language]}\n\n`);
    stderr.write(usage(language));
    return MISUSED;
  }
  try {
    return await command.run(argv, terminal);
  } catch (error) {
    stderr.write(await wordsOfFailure(error, terminal));
    return MISUSED;
  }
}

function usage(language: Language): string {
  const heading: Text = { en: 'Usage: spcd COMMAND', cy: 'Defnydd: spcd GORCHYMYN' };
  const more: Text = {
    en: '`spcd COMMAND --help` says more.',
    cy: 'Mae `spcd GORCHYMYN --help` yn dweud mwy.',
  };
  const lines = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(12)}${summary[language]}`,
  );
  return [heading[language], '', ...lines, '', more[language], ''].join('\n');
}

function unknownCommand(name: string): Text {
  return { en: `There is no command ${name}.`, cy: `Nid oes gorchymyn ${name}.` };
}

/** A wrong setting in both languages, since nobody has been asked yet which they read; anything else as it is. */
async function wordsOfFailure(error: unknown, { environment, language }: Terminal): Promise<string> {
  if (error instanceof ConfigError) {
    return error.faults.map(({ en, cy }) => `${en}\n${cy}\n`).join('');
  }
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

process.exitCode = await main(process.argv.slice(2), processTerminal());
