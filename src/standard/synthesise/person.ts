import type { AreasCode, CharacteristicCode } from '../generated/code-lists.ts';
import type { CharacteristicsRow, ProfilesRow } from '../generated/types.ts';

export type Category = CharacteristicsRow['category'];

/** An invented person. Nobody is behind it, and it never leaves the generator: only counts do. */
export interface Person {
  readonly area_code: AreasCode;
  readonly age_band: ProfilesRow['age_band'];
  readonly sex: ProfilesRow['sex'];
  readonly deprivation_quintile: ProfilesRow['deprivation_quintile'];
  readonly characteristics: Readonly<Partial<Record<CharacteristicCode, Category>>>;
}
