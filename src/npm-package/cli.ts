import { PORTABLE_COMMANDS } from '../cli/portable-commands.ts';
import { runCommandLine } from '../cli/run-command-line.ts';
import { processTerminal, type Terminal } from '../cli/terminal.ts';
import type { Text } from '../standard/text.ts';

function wordsOfFailure(error: unknown, { language }: Terminal): string {
  const failed: Text = { en: 'It could not be done', cy: 'Ni ellid ei wneud' };
  return `${failed[language]}: ${error instanceof Error ? error.message : String(error)}\n`;
}

// No `await` at the top: the command is published as CommonJS.
void runCommandLine(PORTABLE_COMMANDS, process.argv.slice(2), processTerminal(), wordsOfFailure).then(
  (code) => {
    process.exitCode = code;
  },
);
