import type { Measure } from '../standard/measure.ts';
import type { SchemaSet } from './read-schema.ts';

/**
 * What a meta-schema cannot say of the measures: bands tile the scale, every number of an item is of an item,
 * conversion tables are whole, and what is named exists.
 *
 * @returns One sentence for each fault.
 */
export function measureFaults(schema: SchemaSet): string[] {
  const measures = schema.measures as unknown as readonly Measure[];
  const ids = measures.map(({ id }) => id);
  const valueSets =
    schema.codeLists.find(({ id }) => id === 'value_set')?.codes.map(({ code }) => code) ?? [];
  return measures.flatMap((measure) => {
    const faults = [
      ...(ids.indexOf(measure.id) === ids.lastIndexOf(measure.id) ? [] : ['is there twice']),
      ...measure.value_sets
        .filter((set) => !valueSets.includes(set))
        .map((set) => `names the unknown value set ${set}`),
      ...(measure.not_applicable === null || ids.includes(measure.not_applicable.scored_as)
        ? []
        : [`is scored as the unknown measure ${measure.not_applicable.scored_as}`]),
      ...bandFaults(measure),
      ...itemFaults(measure),
      ...algorithmFaults(measure),
    ];
    return faults.map((fault) => `measures/${measure.id}.json ${fault}`);
  });
}

/** Bands begin at the lowest score, end at the highest, and lie one step apart. */
function bandFaults({ bands, score_minimum, score_maximum, score_step }: Measure): string[] {
  if (bands.length === 0) return [];
  if (score_step === null) return ['has bands and no score_step'];
  const edges = [score_minimum - score_step, ...bands.map(({ maximum }) => maximum)];
  const gaps = bands.filter(
    ({ minimum, maximum }, index) =>
      Math.abs(minimum - (edges[index] as number) - score_step) > 1e-9 || maximum < minimum,
  );
  return [
    ...gaps.map(({ id }) => `has the band ${id}, which does not begin one step after the band before it`),
    ...(bands.at(-1)?.maximum === score_maximum ? [] : ['has bands that do not end at score_maximum']),
  ];
}

function itemFaults({ item_count, item_ranges, reverse_items, not_applicable }: Measure): string[] {
  if (item_count === null) return [];
  const named = [...reverse_items, ...(not_applicable === null ? [] : [not_applicable.item])];
  return [
    ...named.filter((item) => item > item_count).map((item) => `names item ${item}, which it does not have`),
    ...(item_ranges === null || item_ranges.length === item_count
      ? []
      : ['does not give a range for each item']),
  ];
}

function algorithmFaults(measure: Measure): string[] {
  const { algorithm, value_sets } = measure;
  switch (algorithm.kind) {
    case 'lookup':
      return lookupFaults(
        measure,
        algorithm.table.map(({ raw }) => raw),
      );
    case 'dichotomise':
      return algorithm.counted.length === measure.item_count ? [] : ['does not say of each item what counts'];
    case 'value_set': {
      const sets = algorithm.sets.map((set) => set.value_set);
      const isSame = sets.length === value_sets.length && sets.every((set) => value_sets.includes(set));
      return isSame && algorithm.sets.every((set) => fitsItems(measure, set.decrements))
        ? []
        : ['has value sets that do not fit its items or its list of value sets'];
    }
    case 'matrix': {
      const columns = algorithm.column_limits.length + 1;
      return algorithm.scores.every((row) => row.length === columns) ? [] : ['has a matrix with gaps'];
    }
    default:
      return [];
  }
}

/** Every raw total from the lowest to the highest stands in the table once. */
function lookupFaults(
  { item_count, item_minimum, item_maximum }: Measure,
  raws: readonly number[],
): string[] {
  const items = item_count ?? 0;
  const totals = Array.from(
    { length: items * (item_maximum - item_minimum) + 1 },
    (_, index) => items * item_minimum + index,
  );
  const isWhole = totals.length === raws.length && totals.every((total, index) => raws[index] === total);
  return isWhole ? [] : ['has a conversion table that leaves out a raw total or gives one twice'];
}

function fitsItems(measure: Measure, decrements: readonly (readonly number[])[] | null): boolean {
  const levels = measure.item_maximum - measure.item_minimum + 1;
  if (decrements === null) return true;
  return decrements.length === measure.item_count && decrements.every((row) => row.length === levels);
}
