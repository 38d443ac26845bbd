import type { Config } from '../config.ts';
import type { Text } from '../standard/text.ts';
import { DONE, MISUSED } from './database-command.ts';
import { type RunningService, startService } from './start-service.ts';
import type { Terminal } from './terminal.ts';

export const SERVE_USAGE: Text = {
  en: 'Usage: spcd serve\n\nStarts the service. Its settings are environment variables; see docs/operations.md.',
  cy: "Defnydd: spcd serve\n\nMae'n cychwyn y gwasanaeth. Newidynnau amgylchedd yw ei osodiadau; gweler docs/operations.md.",
};

const NOTHING_TO_SERVE: Text = {
  en: 'SPCD_ROLE=release listens on nothing: use spcd release.',
  cy: 'Nid yw SPCD_ROLE=release yn gwrando ar ddim: defnyddiwch spcd release.',
};

/**
 * `spcd serve`: runs the service until it is asked to end, by SIGINT or SIGTERM. A second signal ends it at once.
 *
 * @returns The exit code: 0 ended when asked, 2 a command line or role that cannot be followed.
 * @throws {Error} If it cannot be started.
 */
export async function serveCommand(
  argv: readonly string[],
  { stdout, stderr, language }: Terminal,
  config: Config,
): Promise<number> {
  if (argv.length > 0) {
    stderr.write(`${SERVE_USAGE[language]}\n`);
    return MISUSED;
  }
  if (config.role === 'release') {
    stderr.write(`${NOTHING_TO_SERVE[language]}\n`);
    return MISUSED;
  }
  const asked = askedToEnd();
  const service = await startService(config);
  stdout.write(`${wordsOfStart(config, service)[language]}\n`);
  await asked;
  await service.close();
  return DONE;
}

/** Heard from the start on, so that a signal while PostgreSQL comes up still closes it in order. */
export function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      // From here on a second signal does what it does to any program.
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end).on('SIGTERM', end);
  });
}

function wordsOfStart({ role }: Config, { address, publicUrl }: RunningService): Text {
  const links = [`${publicUrl}/`, `${publicUrl}/docs`, `${publicUrl}/openapi.json`].map(
    (link) => `  ${link}`,
  );
  return {
    en: [`SPCD listens on ${address} (role ${role}).`, ...links].join('\n'),
    cy: [`Mae SPCD yn gwrando ar ${address} (rôl ${role}).`, ...links].join('\n'),
  };
}
