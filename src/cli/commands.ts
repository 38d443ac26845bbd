import type { Config, Role } from '../config.ts';
import type { Text } from '../standard/text.ts';
import type { AuditEntry } from '../store/audit-log.ts';
import type { OpenDatabase } from '../store/database.ts';
import type { DatabaseRole } from '../store/roles.ts';
import type { Command } from './command.ts';
import { PORTABLE_COMMANDS } from './portable-commands.ts';
import type { Terminal } from './terminal.ts';

/**
 * Every command, by name. Each one's module is read when it is asked for, so that checking a file does not wait
 * for a database driver.
 */
export const COMMANDS: Readonly<Record<string, Command>> = {
  ...PORTABLE_COMMANDS,
  serve: {
    summary: { en: 'Run the service', cy: 'Rhedeg y gwasanaeth' },
    usage: async () => (await import('./serve.ts')).SERVE_USAGE,
    async run(argv, terminal) {
      const config = await configOf(terminal);
      const { serveCommand } = await import('./serve.ts');
      return serveCommand(argv, terminal, config);
    },
  },
  keys: {
    summary: {
      en: 'Make, list, replace and revoke keys of organisations',
      cy: 'Gwneud, rhestru, newid a dirymu allweddi sefydliadau',
    },
    usage: async () => (await import('./keys.ts')).KEYS_USAGE,
    async run(argv, terminal) {
      const { keysCommand } = await import('./keys.ts');
      return withDatabase(terminal, MANAGING, ({ db }) => keysCommand(argv, { ...terminal, db }));
    },
  },
  clients: {
    summary: {
      en: 'Say which OAuth clients speak for which organisation',
      cy: "Dweud pa gleientiaid OAuth sy'n siarad ar ran pa sefydliad",
    },
    usage: async () => (await import('./clients.ts')).CLIENTS_USAGE,
    async run(argv, terminal) {
      const { clientsCommand } = await import('./clients.ts');
      return withDatabase(terminal, MANAGING, ({ db }, { oauth }) =>
        clientsCommand(argv, { ...terminal, db, issuer: oauth?.issuer ?? null }),
      );
    },
  },
  audit: {
    summary: { en: 'Show who changed what, and when', cy: 'Dangos pwy a newidiodd beth, a phryd' },
    usage: async () => (await import('./audit.ts')).AUDIT_USAGE,
    async run(argv, terminal) {
      const { auditCommand } = await import('./audit.ts');
      return withDatabase(terminal, MANAGING, ({ db }) => auditCommand(argv, { ...terminal, db }));
    },
  },
  services: {
    summary: { en: 'Fill and list the services register', cy: "Llenwi a rhestru'r gofrestr gwasanaethau" },
    usage: async () => (await import('./services.ts')).SERVICES_USAGE,
    async run(argv, terminal) {
      const { servicesCommand } = await import('./services.ts');
      return withDatabase(terminal, MANAGING, ({ db }) => servicesCommand(argv, { ...terminal, db }));
    },
  },
  organisations: {
    summary: {
      en: 'Keep the register of organisations and what each has to send',
      cy: 'Cadw cofrestr y sefydliadau a beth sydd raid i bob un ei anfon',
    },
    usage: async () => (await import('./organisations.ts')).ORGANISATIONS_USAGE,
    async run(argv, terminal) {
      const { organisationsCommand } = await import('./organisations.ts');
      return withDatabase(terminal, MANAGING, ({ db }) => organisationsCommand(argv, { ...terminal, db }));
    },
  },
  submissions: {
    summary: {
      en: 'Show what was sent, and what was confirmed in which words',
      cy: "Dangos yr hyn a anfonwyd, a'r hyn a gadarnhawyd ym mha eiriau",
    },
    usage: async () => (await import('./submissions.ts')).SUBMISSIONS_USAGE,
    async run(argv, terminal) {
      const { submissionsCommand } = await import('./submissions.ts');
      return withDatabase(terminal, MANAGING, ({ db }) => submissionsCommand(argv, { ...terminal, db }));
    },
  },
  periods: {
    summary: {
      en: 'Set the days of periods, where they differ from the standard',
      cy: "Gosod diwrnodau cyfnodau, lle maent yn wahanol i'r safon",
    },
    usage: async () => (await import('./periods.ts')).PERIODS_USAGE,
    async run(argv, terminal) {
      const { periodsCommand } = await import('./periods.ts');
      return withDatabase(terminal, MANAGING, ({ db }) => periodsCommand(argv, { ...terminal, db }));
    },
  },
  release: {
    summary: {
      en: 'Build, publish, list and withdraw releases',
      cy: 'Adeiladu, cyhoeddi, rhestru a thynnu datganiadau yn ôl',
    },
    usage: async () => (await import('./release-usage.ts')).RELEASE_USAGE,
    async run(argv, terminal) {
      if (argv[0] === 'withdraw') return withdraw(argv.slice(1), terminal);
      const { releaseCommand } = await import('./release.ts');
      return withDatabase(terminal, RELEASING, ({ db, pool }, config) =>
        releaseCommand(argv, {
          ...terminal,
          db,
          pool,
          folders: config,
          keyPlaces: config,
          memoryMegabytes: config.buildMemoryMegabytes,
          now: new Date(),
        }),
      );
    },
  },
  rules: {
    summary: {
      en: 'Tell which stored returns would newly fail by the rules of this version',
      cy: "Dweud pa ffurflenni a storiwyd a fyddai'n methu o'r newydd yn ôl rheolau'r fersiwn hon",
    },
    usage: async () => (await import('./rules.ts')).RULES_USAGE,
    async run(argv, terminal) {
      const { rulesCommand } = await import('./rules.ts');
      return withDatabase(terminal, RELEASING, ({ db, pool }, { archiveDir }) =>
        rulesCommand(argv, { ...terminal, db, pool, archiveDir }),
      );
    },
  },
  demo: {
    summary: {
      en: 'Run the service with invented returns of Wales',
      cy: 'Rhedeg y gwasanaeth gyda ffurflenni dychmygol Cymru',
    },
    usage: async () => (await import('./demo.ts')).DEMO_USAGE,
    async run(argv, terminal) {
      const { demoCommand } = await import('./demo.ts');
      return demoCommand(argv, terminal, await configOf(terminal));
    },
  },
};

