import type { Language, Text } from '../../standard/text.ts';

/** What the documents are sorted by; `tags` of each operation. */
export type Tag = 'service' | 'standard' | 'checking' | 'figures' | 'submitting';

/** A type and not an interface: only a type fits where TypeBox takes any keyword. */
type Described = {
  readonly description: string;
  readonly 'x-cy': { readonly description: string };
};

/** A description in both languages, in the form our schemas use: English in place, Welsh in `x-cy`. */
export function described(text: Text): Described {
  return { description: text.en, 'x-cy': { description: text.cy } };
}

/** The words of one operation, to be spread into the `schema` of its route. */
export function operation(words: {
  readonly operationId: string;
  readonly tag: Tag;
  readonly summary: Text;
  readonly description: Text;
}) {
  const { operationId, tag, summary, description } = words;
  return {
    operationId,
    tags: [tag],
    summary: summary.en,
    description: description.en,
    'x-cy': { summary: summary.cy, description: description.cy },
  };
}

/**
 * A document or schema in one language: wherever `x-cy` stands beside English words, either they take their
 * place or `x-cy` goes.
 *
 * Copies; what it is given stays as it is.
 */
export function inLanguage<Document>(document: Document, language: Language): Document {
  return translate(document, language) as Document;
}

function translate(node: unknown, language: Language): unknown {
  if (Array.isArray(node)) return node.map((item) => translate(item, language));
  if (typeof node !== 'object' || node === null) return node;
  const { 'x-cy': welsh, ...english } = node as Record<string, unknown>;
  const words = language === 'cy' && typeof welsh === 'object' ? { ...english, ...welsh } : english;
  return Object.fromEntries(Object.entries(words).map(([key, child]) => [key, translate(child, language)]));
}
