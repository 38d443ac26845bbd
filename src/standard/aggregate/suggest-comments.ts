import type { Text } from '../text.ts';
import type { ExportField } from './export-field.ts';

/** What a proposed mapping says to whoever finishes it. */
export const START: Text = {
  en: 'Proposed by spcd aggregate --suggest. Check every line against your system, then delete these comments.',
  cy: 'Cynigiwyd gan spcd aggregate --suggest. Gwiriwch bob llinell yn erbyn eich system, yna dilëwch y sylwadau hyn.',
};

export function checkHeading(heading: string, field: string, { title }: ExportField): Text {
  return {
    en: `check that "${heading}" is ${field} (${title.en}).`,
    cy: `gwiriwch mai ${field} (${title.cy}) yw "${heading}".`,
  };
}

export function valuesToFill(field: string, count: number, codes: string): Text {
  return {
    en: `${field}: put a code for each "?" (${count}), or "" for not known. Codes: ${codes}.`,
    cy: `${field}: rhowch god ar gyfer pob "?" (${count}), neu "" am anhysbys. Codau: ${codes}.`,
  };
}

export function valuesNotCopied(field: string, count: number, codes: string): Text {
  return {
    en: `${field}: different values that no code was found for and that are not copied here, as they may be about people: ${count}. Give each a code in values; --with-values copies them. Codes: ${codes}.`,
    cy: `${field}: gwahanol werthoedd na chafwyd cod ar eu cyfer ac nas copïwyd yma, am y gallent fod am bobl: ${count}. Rhowch god i bob un yn values; mae --with-values yn eu copïo. Codau: ${codes}.`,
  };
}

export function noDateForm(heading: string): Text {
  return {
    en: `no form of date fits all of "${heading}"; give it dates of its own.`,
    cy: `nid oes ffurf dyddiad sy'n ffitio "${heading}" i gyd; rhowch ei dates ei hun iddo.`,
  };
}

export function ambiguousNumbers(heading: string): Text {
  return {
    en: `"${heading}" has numbers such as 1,386 that could be two; say decimal or thousands.`,
    cy: `mae gan "${heading}" rifau megis 1,386 a allai fod yn ddau; dywedwch decimal neu thousands.`,
  };
}

export function requiredMissing(field: string, { title }: ExportField): Text {
  return {
    en: `no column was found for ${field} (${title.en}), which must be there.`,
    cy: `ni chafwyd colofn ar gyfer ${field} (${title.cy}), y mae'n rhaid iddo fod yno.`,
  };
}

export function encodingRecognised(encoding: string): Text {
  return {
    en: `the file is not UTF-8 and was read as ${encoding}; check that letters with accents are right.`,
    cy: `nid UTF-8 yw'r ffeil ac fe'i darllenwyd fel ${encoding}; gwiriwch fod llythrennau ag acenion yn gywir.`,
  };
}

export const NAME_MEASURE: Text = {
  en: 'measure: put the id of the outcome measure for each "?", such as ucla_3.',
  cy: 'measure: rhowch id y mesur canlyniadau ar gyfer pob "?", megis ucla_3.',
};

export const LOOK_THROUGH: Text = {
  en: 'not_read lists columns nothing was found for; look through them.',
  cy: 'mae not_read yn rhestru colofnau na chafwyd dim ar eu cyfer; edrychwch drwyddynt.',
};

export const NO_HEADINGS: Text = {
  en: 'hardly a heading was recognised, so none is repeated here. Does the file begin with its headings?',
  cy: "prin yr adnabuwyd unrhyw bennawd, felly nid ailadroddir yr un yma. A yw'r ffeil yn dechrau â'i phenawdau?",
};
