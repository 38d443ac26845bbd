import { NAME } from '../standard/about.ts';
import { SCHEMA_VERSION } from '../standard/generated/tables.ts';
import type { Language, Text } from '../standard/text.ts';
import { wordsOfSystemFailure } from './cannot-run.ts';
import type { Command } from './command.ts';
import { takeLanguage } from './language-asked.ts';
import type { Terminal } from './terminal.ts';

const MISUSED = 2;

/**
 * Runs one command line, such as `validate return.json`. `--lang` may stand anywhere in it and holds for all that is said.
 *
 * @param commands - The commands there are, by name.
 * @param wordsOfFailure - What to say when a command throws.
 * @returns The exit code: the command's own, or 2 where there is no such command or it could not run.
 */
export async function runCommandLine(
  commands: Readonly<Record<string, Command>>,
  words: readonly string[],
  given: Terminal,
  wordsOfFailure: (error: unknown, terminal: Terminal) => string | Promise<string>,
): Promise<number> {
  const asked = takeLanguage(words);
  const [name, ...argv] = asked.rest;
  const terminal = { ...given, language: asked.language ?? given.language };
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
    if (command.usage !== undefined && asksForHelp(argv)) {
      stdout.write(`${(await command.usage())[language]}\n`);
      return 0;
    }
    return await command.run(argv, terminal);
  } catch (error) {
    const words = wordsOfSystemFailure(error);
    stderr.write(words === null ? await wordsOfFailure(error, terminal) : `${words[language]}\n`);
    return MISUSED;
  }
}

/** After `--` stand names, whatever they look like. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? undefined : end).includes('--help');
}

function usage(commands: Readonly<Record<string, Command>>, language: Language): string {
  const heading: Text = { en: 'Usage: spcd COMMAND', cy: 'Defnydd: spcd GORCHYMYN' };
  const more: Text = {
    en: '`spcd COMMAND --help` says more; `spcd --version` gives the version of the standard; --lang en|cy, the language.',
    cy: 'Mae `spcd GORCHYMYN --help` yn dweud mwy; mae `spcd --version` yn rhoi fersiwn y safon; --lang en|cy, yr iaith.',
  };
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(15)}${summary[language]}`,
  );
  return [heading[language], '', ...lines, '', more[language], ''].join('\n');
}

function unknownCommand(name: string): Text {
  return { en: `There is no command ${name}.`, cy: `Nid oes gorchymyn ${name}.` };
}
