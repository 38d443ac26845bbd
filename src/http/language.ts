import { LANGUAGES, type Language } from '../standard/text.ts';

/** The part of a request that says which language its sender wants. */
interface Asking {
  readonly headers: { readonly 'accept-language'?: string | undefined };
  readonly query?: unknown;
}

/** The language of the answer: what `lang` asks for, else what `Accept-Language` prefers, else English. */
export function languageOf({ headers, query }: Asking): Language {
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;
  return LANGUAGES.find((language) => language === asked) ?? preferredLanguage(headers['accept-language']);
}

/** The same of a request whose question nobody has taken apart. */
export function languageOfRequest({
  url = '',
  headers,
}: {
  readonly url?: string | undefined;
  readonly headers: Asking['headers'];
}): Language {
  return languageOf({ headers, query: queryOf(url) });
}

/** What stands after the question mark. */
export function queryOf(url: string): Record<string, string> {
  const at = url.indexOf('?');
  return at < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(at)));
}

/**
 * The one of our languages that a header such as `cy-GB,cy;q=0.9,en;q=0.5` prefers.
 *
 * Of two that are liked equally the first named wins.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  let best: Language = 'en';
  let bestWeight = 0;
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = LANGUAGES.find((candidate) => tag === candidate || tag.startsWith(`${candidate}-`));
    const weight = weightOf(parameters);
    if (language !== undefined && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}

/** The `q` of a header's item, from 0 to 1; 1 where there is none. */
export function weightOf(parameters: readonly string[]): number {
  const given = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('q='));
  if (given === undefined) return 1;
  const weight = Number(given.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
