import { parseArgs } from 'node:util';
import type { Text } from '../standard/text.ts';
import { listServices, saveServices } from '../store/services-repository.ts';
import { actingUser } from './acting-user.ts';
import { type DatabaseCommandContext, DONE, runCommand, UsageError } from './database-command.ts';
import { importRegister } from './import-register.ts';
import { readServices } from './read-services.ts';
import { registerHistory } from './register-history.ts';

export const SERVICES_USAGE: Text = {
  en: [
    'Usage:',
    '  spcd services import FILE.json [--json]',
    '  spcd services list [--organisation CODE] [--json]',
    '  spcd services history ID [--json]',
  ].join('\n'),
  cy: [
    'Defnydd:',
    '  spcd services import FFEIL.json [--json]',
    '  spcd services list [--organisation COD] [--json]',
    '  spcd services history ID [--json]',
  ].join('\n'),
};

/**
 * `spcd services`: fills and lists the services register, and shows its history.
 *
 * @returns The exit code: 0 done, 1 a file that is not a list of services or an entry never there, 2 a command line that cannot be followed.
 */
export async function servicesCommand(
  argv: readonly string[],
  context: DatabaseCommandContext,
): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, SERVICES_USAGE, async () => {
    if (action === 'import') return importServices(rest, context);
    if (action === 'list') return list(rest, context);
    if (action === 'history') return registerHistory('services', rest, context);
    throw new UsageError({
      en: 'Say what to do with services.',
      cy: "Dywedwch beth i'w wneud â gwasanaethau.",
    });
  });
}

function importServices(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  return importRegister(argv, context, {
    read(text) {
      const { services, faults } = readServices(text);
      return { entries: services, faults };
    },
    save: (services) => saveServices(context.db, services, { actor: actingUser(), at: new Date() }),
    saved: (count) => ({
      en: `Services saved: ${count}.`,
      cy: `Gwasanaethau a gadwyd: ${count}.`,
    }),
  });
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

const NO_SERVICES: Text = { en: 'There are no services.', cy: 'Nid oes gwasanaethau.' };
