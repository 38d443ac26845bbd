import type { Text } from './text.ts';

export const NAME: Text = {
  en: 'Social Prescribing Core Dataset',
  cy: 'Set Ddata Craidd Presgripsiynu Cymdeithasol',
};

export const STATUS_SENTENCE: Text = {
  en: 'A candidate standard: it is not a publication of Welsh Government, Public Health Wales or NHS England.',
  cy: 'Safon ymgeisiol: nid cyhoeddiad gan Lywodraeth Cymru, Iechyd Cyhoeddus Cymru na GIG Lloegr ydyw.',
};

/** The licence of what is published, not of the code. */
export const LICENCE = {
  name: { en: 'Open Government Licence v3.0', cy: 'Trwydded Llywodraeth Agored v3.0' },
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
} as const;

/** The organisation that publishes figures of the standard, in the words and at the address that it gave. */
export interface Publisher {
  readonly name: Text;
  readonly url: string;
}
