import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Text } from '../standard/text.ts';
import { listServices, saveServices } from '../store/services-repository.ts';
import { type DatabaseCommandContext, DONE, REFUSED, runCommand, UsageError } from './database-command.ts';
import { readServices } from './read-services.ts';

const USAGE: Text = {
  en: 'Usage:\n  spcd services import FILE.json [--json]\n  spcd services list [--organisation CODE] [--json]',
  cy: 'Defnydd:\n  spcd services import FFEIL.json [--json]\n  spcd services list [--organisation COD] [--json]',
};

/**
 * `spcd services`: fills and lists the services register.
 *
 * @returns The exit code: 0 done, 1 a file that is not a list of services, 2 a command line that cannot be followed.
 */
export async function servicesCommand(
  argv: readonly string[],
  context: DatabaseCommandContext,
): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, USAGE, async () => {
    if (action === 'import') return importServices(rest, context);
    if (action === 'list') return list(rest, context);
    throw new UsageError({
      en: 'Say what to do with services.',
      cy: "Dywedwch beth i'w wneud â gwasanaethau.",
    });
  });
}

async function importServices(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new UsageError({ en: 'Name one file.', cy: 'Enwch un ffeil.' });
  }
  const { services, faults } = readServices(await readFile(path, 'utf8'));
  if (faults.length > 0) {
    const words = faults.map((fault) => `  ${fault[context.language]}`).join('\n');
    if (values.json) context.stdout.write(`${JSON.stringify({ saved: 0, faults })}\n`);
    else context.stderr.write(`${NOTHING_SAVED[context.language]}\n${words}\n`);
    return REFUSED;
  }
  await saveServices(context.db, services);
  const saved: Text = {
    en: `Services saved: ${services.length}.`,
    cy: `Gwasanaethau a gadwyd: ${services.length}.`,
  };
  context.stdout.write(
    values.json ? `${JSON.stringify({ saved: services.length, faults })}\n` : `${saved[context.language]}\n`,
  );
  return DONE;
}

async function list(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { organisation: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const services = await listServices(context.db, values.organisation);
  if (values.json) context.stdout.write(`${JSON.stringify(services)}\n`);
  else if (services.length === 0) context.stdout.write(`${NO_SERVICES[context.language]}\n`);
  for (const service of values.json ? [] : services) {
    const days = `${service.valid_from} – ${service.valid_to ?? ''}`.trimEnd();
    context.stdout.write(`${service.id}  ${service.submitter}  ${days}  ${service.name[context.language]}\n`);
  }
  return DONE;
}

const NOTHING_SAVED: Text = {
  en: 'Nothing was saved:',
  cy: 'Ni chadwyd dim:',
};
const NO_SERVICES: Text = { en: 'There are no services.', cy: 'Nid oes gwasanaethau.' };
