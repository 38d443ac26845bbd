import type { Language, Text } from './text.ts';

/** What the documents of this standard, and their parts, are called where a rule names its source. */
const OWN_NAMES: readonly Text[] = [
  { en: 'this standard', cy: 'y safon hon' },
  { en: 'core dataset', cy: 'set ddata graidd' },
  { en: 'counting rules', cy: 'rheolau cyfrif' },
  { en: 'outcome rules of this standard', cy: 'rheolau canlyniadau y safon hon' },
  { en: 'registry of measures', cy: 'cofrestr mesurau' },
  { en: 'organisations register', cy: 'cofrestr sefydliadau' },
  { en: 'services register', cy: 'cofrestr gwasanaethau' },
  { en: 'schema/README.md', cy: 'schema/README.md (yn Saesneg)' },
  { en: 'forms of a return', cy: 'ffurfiau ffurflen' },
  { en: 'the return', cy: 'y ffurflen' },
  { en: 'the period is open', cy: "mae'r cyfnod ar agor" },
  { en: 'tables', cy: 'tablau' },
  { en: 'assets', cy: 'asedau cymunedol' },
  { en: 'characteristics', cy: 'nodweddion' },
  { en: 'closures', cy: 'cau achosion' },
  { en: 'connections', cy: 'cysylltiadau' },
  { en: 'coverage', cy: 'cwmpas' },
  { en: 'equity', cy: 'tegwch' },
  { en: 'needs', cy: 'anghenion' },
  { en: 'outcomes', cy: 'canlyniadau' },
  { en: 'pathway', cy: 'llwybr' },
  { en: 'deprivation_index', cy: 'mynegai amddifadedd (deprivation_index)' },
  { en: 'ethnicity_scheme', cy: 'cynllun ethnigrwydd (ethnicity_scheme)' },
  { en: 'list deprivation_index', cy: 'rhestr deprivation_index' },
  { en: 'nation', cy: 'gwlad (nation)' },
  { en: 'reporting_threshold', cy: 'trothwy adrodd (reporting_threshold)' },
  { en: 'aggregate', cy: 'cyfanredol (aggregate)' },
  { en: 'valid_from and valid_to', cy: 'dyddiadau valid_from a valid_to' },
  { en: 'value set present and not mixed', cy: 'set werthoedd yn bresennol a heb ei chymysgu ag un arall' },
  { en: 'rules of quality', cy: 'rheolau ansawdd' },
  { en: 'rules of sums', cy: 'rheolau symiau' },
  { en: 'principle 10 and characteristics', cy: 'egwyddor 10 a nodweddion' },
  { en: 'units', cy: 'unedau' },
  { en: 'provider', cy: 'darparwr' },
  { en: 'too soon to know', cy: 'rhy gynnar i wybod' },
  { en: 'what a system must hold', cy: "yr hyn y mae'n rhaid i system ei ddal" },
  { en: 'the share is a judgement of this standard', cy: "barn y safon hon yw'r gyfran" },
  {
    en: 'that counts below 20 are left alone is a judgement of this standard',
    cy: 'barn y safon hon yw gadael llonydd i gyfrifon o dan 20',
  },
];

const WELSH = new Map(OWN_NAMES.map(({ en, cy }) => [en, cy]));

const SCHEMAS = /^schema\/\d+\.\d+\//;

/**
 * Where a rule comes from, in a language. The documents of this standard have a name in both; what others published
 * keeps the name that it was published under.
 *
 * @throws When a part of our own documents has no Welsh name.
 * @example
 * sourceIn('cy', 'counting rules, section 6; RFC 4180'); // 'rheolau cyfrif, adran 6; RFC 4180'
 */
export function sourceIn(language: Language, source: string): string {
  if (language === 'en') return source;
  return source
    .split('; ')
    .map((part) => numbered(isOwn(part) ? inWelsh(part) : part))
    .join('; ');
}

function isOwn(part: string): boolean {
  const [document = ''] = part.split(', ');
  return WELSH.has(document) || SCHEMAS.test(document);
}

function inWelsh(part: string): string {
  return part
    .split(/(, |: )/)
    .map((piece, index) =>
      index % 2 === 1 || NUMBERED.test(piece) || SCHEMAS.test(piece) ? piece : welshOf(piece),
    )
    .join('');
}

function welshOf(name: string): string {
  const welsh = WELSH.get(name);
  if (welsh === undefined)
    throw new Error(`"${name}" of a rule's source has no Welsh name in source-words.ts`);
  return welsh;
}

const NUMBERED = /^(?:sections?|principle|rule) [\d.]+(?: and [\d.]+)?$/;

/** `sections 2 and 3` as `adrannau 2 a 3`; Welsh writes `ac` before a vowel, as in 8 and 11. */
function numbered(part: string): string {
  return part
    .replace(/\bsections ([\d.]+) and ([\d.]+)/, (_, one: string, other: string) => {
      return `adrannau ${one} ${/^(?:8|11)(?!\d)/.test(other) ? 'ac' : 'a'} ${other}`;
    })
    .replace(/\bsection ([\d.]+)/, 'adran $1')
    .replace(/\bprinciple (\d+)/, 'egwyddor $1')
    .replace(/\brule (\d+)/, 'rheol $1');
}
