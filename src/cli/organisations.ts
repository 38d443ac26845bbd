import { parseArgs } from 'node:util';
import type { Organisation } from '../standard/generated/types.ts';
import type { Language, Text } from '../standard/text.ts';
import { listOrganisations, saveOrganisations } from '../store/organisations-repository.ts';
import { actingUser } from './acting-user.ts';
import { type DatabaseCommandContext, DONE, REFUSED, runCommand, UsageError } from './database-command.ts';
import { importRegister } from './import-register.ts';
import { organisationsCompleteness } from './organisations-completeness.ts';
import { readOrganisations } from './read-organisations.ts';
import { registerHistory } from './register-history.ts';

export const ORGANISATIONS_USAGE: Text = {
  en: [
    'Usage:',
    '  spcd organisations set CODE --obligation core|standard|full --from YYYY-MM-DD [--to YYYY-MM-DD]',
    '      [--tables TABLE,TABLE] [--contact-role ROLE] [--contact-address ADDRESS] [--json]',
    '  spcd organisations import FILE.json [--json]',
    '  spcd organisations list [--json]',
    '  spcd organisations history CODE [--json]',
    '  spcd organisations completeness 2026-Q2 [--json]',
    '',
    'set writes the whole entry: what is left out is taken away. Without --tables, the tables of the obligation',
    'have to come. Role and address are public: never a name. completeness says who has sent what for a quarter.',
  ].join('\n'),
  cy: [
    'Defnydd:',
    '  spcd organisations set COD --obligation core|standard|full --from BBBB-MM-DD [--to BBBB-MM-DD]',
    '      [--tables TABL,TABL] [--contact-role RÔL] [--contact-address CYFEIRIAD] [--json]',
    '  spcd organisations import FFEIL.json [--json]',
    '  spcd organisations list [--json]',
    '  spcd organisations history COD [--json]',
    '  spcd organisations completeness 2026-Q2 [--json]',
    '',
    "Mae set yn ysgrifennu'r cofnod cyfan: caiff yr hyn a adewir allan ei dynnu. Heb --tables, rhaid i dablau'r",
    "rhwymedigaeth ddod. Mae'r rôl a'r cyfeiriad yn gyhoeddus: byth enw. Mae completeness yn dweud pwy a anfonodd beth ar",
    'gyfer chwarter.',
  ].join('\n'),
};

/**
 * `spcd organisations`: the register of organisations that send returns.
 *
 * @returns The exit code: 0 done, 1 an entry that cannot stand or was never there, 2 a command line that cannot be followed.
 */
export async function organisationsCommand(
  argv: readonly string[],
  context: DatabaseCommandContext,
): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, ORGANISATIONS_USAGE, async () => {
    if (action === 'set') return set(rest, context);
    if (action === 'import') return importOrganisations(rest, context);
    if (action === 'list') return list(rest, context);
    if (action === 'history') return registerHistory('organisations', rest, context);
    if (action === 'completeness') return organisationsCompleteness(rest, context);
    throw new UsageError({
      en: 'Say what to do with organisations.',
      cy: "Dywedwch beth i'w wneud â sefydliadau.",
    });
  });
}

async function set(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      obligation: { type: 'string' },
      tables: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      'contact-role': { type: 'string' },
      'contact-address': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [code, ...others] = positionals;
  if (code === undefined || others.length > 0) {
    throw new UsageError({ en: 'Name one organisation by its code.', cy: 'Enwch un sefydliad wrth ei god.' });
  }
  const given = {
    code,
    obligation: values.obligation,
    tables: values.tables?.split(','),
    valid_from: values.from,
    valid_to: values.to,
    contact_role: values['contact-role'],
    contact_address: values['contact-address'],
  };
  // Goes the way of a file, so that there is one set of rules for an entry.
  const { organisations, faults } = readOrganisations(JSON.stringify([given]));
  const [organisation] = organisations;
  if (organisation === undefined || faults.length > 0) {
    const words = faults.map((fault) => `  ${byOption(fault[context.language])}`);
    context.stderr.write(`${[NOT_SAVED[context.language], ...words].join('\n')}\n`);
    return REFUSED;
  }
  const changed = await save(context, [organisation]);
  const words = changed > 0 ? SAVED : SAME;
  context.stdout.write(
    values.json
      ? `${JSON.stringify(organisation)}\n`
      : `${words[context.language]} ${lineOf(organisation, context.language)}\n`,
  );
  return DONE;
}

/** Which option gives which field. */
const OPTIONS: Readonly<Record<string, string | undefined>> = {
  obligation: '--obligation',
  tables: '--tables',
  valid_from: '--from',
  valid_to: '--to',
  contact_role: '--contact-role',
  contact_address: '--contact-address',
};

/** The words of a fault in the only entry of a file, with the option of the command line that gives the field. */
function byOption(fault: string): string {
  return fault.replace(/^\/0\/?(\w*)/, (_, field: string) => {
    const option = OPTIONS[field];
    return option === undefined ? field : `${option} (${field})`;
  });
}

const NOT_SAVED: Text = { en: 'The entry was not saved:', cy: 'Ni chadwyd y cofnod:' };
const SAVED: Text = { en: 'Saved:', cy: 'Cadwyd:' };
const SAME: Text = { en: 'The register said so already:', cy: 'Roedd y gofrestr eisoes yn dweud hynny:' };
const NONE: Text = { en: 'There are no organisations.', cy: 'Nid oes sefydliadau.' };

function save({ db }: DatabaseCommandContext, saved: readonly Organisation[]): Promise<number> {
  return saveOrganisations(db, saved, { actor: actingUser(), at: new Date() });
}

function importOrganisations(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  return importRegister(argv, context, {
    read(text) {
      const { organisations, faults } = readOrganisations(text);
      return { entries: organisations, faults };
    },
    save: (saved) => save(context, saved),
    saved: (count, changed) => ({
      en: `Organisations saved: ${count}, of which changed: ${changed}.`,
      cy: `Sefydliadau a gadwyd: ${count}, ac o'r rheini newidiwyd: ${changed}.`,
    }),
  });
}

async function list(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } });
  const organisations = await listOrganisations(context.db);
  if (values.json) context.stdout.write(`${JSON.stringify(organisations)}\n`);
  else if (organisations.length === 0) context.stdout.write(`${NONE[context.language]}\n`);
  else for (const entry of organisations) context.stdout.write(`${lineOf(entry, context.language)}\n`);
  return DONE;
}

/** One organisation on one line: code, level, days, declared tables, whom to write to. */
function lineOf(organisation: Organisation, language: Language): string {
  const { code, obligation, tables, valid_from, valid_to, contact_role, contact_address } = organisation;
  const all: Text = { en: 'all tables of its level', cy: "holl dablau'r lefel" };
  return [
    code,
    obligation,
    `${valid_from} – ${valid_to ?? ''}`.trimEnd(),
    tables?.join(',') ?? all[language],
    ...[contact_role ?? [], contact_address ?? []].flat(),
  ].join('  ');
}
