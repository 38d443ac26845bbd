/** Radical initial, and what soft, nasal and aspirate mutation make of it; digraphs first. */
const MUTATIONS: readonly (readonly [radical: string, mutated: readonly string[]])[] = [
  ['ll', ['l']],
  ['rh', ['r']],
  ['c', ['g', 'ngh', 'ch']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['g', ['', 'ng']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['m', ['f']],
];

/** Single sounds written with two letters that do not mutate, though their first letter alone would. */
const UNCHANGING = /^(?:ch|dd|ng|ph|th)/;

/**
 * The forms in which a Welsh word or phrase is met in running text, after its first sound has mutated: soft,
 * nasal and aspirate, or `h` before a vowel. The radical form is not among them.
 *
 * Only the first word changes. Whether the language ever calls for each form is not asked: they are for
 * finding, not for writing.
 *
 * @example
 * mutatedForms('presgripsiynu cymdeithasol');
 * // ['bresgripsiynu cymdeithasol', 'mhresgripsiynu cymdeithasol', 'phresgripsiynu cymdeithasol']
 * mutatedForms('grŵp'); // ['rŵp', 'ngrŵp']
 */
export function mutatedForms(label: string): string[] {
  const lower = label.toLowerCase();
  const isCapital = label.charAt(0) !== lower.charAt(0);
  const asWritten = (form: string) => (isCapital ? form.charAt(0).toUpperCase() + form.slice(1) : form);
  if (/^[aeiouwyâêîôûŵŷ]/.test(lower)) return [asWritten(`h${lower.charAt(0)}${label.slice(1)}`)];
  if (UNCHANGING.test(lower)) return [];
  const found = MUTATIONS.find(([radical]) => lower.startsWith(radical));
  if (found === undefined) return [];
  const [radical, mutated] = found;
  return mutated
    .map((initial) => asWritten(initial + label.slice(radical.length)))
    .filter((form) => form !== '');
}
