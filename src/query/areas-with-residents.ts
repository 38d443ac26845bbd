import type { Category } from '../disclosure/categories.ts';
import { systemOf } from '../disclosure/lattice.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { WALES } from '../standard/populations/residents.ts';
import type { ComparedCharacteristic } from './compared-characteristics.ts';
import type { Parameters, Question } from './question.ts';
import { replaceGroup, withChanged } from './question-text.ts';
import { refuseQuestion } from './refuse.ts';
import { ancestryOf } from './scope.ts';

/**
 * The code under which the residents of an area are held; null where they are not.
 *
 * A board of one authority has the residents of that authority, whichever of the two is asked.
 */
export function residentsAreaOf(
  { area, selectors }: Question,
  { id }: ComparedCharacteristic,
  { code, token }: Category,
): string | null {
  const held = Object.keys(WALES[id]?.areas ?? {});
  if (held.includes(code)) return code;
  const system = systemOf(area.field, selectors);
  const isSame = (other: string): boolean => {
    const level = system.levelOf(other);
    return level !== undefined && system.tokenAt(other, level) === token;
  };
  return held.find(isSame) ?? null;
}

/** @throws {ServiceError} If an area that is named, or all of those grouped, have no residents to compare with. */
export function refuseWithoutResidents(
  question: Question,
  characteristic: ComparedCharacteristic,
  given: Parameters,
): void {
  const { area } = question;
  const missing = area.categories.filter(
    (category) => residentsAreaOf(question, characteristic, category) === null,
  );
  const isNamed = missing.some(({ code }) => area.named.includes(code));
  const isTooFine = area.grouped && area.level.id === 'local_authority';
  if (missing.length === 0 || !(isNamed || isTooFine || missing.length === area.categories.length)) return;
  const choices = Object.keys(WALES[characteristic.id]?.areas ?? {});
  const [first] = missing as [Category];
  const named = CODE_LISTS.areas.codes.find(({ code }) => code === first.code)?.title ?? first.title;
  const nearest = ancestryOf(first.code).find((code) => choices.includes(code)) ?? choices.at(-1);
  throw refuseQuestion(
    area.field.name,
    {
      en: `No residents by ${characteristic.id} are held of ${named.en}. They are held of Wales and its health boards.`,
      cy: `Ni chedwir preswylwyr yn ôl ${characteristic.id} ar gyfer ${named.cy}. Fe'u cedwir ar gyfer Cymru a'i byrddau iechyd.`,
    },
    {
      choices,
      nearest: isTooFine
        ? withChanged(given, {
            by: replaceGroup(given.by, area.field.name, 'health_board'),
            [area.field.name]: undefined,
          })
        : withChanged(given, {
            by: replaceGroup(given.by, area.field.name),
            [area.field.name]: nearest,
          }),
    },
  );
}

/** The question without the areas of a grouping whose residents are not held, such as people from outside. */
export function withResidents(question: Question, characteristic: ComparedCharacteristic): Question {
  const categories = question.area.categories.filter(
    (category) => residentsAreaOf(question, characteristic, category) !== null,
  );
  return { ...question, area: { ...question.area, categories } };
}
