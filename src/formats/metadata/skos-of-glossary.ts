import { LICENCE } from '../../standard/about.ts';
import type { GlossaryScheme, GlossaryTerm, TermMapping } from '../../standard/glossary/term.ts';
import { LANGUAGES } from '../../standard/text.ts';
import {
  inBothLanguages,
  type LinkedNode,
  type LinkedValue,
  type PrefixedName,
  things,
} from './linked-data.ts';

const MATCHES = {
  exact: 'skos:exactMatch',
  close: 'skos:closeMatch',
  broad: 'skos:broadMatch',
  narrow: 'skos:narrowMatch',
} as const satisfies Record<TermMapping['relation'], PrefixedName>;

/** Systems whose codes have addresses. */
const SYSTEMS: Readonly<Record<string, string>> = { snomed_ct: 'http://snomed.info/id/' };

/** Terms as SKOS: the glossary is a concept scheme, its groups are collections, each term is a concept. */
export function skosOfGlossary(scheme: GlossaryScheme, terms: readonly GlossaryTerm[]): LinkedNode[] {
  const [first] = terms;
  if (first === undefined) return [];
  const iri = addressOf(first);
  const groups = scheme.groups.flatMap(({ id, title }): LinkedNode[] => {
    const members = terms.filter(({ group }) => group === id);
    if (members.length === 0) return [];
    const properties = {
      'skos:prefLabel': inBothLanguages(title),
      'skos:member': things(members.map(({ uri }) => uri)),
    };
    return [{ iri: `${iri}#${id}`, types: ['skos:Collection'], properties }];
  });
  return [schemeOf(scheme, iri), ...groups, ...terms.map((term) => conceptOf(term, iri))];
}

/** The address of the glossary, of which every term's is a part. */
function addressOf({ uri, id }: GlossaryTerm): string {
  return uri.slice(0, -id.length - 1);
}

function schemeOf({ title, description, version }: GlossaryScheme, iri: string): LinkedNode {
  return {
    iri,
    types: ['skos:ConceptScheme'],
    properties: {
      'skos:prefLabel': inBothLanguages(title),
      'dct:title': inBothLanguages(title),
      'dct:description': inBothLanguages(description),
      'dct:license': things([LICENCE.url]),
      'owl:versionInfo': [{ value: version }],
    },
  };
}

function conceptOf(term: GlossaryTerm, scheme: string): LinkedNode {
  const sibling = (id: string) => `${scheme}/${id}`;
  const isTop = term.broader.length === 0;
  return {
    iri: term.uri,
    types: ['skos:Concept'],
    properties: {
      ...labelsOf(term),
      'skos:notation': term.notation === null ? [] : [{ value: term.notation }],
      'skos:definition': inBothLanguages(term.definition),
      'skos:note': inBothLanguages(term.plain),
      'skos:scopeNote': inBothLanguages(term.scope_note),
      'skos:example': inBothLanguages(term.example),
      'skos:inScheme': things([scheme]),
      'skos:topConceptOf': isTop ? things([scheme]) : [],
      'skos:broader': things(term.broader.map(sibling)),
      'skos:narrower': things(term.narrower.map(sibling)),
      'skos:related': things(term.related.map(sibling)),
      ...matchesOf(term),
      'owl:deprecated': term.deprecated_in === null ? [] : [{ value: 'true', type: 'xsd:boolean' }],
      'dct:isReplacedBy': things(term.deprecated_by.map(sibling)),
      'skos:changeNote': term.change_notes.flatMap(inBothLanguages),
    },
  };
}

/** No name is of two kinds in one language (SKOS, S13): the kind that is shown first has it. */
function labelsOf({ label, alternatives, hidden }: GlossaryTerm) {
  const seen = new Set(LANGUAGES.map((language) => `${language} ${label[language]}`));
  const fresh = (labels: readonly { readonly value: string; readonly language: 'en' | 'cy' }[]) =>
    labels.flatMap(({ value, language }): LinkedValue[] => {
      if (seen.has(`${language} ${value}`)) return [];
      seen.add(`${language} ${value}`);
      return [{ words: value, language }];
    });
  return {
    'skos:prefLabel': inBothLanguages(label),
    'skos:altLabel': fresh(alternatives),
    'skos:hiddenLabel': fresh(
      LANGUAGES.flatMap((language) => hidden[language].map((value) => ({ value, language }))),
    ),
  };
}

/** Only what somebody has confirmed, and of systems whose codes have addresses. */
function matchesOf({ mappings }: GlossaryTerm) {
  const confirmed = mappings.filter(
    ({ reviewed, system }) => reviewed !== null && Object.hasOwn(SYSTEMS, system),
  );
  return Object.fromEntries(
    Object.entries(MATCHES).map(([relation, name]) => [
      name,
      things(
        confirmed
          .filter((mapping) => mapping.relation === relation)
          .map(({ system, code }) => `${SYSTEMS[system]}${code}`),
      ),
    ]),
  );
}