/** Withdrawing waits for no database, and may be done wherever an archive is. */
async function withdraw(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { archiveDir, role } = await configOf(terminal);
  const { withdrawReleaseCommand } = await import('./withdraw-release.ts');
  const { recordAudit } = await import('../store/audit-log.ts');
  const record = async (entry: AuditEntry) => {
    await withDatabase(terminal, RELEASING, async ({ db }) => {
      await recordAudit(db, entry);
      return 0;
    });
  };
  return withdrawReleaseCommand(argv, {
    ...terminal,
    archiveDir,
    now: new Date(),
    record: RELEASING.roles.includes(role) ? record : null,
  });
}

/** Where a command may run, as the other roles lack the database or must never hold the keys; and as whom in it. */
interface Access {
  readonly roles: readonly Role[];
  readonly databaseRole: DatabaseRole;
}
const MANAGING: Access = { roles: ['all', 'submission', 'release'], databaseRole: 'spcd_manage' };
const RELEASING: Access = { roles: ['all', 'release'], databaseRole: 'spcd_release' };

async function configOf({ environment }: Terminal): Promise<Config> {
  const { readConfig } = await import('../config.ts');
  return readConfig(environment);
}

async function withDatabase(
  terminal: Terminal,
  { roles, databaseRole }: Access,
  work: (database: OpenDatabase, config: Config) => Promise<number>,
): Promise<number> {
  const config = await configOf(terminal);
  if (!roles.includes(config.role)) {
    terminal.stderr.write(`${wrongRole(config.role, roles)[terminal.language]}\n`);
    return 2;
  }
  const { openStore } = await import('./open-store.ts');
  const log = (message: string) => terminal.stderr.write(`${message}\n`);
  const database = await openStore(config, { purpose: 'command', role: databaseRole, log });
  try {
    return await work(database, config);
  } finally {
    await database.close();
  }
}

function wrongRole(role: Role, roles: readonly Role[]): Text {
  const list = roles.join(', ');
  return {
    en: `This is not for a process with SPCD_ROLE=${role}: run it where SPCD_ROLE is one of ${list}.`,
    cy: `Nid yw hwn ar gyfer proses â SPCD_ROLE=${role}: rhedwch ef lle mae SPCD_ROLE yn un o ${list}.`,
  };
}
