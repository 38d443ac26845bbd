import jsonld from 'jsonld';
import { Parser, type Quad, Writer } from 'n3';

/** The triples of Turtle, each as a line of N-Triples, sorted. */
export function readTurtle(text: string): string[] {
  const quads = new Parser({ format: 'text/turtle' }).parse(text);
  return linesOf(quads);
}

/** The triples of JSON-LD that brings its own context, each as a line of N-Triples, sorted. */
export async function readJsonLd(text: string): Promise<string[]> {
  const documentLoader = async (url: string): Promise<never> => {
    throw new Error(`JSON-LD asks for ${url}, but must be readable without the network`);
  };
  const options = { format: 'application/n-quads', documentLoader, safe: true };
  const lines = await jsonld.toRDF(JSON.parse(text), options);
  return linesOf(new Parser({ format: 'application/n-quads' }).parse(String(lines)));
}

function linesOf(quads: readonly Quad[]): string[] {
  const writer = new Writer({ format: 'application/n-triples' });
  const lines = quads.map(({ subject, predicate, object }) =>
    writer.quadToString(subject, predicate, object).trim(),
  );
  return [...new Set(lines)].sort();
}
