import { baseReturn } from './base-return.ts';
import { type ConformanceCase, each, faultOfReturn, inHeader, inRow } from './conformance-case.ts';
import { writeDraft } from './write-draft.ts';

const NEXT = inHeader({ schema_version: '1.1' });

function nextVersion(): string {
  const draft = baseReturn('connections', 'workforce');
  NEXT(draft);
  inRow('connections', 0, { delivery_mode: 'materials_sent' })(draft);
  inRow('workforce', 0, { works_in_welsh: 3 })(draft);
  return writeDraft(draft);
}

/** Returns of one version of the standard with what another has, or means to end. */
export const VERSION_CASES: readonly ConformanceCase[] = [
  faultOfReturn({
    rule: 'field-of-this-version',
    en: 'A field of version 1.1 stands in a return of version 1.0.',
    cy: 'Mae maes o fersiwn 1.1 mewn ffurflen o fersiwn 1.0.',
    tables: ['workforce'],
    change: inRow('workforce', 0, { works_in_welsh: 3 }),
    at: ['/tables/workforce/0/works_in_welsh'],
  }),
  faultOfReturn({
    rule: 'code-of-this-version',
    en: 'A code of version 1.1 stands in a return of version 1.0.',
    cy: 'Mae cod o fersiwn 1.1 mewn ffurflen o fersiwn 1.0.',
    tables: ['connections'],
    change: inRow('connections', 0, { delivery_mode: 'materials_sent' }),
    at: ['/tables/connections/0/delivery_mode'],
  }),
  faultOfReturn({
    rule: 'code-not-deprecated',
    en: 'A return of version 1.1 has a code that this version deprecates.',
    cy: "Mae gan ffurflen o fersiwn 1.1 god y mae'r fersiwn hon yn anghymeradwyo ei ddefnyddio.",
    tables: ['connections'],
    change: each(NEXT, inRow('connections', 0, { delivery_mode: 'by_post' })),
    at: ['/tables/connections/0/delivery_mode'],
  }),
  {
    id: 'sound-next-version',
    what: {
      en: 'A return of version 1.1, with a field and a code that came with it.',
      cy: 'Ffurflen o fersiwn 1.1, gyda maes a chod a ddaeth gyda hi.',
    },
    format: 'json',
    content: nextVersion(),
    expected: [],
  },
];
