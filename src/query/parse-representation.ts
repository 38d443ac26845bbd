import type { Manifest } from '../archive/manifest.ts';
import { ServiceError } from '../errors.ts';
import { isFinancialYear } from '../standard/period.ts';
import { INDEX_OF_RESIDENTS } from '../standard/populations/residents.ts';
import { INDEX_SELECTOR } from '../standard/table-description.ts';
import { refuseWithoutResidents, withResidents } from './areas-with-residents.ts';
import { offeringAskable } from './askable-nearest.ts';
import {
  COMPARED_CHARACTERISTICS,
  type ComparedCharacteristic,
  codesLeftOut,
} from './compared-characteristics.ts';
import { parseQuestion } from './parse-question.ts';
import type { Parameters, Question } from './question.ts';
import { questionParameters, withChanged } from './question-text.ts';
import { refuseMissing, refuseQuestion } from './refuse.ts';

/** People are counted once in a year, and only the whole of a year is compared. */
const FIGURE = 'people_first_in_year';

const POPULATIONS = ['supported', 'referred'] as const;

/** A question about who is reached, understood in full. */
export interface RepresentationQuestion {
  readonly characteristic: ComparedCharacteristic;
  /** The categories compared, a code each; the question asks for those left out too. */
  readonly compared: readonly string[];
  readonly question: Question;
  /** Everyone of the areas, and who among them lives outside; null unless the release is of that nation alone. */
  readonly outside: { readonly byCategory: Question; readonly everyone: Question } | null;
  /** The parameters that ask it again. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Reads a question that compares the people reached with the residents.
 *
 * @throws {ServiceError} PARAMETER_MISSING or QUESTION_NOT_IN_LATTICE, naming what has no residents to compare with,
 *   the choices, and the nearest question that can be asked.
 */
export function parseRepresentation(release: Manifest, given: Parameters): RepresentationQuestion {
  return offeringAskable((parameters) => readRepresentation(release, parameters), given);
}

function readRepresentation(release: Manifest, given: Parameters): RepresentationQuestion {
  const characteristic = readCharacteristic(given);
  const population = readPopulation(given);
  const level = readLevel(characteristic, given);
  refuseIndex(characteristic, given);
  refuseGroups(given);
  refusePeriod(release, characteristic, given);
  const own = { characteristic: characteristic.id, population, level };
  const compared = characteristic.levels[level] as readonly string[];
  const categories = [...compared, ...codesLeftOut(characteristic, level)].join(',');
  const inner = {
    population,
    ...characteristic.selectors,
    figure: FIGURE,
    period: given.period,
    by: given.by,
  };
  const read = (more: Parameters, table = characteristic.table) =>
    translating({ ...own, release: given.release }, () =>
      parseQuestion(release, table, { ...inner, ...more }),
    );
  const asked = read({ area_code: given.area_code, [characteristic.dimension]: categories });
  refuseWithoutResidents(asked, characteristic, given);
  const question = withResidents(asked, characteristic);
  const { by, period, area_code } = questionParameters(question);
  const hasNation = question.area.categories.some(({ code }) => release.scope.includes(code));
  const isOneNation = hasNation && release.scope.length === 1 && release.collection !== 'evidence';
  const everyone = (area_code: string): Parameters => ({ area_code, by: undefined, period });
  return {
    characteristic,
    compared,
    question,
    outside: isOneNation
      ? {
          byCategory: read({ ...everyone('outside_area'), [characteristic.dimension]: categories }),
          everyone: translating(own, () =>
            parseQuestion(release, 'profiles', {
              population,
              figure: FIGURE,
              ...everyone(`${release.scope[0]},outside_area`),
            }),
          ),
        }
      : null,
    parameters: {
      ...own,
      ...(by === undefined ? {} : { by }),
      period: period as string,
      ...(area_code === undefined ? {} : { area_code }),
    },
  };
}

/** Refusals of the table's own question, with the nearest question put in the words of this one. */
function translating<Result>(own: Parameters, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const errors = error.errors.map(({ nearest, ...fault }) => {
      if (nearest === undefined) return fault;
      const { by, period, area_code } = Object.fromEntries(new URLSearchParams(nearest));
      return { ...fault, nearest: withChanged(own, { by, period, area_code }) };
    });
    throw new ServiceError(error.code, error.detail, error.facts, { errors });
  }
}

