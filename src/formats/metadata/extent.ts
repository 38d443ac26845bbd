import type { Manifest } from '../../archive/manifest.ts';
import { CODE_LISTS } from '../../standard/generated/code-lists.ts';
import { type Dates, datesOf } from '../../standard/period.ts';
import type { Text } from '../../standard/text.ts';

/** The days that the figures of a release are of; undefined where it has no figures. */
export function daysOf({ tables }: Pick<Manifest, 'tables'>): Dates | undefined {
  const periods = Object.values(tables).flatMap((held) => [...held.quarters, ...held.financial_years]);
  const dates = periods.map(datesOf);
  const start = dates.map((each) => each.start).sort()[0];
  const end = dates
    .map((each) => each.end)
    .sort()
    .at(-1);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** An area that a release speaks of, as the statistics of the United Kingdom name it. */
export interface Place {
  /** Of the Office for National Statistics. */
  readonly iri: string;
  readonly code: string;
  readonly title: Text;
}

/** The areas that a release speaks of. */
export function placesOf({ scope }: Pick<Manifest, 'scope'>): Place[] {
  return scope.map((code) => ({
    iri: `http://statistics.data.gov.uk/id/statistical-geography/${code}`,
    code,
    title: CODE_LISTS.areas.codes.find((area) => area.code === code)?.title ?? { en: code, cy: code },
  }));
}
