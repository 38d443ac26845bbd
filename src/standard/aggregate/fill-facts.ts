import type { CharacteristicCode } from '../generated/code-lists.ts';
import type { CaseRecord, PersonFacts } from './case-records.ts';
import { yearsBetween } from './day.ts';

const UNKNOWN: ReadonlySet<string> = new Set(['not_known', 'not_collected']);

/** Whether a code says something: `not_stated` and `not_applicable` do. */
export function isKnown(code: string): boolean {
  return !UNKNOWN.has(code);
}

/**
 * What the first of some rows about one person says, with its gaps filled from the later ones. An age is brought
 * to the first row's day.
 */
export function fillFacts(rows: readonly Pick<CaseRecord, 'facts' | 'received'>[]): PersonFacts {
  const [first, ...others] = rows as [CaseRecord, ...CaseRecord[]];
  if (others.length === 0) return first.facts;
  const known = (codeOf: (facts: PersonFacts) => string) =>
    rows.map(({ facts }) => codeOf(facts)).find(isKnown) ?? codeOf(first.facts);
  const characteristics: Partial<Record<CharacteristicCode, string>> = {};
  for (const { facts } of rows) {
    for (const [id, category] of Object.entries(facts.characteristics)) {
      const characteristic = id as CharacteristicCode;
      if (!isKnown(characteristics[characteristic] ?? 'not_known'))
        characteristics[characteristic] = category;
    }
  }
  const aged = rows.find(({ facts }) => facts.age !== null);
  const place = placeOf(rows.map(({ facts }) => facts)) ?? first.facts;
  return {
    area_code: place.area_code,
    deprivation_quintile: place.deprivation_quintile,
    sex: known((facts) => facts.sex),
    born: rows.find(({ facts }) => facts.born !== null)?.facts.born ?? null,
    age: aged ? (aged.facts.age as number) - yearsBetween(first.received, aged.received) : null,
    age_band: known((facts) => facts.age_band),
    characteristics,
  };
}

/** Area and deprivation fifth belong together: they are of one address. */
function placeOf(facts: readonly PersonFacts[]): PersonFacts | undefined {
  return (
    facts.find(({ area_code }) => area_code !== null) ??
    facts.find(({ deprivation_quintile }) => isKnown(deprivation_quintile))
  );
}