function readCharacteristic(given: Parameters): ComparedCharacteristic {
  const choices = Object.keys(COMPARED_CHARACTERISTICS);
  const nearest = withChanged(given, { characteristic: 'ethnic_group', level: undefined });
  const asked = given.characteristic;
  if (asked === undefined) throw refuseMissing('characteristic', choices, nearest);
  const found = Object.hasOwn(COMPARED_CHARACTERISTICS, asked) ? COMPARED_CHARACTERISTICS[asked] : undefined;
  if (found !== undefined) return found;
  const shown = asked.slice(0, 40);
  throw refuseQuestion(
    'characteristic',
    {
      en: `No table of residents by "${shown}" is held, so there is nothing to compare the people reached with.`,
      cy: `Ni chedwir tabl o breswylwyr yn ôl "${shown}", felly nid oes dim i gymharu'r bobl a gyrhaeddwyd ag ef.`,
    },
    { choices, nearest },
  );
}

function readPopulation(given: Parameters): string {
  const asked = given.population ?? POPULATIONS[0];
  if (POPULATIONS.some((population) => population === asked)) return asked;
  throw refuseQuestion(
    'population',
    {
      en: 'The people compared are those supported or those referred.',
      cy: "Y bobl a gymherir yw'r rhai a gefnogwyd neu'r rhai a atgyfeiriwyd.",
    },
    { choices: POPULATIONS, nearest: withChanged(given, { population: undefined }) },
  );
}

function readLevel({ id, levels }: ComparedCharacteristic, given: Parameters): string {
  const choices = Object.keys(levels);
  const asked = given.level ?? (choices[0] as string);
  if (choices.includes(asked)) return asked;
  const shown = asked.slice(0, 40);
  throw refuseQuestion(
    'level',
    {
      en: `The people reached and the residents have no categories of ${id} in common at level "${shown}".`,
      cy: `Nid oes gan y bobl a gyrhaeddwyd a'r preswylwyr gategorïau o ${id} yn gyffredin ar lefel "${shown}".`,
    },
    { choices, nearest: withChanged(given, { level: undefined }) },
  );
}

function refuseIndex({ selectors }: ComparedCharacteristic, given: Parameters): void {
  const asked = given[INDEX_SELECTOR];
  if (asked === undefined || (asked === INDEX_OF_RESIDENTS && selectors[INDEX_SELECTOR] !== undefined))
    return;
  const shown = asked.slice(0, 40);
  throw refuseQuestion(
    INDEX_SELECTOR,
    {
      en: `Residents by deprivation fifth are held for ${INDEX_OF_RESIDENTS} alone, not for "${shown}"; another characteristic has no index.`,
      cy: `Cedwir preswylwyr yn ôl pumed amddifadedd ar gyfer ${INDEX_OF_RESIDENTS} yn unig, nid ar gyfer "${shown}"; nid oes mynegai gan nodwedd arall.`,
    },
    {
      choices: [INDEX_OF_RESIDENTS],
      nearest: withChanged(given, { [INDEX_SELECTOR]: undefined }),
    },
  );
}

/** Areas and periods alone are grouped: the categories always are. */
function refuseGroups(given: Parameters): void {
  const parts = given.by?.split(',') ?? [];
  const kept = parts.filter((part) => ['area_code', 'period'].includes(part.split('.')[0] ?? ''));
  if (kept.length === parts.length) return;
  throw refuseQuestion(
    'by',
    {
      en: 'The categories of the characteristic are always grouped; beside them, by may name area_code and period.',
      cy: "Mae categorïau'r nodwedd bob amser wedi'u grwpio; yn ogystal â nhw, caiff by enwi area_code a period.",
    },
    {
      choices: ['area_code.health_board', 'period.financial_year'],
      nearest: withChanged(given, { by: kept.join(',') || undefined }),
    },
  );
}

/** @throws {ServiceError} Unless every period is a whole financial year, or the years are grouped. */
function refusePeriod(release: Manifest, { table }: ComparedCharacteristic, given: Parameters): void {
  const years = release.tables[table]?.financial_years ?? [];
  const isGrouped = given.by?.split(',').some((part) => part === 'period.financial_year') === true;
  if (given.period === undefined && isGrouped) return;
  const isWhole =
    given.period?.split(',').every(isFinancialYear) === true && !given.by?.includes('period.quarter');
  if (isWhole) return;
  const by = given.by?.replace(/(^|,)period(\.\w*)?(?=,|$)/, '').replace(/^,/, '') || undefined;
  const nearest = withChanged(given, { by, period: years.at(-1) });
  if (given.period === undefined && years.length > 0 && !given.by?.includes('period')) {
    throw refuseMissing('period', years, nearest);
  }
  throw refuseQuestion(
    'period',
    {
      en: 'People are compared with residents over a whole financial year, such as 2025-26, once its four quarters are in the release.',
      cy: 'Cymherir pobl â phreswylwyr dros flwyddyn ariannol gyfan, fel 2025-26, pan fydd ei phedwar chwarter yn y datganiad.',
    },
    { choices: years, ...(years.length > 0 ? { nearest } : {}) },
  );
}
