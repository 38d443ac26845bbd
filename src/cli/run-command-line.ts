import { NAME } from '../standard/about.ts';
import { SCHEMA_VERSION } from '../standard/generated/tables.ts';
import type { Language, Text } from '../standard/text.ts';
import type { Command } from './command.ts';
import type { Terminal } from './terminal.ts';

const MISUSED = 2;

/**
 * Runs one command line, such as `validate return.json`.
 *
 * @param commands - The commands there are, by name.
 * @param wordsOfFailure - What to say when a command throws.
 * @returns The exit code: the command's own, or 2 where there is no such command or it could not run.
 */
export async function runCommandLine(
  commands: Readonly<Record<string, Command>>,
  [name, ...argv]: readonly string[],
  terminal: Terminal,
  wordsOfFailure: (error: unknown, terminal: Terminal) => string | Promise<string>,
): Promise<number> {
  const { stdout, stderr, language } = terminal;
  if (name === '--help' || name === 'help') {
    stdout.write(usage(commands, language));
    return 0;
  }
  if (name === '--version') {
    stdout.write(`spcd, ${NAME[language]} ${SCHEMA_VERSION}\n`);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    if (name !== undefined) stderr.write(`${unknownCommand(name)[language]}\n\n`);
    stderr.write(usage(commands, language));
    return MISUSED;
  }
  try {
    return await command.run(argv, terminal);
  } catch (error) {
    stderr.write(await wordsOfFailure(error, terminal));
    return MISUSED;
  }
}

function usage(commands: Readonly<Record<string, Command>>, language: Language): string {
  const heading: Text = { en: 'Usage: spcd COMMAND', cy: 'Defnydd: spcd GORCHYMYN' };
  const more: Text = {
    en: '`spcd COMMAND --help` says more; `spcd --version` gives the version of the standard.',
    cy: 'Mae `spcd GORCHYMYN --help` yn dweud mwy; mae `spcd --version` yn rhoi fersiwn y safon.',
  };
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(15)}${summary[language]}`,
  );
  return [heading[language], '', ...lines, '', more[language], ''].join('\n');
}

function unknownCommand(name: string): Text {
  return { en: `There is no command ${name}.`, cy: `Nid oes gorchymyn ${name}.` };
}
