export { GLOSSARY, GLOSSARY_SCHEME, GLOSSARY_TERMS_BY_USE } from '../../standard/generated/glossary.ts';
export { foldPlain, foldWelsh } from '../../standard/glossary/fold-welsh.ts';
export { mutatedForms } from '../../standard/glossary/mutate-welsh.ts';
export {
  type GlossaryIndex,
  type GlossaryMatch,
  indexGlossary,
  searchGlossary,
} from '../../standard/glossary/search-glossary.ts';
export type { GlossaryTerm } from '../../standard/glossary/term.ts';
