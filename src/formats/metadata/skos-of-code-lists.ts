import { LICENCE } from '../../standard/about.ts';
import type { Code, CodeList } from '../../standard/code-list.ts';
import { inBothLanguages, type LinkedNode, type LinkedValue, things } from './linked-data.ts';

/** Where the code lists of the standard are known by, whichever service answers: the same as the glossary's. */
const CODE_LISTS = 'https://spcd.example/v1/codelists';

/**
 * Code lists as SKOS: each a concept scheme, each code a concept of it. A code keeps its address when it ends.
 *
 * Where a list nests, the code that another belongs to is broader than it.
 */
export function skosOfCodeLists(lists: readonly CodeList[]): LinkedNode[] {
  return lists.flatMap((list) => [schemeOf(list), ...list.codes.map((code) => conceptOf(list, code))]);
}

function schemeOf(list: CodeList): LinkedNode {
  const top = list.codes.filter(({ parent }) => parent === null);
  return {
    iri: schemeIri(list),
    types: ['skos:ConceptScheme'],
    properties: {
      'skos:prefLabel': inBothLanguages(list.title),
      'dct:title': inBothLanguages(list.title),
      'dct:license': things([LICENCE.url]),
      'skos:hasTopConcept': top.map(({ code }) => ({ iri: codeIri(list, code) })),
    },
  };
}

function conceptOf(list: CodeList, code: Code): LinkedNode {
  const scheme = things([schemeIri(list)]);
  return {
    iri: codeIri(list, code.code),
    types: ['skos:Concept'],
    properties: {
      'skos:notation': [{ value: code.code }],
      'skos:prefLabel': inBothLanguages(code.title),
      'skos:definition': inBothLanguages(code.description),
      'skos:inScheme': scheme,
      ...(code.parent === null
        ? { 'skos:topConceptOf': scheme }
        : { 'skos:broader': things([codeIri(list, code.parent)]) }),
      'dct:isReplacedBy': things(code.replaced_by.map((successor) => codeIri(list, successor))),
      'schema:validFrom': day(code.valid_from),
      'schema:validThrough': day(code.valid_to),
      'owl:deprecated': code.deprecated_in === undefined ? [] : [{ value: 'true', type: 'xsd:boolean' }],
      'dct:source': code.source === '' ? [] : [{ value: code.source }],
    },
  };
}

function schemeIri({ id }: CodeList): string {
  return `${CODE_LISTS}/${id}`;
}

function codeIri(list: CodeList, code: string): string {
  return `${schemeIri(list)}#${encodeURIComponent(code)}`;
}

function day(date: string | null): LinkedValue[] {
  return date === null ? [] : [{ value: date, type: 'xsd:date' }];
}
