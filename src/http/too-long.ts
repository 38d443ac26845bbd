import { ServiceError } from '../errors.ts';
import { TABLE_NAMES } from '../standard/generated/tables.ts';
import { LANGUAGES, type Language, type Text } from '../standard/text.ts';
import { preferredLanguage } from './language.ts';
import { LIMITS } from './limits.ts';

/** The beginning of a request as its bytes came: the line with the address, and the headers that are there. */
interface Beginning {
  /** Path and question; undefined where the bytes are from somewhere in the middle of a request. */
  readonly target: string | undefined;
  readonly headers: readonly { readonly name: string; readonly length: number; readonly value: string }[];
}

/**
 * What to tell a caller whose address and headers are together longer than Node reads.
 *
 * Told apart by the bytes that came: an address that takes more than half of the room is what is too long, and of it the
 * longest parameter; else the longest header.
 *
 * @param bytes - The bytes in which Node met the limit; not always the first of the request.
 * @returns With the language that the bytes ask for; undefined where they do not say.
 */
export function tooLong(bytes: Buffer, publicUrl: string): { error: ServiceError; language?: Language } {
  const beginning = beginningOf(bytes.toString('latin1'));
  const { target, headers } = beginning;
  const language = languageOf(beginning);
  const error =
    target !== undefined && target.length > LIMITS.headerBytes / 2
      ? addressTooLong(target, publicUrl)
      : headersTooLarge(headers);
  return { error, ...(language === undefined ? {} : { language }) };
}

/** The language that the bytes of a request ask for, as far as they can be read; undefined where they do not say. */
export function languageIn(bytes: Buffer): Language | undefined {
  return languageOf(beginningOf(bytes.toString('latin1')));
}

function languageOf({ target, headers }: Beginning): Language | undefined {
  const accepted = headers.find(({ name }) => name.toLowerCase() === 'accept-language')?.value;
  const inTarget = LANGUAGES.find((each) => new RegExp(`[?&]lang=${each}(&|$)`).test(target ?? ''));
  return inTarget ?? (accepted === undefined ? undefined : preferredLanguage(accepted));
}

/** An address between two slashes of which stands more than any name of ours has. */
export function partTooLong(cause: unknown): ServiceError {
  const most = LIMITS.pathPartBytes;
  const detail: Text = {
    en: `What stands between two slashes of an address has at most ${most} characters. Take the names from a list, such as /v1/releases, /v1/codelists or /v1/rules.`,
    cy: `Mae gan yr hyn sydd rhwng dau slaes mewn cyfeiriad hyd at ${most} nod. Cymerwch yr enwau o restr, fel /v1/releases, /v1/codelists neu /v1/rules.`,
  };
  return new ServiceError('ADDRESS_TOO_LONG', detail, { limit: most }, { cause });
}

function addressTooLong(target: string, publicUrl: string): ServiceError {
  const limit = LIMITS.headerBytes;
  const [path = '', question = ''] = target.split('?', 2);
  const detail: Text = {
    en: `An address and the headers have at most ${limit} bytes together. Name fewer codes: a dimension in \`by\` gives every code of it, and a broader level has fewer. The files of a release have all of its cells.`,
    cy: `Mae gan gyfeiriad a'r penynnau hyd at ${limit} beit gyda'i gilydd. Enwch lai o godau: mae dimensiwn yn \`by\` yn rhoi pob un o'i godau, ac mae gan lefel ehangach lai. Mae gan ffeiliau datganiad ei holl gelloedd.`,
  };
  const table = TABLE_NAMES.find((name) => path === `/v1/data/${name}`);
  const nearest_url = table === undefined ? undefined : `${publicUrl}/v1/data/${table}/dimensions`;
  const longest = question
    .split('&')
    .map((part) => part.split('=', 2))
    .map(([name = '', value = '']) => ({ name, length: value.length }))
    .reduce((one, other) => (other.length > one.length ? other : one), { name: '', length: 0 });
  if (!isName(longest.name)) return new ServiceError('ADDRESS_TOO_LONG', detail, { limit });
  const fault: Text = {
    en: `\`${longest.name}\` takes the most of it. Which codes it takes is said where the table is described.`,
    cy: `\`${longest.name}\` sy'n cymryd y rhan fwyaf ohono. Dywedir pa godau y mae'n eu derbyn lle disgrifir y tabl.`,
  };
  return new ServiceError(
    'ADDRESS_TOO_LONG',
    detail,
    { limit },
    {
      errors: [
        { parameter: longest.name, detail: fault, ...(nearest_url === undefined ? {} : { nearest_url }) },
      ],
    },
  );
}

function headersTooLarge(headers: Beginning['headers']): ServiceError {
  const limit = LIMITS.headerBytes;
  const detail: Text = {
    en: `The address and the headers have at most ${limit} bytes together. Send fewer or shorter headers; nothing here needs a cookie.`,
    cy: `Mae gan y cyfeiriad a'r penynnau hyd at ${limit} beit gyda'i gilydd. Anfonwch lai o benynnau, neu rai byrrach; nid oes angen cwci ar ddim yma.`,
  };
  const longest = headers.reduce<Beginning['headers'][number] | undefined>(
    (one, other) => (one === undefined || other.length > one.length ? other : one),
    undefined,
  );
  if (longest === undefined || !isName(longest.name)) {
    return new ServiceError('HEADERS_TOO_LARGE', detail, { limit });
  }
  const fault: Text = {
    en: 'This is the longest of the headers that came.',
    cy: "Dyma'r hiraf o'r penynnau a ddaeth.",
  };
  return new ServiceError(
    'HEADERS_TOO_LARGE',
    detail,
    { limit },
    { errors: [{ header: longest.name, detail: fault }] },
  );
}

function beginningOf(text: string): Beginning {
  const [line = '', ...rest] = text.split('\r\n');
  const target = /^[A-Z]+ (\/[^ ]*)/.exec(line)?.[1];
  if (target === undefined) return { target, headers: [] };
  const headers = rest.flatMap((each) => {
    const at = each.indexOf(':');
    return at < 1
      ? []
      : [{ name: each.slice(0, at), length: each.length, value: each.slice(at + 1, at + 201).trim() }];
  });
  return { target, headers };
}

/** A name that is told back to its sender. */
function isName(name: string): boolean {
  return /^[A-Za-z][\w.-]{0,59}$/.test(name);
}
