import { CODE_LISTS } from '../../generated/code-lists.ts';
import { TABLES } from '../../generated/tables.ts';
import type { ChosenList } from '../../table-description.ts';

const CATEGORY = TABLES.characteristics.fields.find((field) => field.name === 'category');

const LISTS: ReadonlyMap<string, ChosenList> = new Map(Object.entries(CATEGORY?.chosen_by?.lists ?? {}));

/** What the table says of a characteristic: its list, its ages and populations, how fine an area it may have. */
export function characteristicOf(id: string): ChosenList | undefined {
  return LISTS.get(id);
}

/** Whether a characteristic is sent for a health board or broader only. */
export function isBoardOnly(id: string): boolean {
  return LISTS.get(id)?.below_board === false;
}

/** The characteristics that must be sent, or named as not collected: everywhere, or in Wales. */
export function requiredCharacteristics(isWelsh: boolean): readonly string[] {
  return CODE_LISTS.characteristic.codes
    .filter((code) => code.level === 'required' || (isWelsh && code.level === 'required_wales'))
    .map((code) => code.code);
}
