import { readFileSync } from 'node:fs';
import { Parser, type Quad, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const SHAPES = readFileSync(new URL('dcat-ap.shapes.ttl', import.meta.url), 'utf8');

/** What a validator of SHACL finds: each as the end of the names of the class, the property and the constraint. */
export interface Judged {
  readonly violations: readonly string[];
  readonly warnings: readonly string[];
}

/** What a catalogue in Turtle does not hold of what DCAT-AP asks, each said once and in order. */
export async function judgeByDcatAp(turtle: string): Promise<Judged> {
  const data = quadsOf(turtle);
  const report = await new SHACLValidator(quadsOf(SHAPES)).validate(data);
  const found = report.results.map(({ severity, focusNode, path, sourceConstraintComponent }) => ({
    severity: endOf(severity?.value),
    words: [classesOf(data, focusNode?.value), endOf(path?.value), endOf(sourceConstraintComponent?.value)]
      .join(' ')
      .replace('ConstraintComponent', ''),
  }));
  const saidBy = (wanted: string) => [
    ...new Set(found.filter(({ severity }) => severity === wanted).map(({ words }) => words)),
  ];
  return { violations: saidBy('Violation').sort(), warnings: saidBy('Warning').sort() };
}

function quadsOf(turtle: string): Store<Quad> {
  return new Store(new Parser({ format: 'text/turtle' }).parse(turtle));
}

function classesOf(data: Store<Quad>, iri = ''): string {
  const classes = data.getObjects(iri, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', null);
  return classes.map(({ value }) => endOf(value)).join('/');
}

function endOf(iri = ''): string {
  return iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
}
