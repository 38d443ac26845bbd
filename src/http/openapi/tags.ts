import type { Tag } from './words.ts';

/** The chapters of the documents, in order. */
export const TAGS: {
  readonly name: Tag;
  readonly description: string;
  readonly 'x-cy': { readonly description: string };
}[] = [
  {
    name: 'service',
    description: 'What this service is, its limits and its state.',
    'x-cy': { description: "Beth yw'r gwasanaeth hwn, ei derfynau a'i gyflwr." },
  },
  {
    name: 'standard',
    description: 'The standard as files: schemas, code lists, measures and rules.',
    'x-cy': { description: 'Y safon fel ffeiliau: sgemâu, rhestri codau, mesurau a rheolau.' },
  },
  {
    name: 'checking',
    description: 'Check a return against the standard. Nothing is stored.',
    'x-cy': { description: 'Gwirio ffurflen yn erbyn y safon. Ni chaiff dim ei storio.' },
  },
  {
    name: 'figures',
    description: 'Read published figures.',
    'x-cy': { description: 'Darllen ffigurau cyhoeddedig.' },
  },
  {
    name: 'submitting',
    description: 'Send returns, with the key of an organisation.',
    'x-cy': { description: 'Anfon ffurflenni, gydag allwedd sefydliad.' },
  },
];
