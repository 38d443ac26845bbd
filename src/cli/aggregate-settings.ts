import { suggestName } from '../standard/suggest.ts';
import { CannotRun } from './cannot-run.ts';
import { readSettings } from './read-settings.ts';

/** The fields of a header that no case can tell and that may change from run to run. */
export const SETTABLE = [
  'submitter',
  'figures_status',
  'source_kind',
  'sex_basis',
  'deprivation_index',
  'ethnicity_scheme',
  'support_tier_version',
  'services_included',
  'areas_complete',
  'source_system_name',
  'source_system_version',
  'notes_en',
  'notes_cy',
  'basis_note_en',
  'basis_note_cy',
] as const;

/** Fields that have an option of their own. */
const OPTION_OF: ReadonlyMap<string, string> = new Map([
  ['period', '--period'],
  ['source_system_extracted_at', '--extracted-at'],
]);

/**
 * The fields of the header that the command line gives.
 *
 * @throws {CannotRun} If one is not a field that can be set.
 */
export function readHeaderSettings(settings: readonly string[]): Record<string, string> {
  const given = readSettings(settings);
  for (const name of Object.keys(given)) {
    if (SETTABLE.some((settable) => settable === name)) continue;
    const option = OPTION_OF.get(name);
    if (option !== undefined) {
      throw new CannotRun({
        en: `--set cannot give ${name}: say it with ${option}.`,
        cy: `Ni all --set roi ${name}: dywedwch ef â ${option}.`,
      });
    }
    const near = suggestName(name, SETTABLE);
    const choices = SETTABLE.join(', ');
    throw new CannotRun({
      en: `--set cannot give ${name}.${near === null ? '' : ` Did you mean ${near}?`} It gives one of ${choices}.`,
      cy: `Ni all --set roi ${name}.${near === null ? '' : ` Ai ${near} oedd gennych mewn golwg?`} Mae'n rhoi un o ${choices}.`,
    });
  }
  return given;
}
