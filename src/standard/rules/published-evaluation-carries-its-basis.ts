import type { Rule } from './rule.ts';

const BASIS = { en: 'An evaluation of 2024.', cy: 'Gwerthusiad o 2024.' };

export const publishedEvaluationCarriesItsBasis: Rule = {
  id: 'published-evaluation-carries-its-basis',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'A published evaluation has no basis_note, or a return that is not one has it.',
    cy: "Nid oes gan werthusiad cyhoeddedig basis_note, neu mae gan ffurflen nad yw'n un.",
  },
  why: {
    en: 'Figures from a publication were counted by rules of its own. The note says which publication, and what its figures do and do not say.',
    cy: "Cyfrifwyd ffigurau o gyhoeddiad yn ôl ei reolau ei hun. Mae'r nodyn yn dweud pa gyhoeddiad, a'r hyn y mae ei ffigurau'n ei ddweud ac nad ydynt yn ei ddweud.",
  },
  remedy: {
    en: 'Give basis_note, in English and Welsh, where source_kind is published_evaluation, and only there.',
    cy: "Rhowch basis_note, yn Gymraeg a Saesneg, lle mae source_kind yn published_evaluation, ac yno'n unig.",
  },
  source: 'core dataset, outcomes',
  examples: {
    passes: [
      { header: { source_kind: 'published_evaluation', basis_note: BASIS }, tables: {} },
      { header: { source_kind: 'case_management' }, tables: {} },
    ],
    fails: [
      { header: { source_kind: 'published_evaluation' }, tables: {} },
      { header: { source_kind: 'case_management', basis_note: BASIS }, tables: {} },
    ],
  },
  start(header, report) {
    return {
      end() {
        const isPublished = header.source_kind === 'published_evaluation';
        const hasBasis = header.basis_note !== undefined;
        if (isPublished !== hasBasis) report({ path: ['basis_note'], value: null });
      },
    };
  },
};
