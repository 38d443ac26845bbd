/** Words that headings shorten, as they are compared. */
const IN_FULL: Readonly<Record<string, string>> = {
  recd: 'received',
  receipt: 'received',
  rcvd: 'received',
  no: 'number',
  num: 'number',
  nr: 'number',
  ref: 'reference',
  refd: 'referred',
  pref: 'preferred',
  preference: 'preferred',
  wm: 'what matters',
  dob: 'birth date',
  '1st': 'first',
  appt: 'appointment',
  conv: 'conversation',
  conversations: 'conversation',
  org: 'organisation',
  organization: 'organisation',
  la: 'local authority',
  q: 'question',
};

/** Words that tell one heading from another in neither language. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'of',
  'the',
  'was',
  'on',
  'a',
  'an',
  'is',
  'y',
  'yr',
  'r',
  'o',
  'ar',
]);

/**
 * The words of a heading as headings are compared: without case, accents, marks and order, shortened words in full.
 *
 * @example
 * headingWords("Date Rec'd"); // 'date received', as of 'Received date'
 */
export function headingWords(heading: string): string {
  const plain = heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bd\.?o\.?b\b/g, 'dob')
    .replace(/['’`]/g, '')
    .replace(/(\p{L})(\d+)$/u, '$1 $2');
  const words = plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (Object.hasOwn(IN_FULL, word) ? (IN_FULL[word] as string) : word).split(' '))
    .filter((word) => !PASSED_OVER.has(word));
  return words.sort().join(' ');
}
