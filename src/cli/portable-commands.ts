import type { Command } from './command.ts';

/**
 * The commands that need the standard and its client alone, by name: they are published with it as a package.
 *
 * Each one's module is read when it is asked for, so that a command does not wait for the others.
 */
export const PORTABLE_COMMANDS: Readonly<Record<string, Command>> = {
  validate: {
    summary: { en: 'Check a return against the standard', cy: 'Gwirio ffurflen yn erbyn y safon' },
    async run(argv, { stdin, stdout, stderr, environment, language }) {
      const { validateCommand } = await import('./validate.ts');
      return validateCommand(argv, {
        stdin,
        stdout: (text) => stdout.write(text),
        stderr: (text) => stderr.write(text),
        env: environment,
        language,
      });
    },
  },
  submit: {
    summary: { en: 'Send a return to a service', cy: 'Anfon ffurflen i wasanaeth' },
    async run(argv, terminal) {
      const { submitCommand } = await import('./submit.ts');
      return submitCommand(argv, terminal);
    },
  },
  aggregate: {
    summary: {
      en: 'Count exports of a case-management system into a return',
      cy: 'Cyfrif allforion system rheoli achosion i mewn i ffurflen',
    },
    async run(argv, terminal) {
      const { aggregateCommand } = await import('./aggregate.ts');
      return aggregateCommand(argv, terminal);
    },
  },
  synthesise: {
    summary: {
      en: 'Write invented returns to try things with',
      cy: 'Ysgrifennu ffurflenni dychmygol i roi cynnig arni',
    },
    async run(argv, terminal) {
      const { synthesiseCommand } = await import('./synthesise.ts');
      return synthesiseCommand(argv, terminal);
    },
  },
  template: {
    summary: { en: 'Write an empty return to fill in', cy: "Ysgrifennu ffurflen wag i'w llenwi" },
    async run(argv, terminal) {
      const { templateCommand } = await import('./template.ts');
      return templateCommand(argv, terminal);
    },
  },
  diff: {
    summary: {
      en: 'Say how two versions of the standard differ',
      cy: "Dweud sut mae dwy fersiwn o'r safon yn wahanol",
    },
    async run(argv, terminal) {
      const { diffCommand } = await import('./diff.ts');
      return diffCommand(argv, terminal);
    },
  },
  upgrade: {
    summary: {
      en: 'Lift a return to a later version of the standard',
      cy: "Codi ffurflen i fersiwn ddiweddarach o'r safon",
    },
    async run(argv, terminal) {
      const { upgradeCommand } = await import('./upgrade.ts');
      return upgradeCommand(argv, terminal);
    },
  },
};
