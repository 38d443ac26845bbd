import { CannotRun } from './cannot-run.ts';

/**
 * Fields of a header as a command line gives them, `NAME=VALUE` each, by name.
 *
 * @throws {CannotRun} If one has no name or no equals sign.
 */
export function readSettings(settings: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    settings.map((setting) => {
      const at = setting.indexOf('=');
      if (at < 1) {
        throw new CannotRun({
          en: `--set takes NAME=VALUE, not ${setting}.`,
          cy: `Mae --set yn cymryd ENW=GWERTH, nid ${setting}.`,
        });
      }
      return [setting.slice(0, at), setting.slice(at + 1)];
    }),
  );
}
