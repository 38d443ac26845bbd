import type { Text } from '../text.ts';
import type { ChangeLevel } from './change.ts';

interface ChangeRule {
  readonly level: ChangeLevel;
  readonly message: Text;
}

/**
 * How each kind of difference between two versions is labelled, and why.
 *
 * @source Core dataset of this standard, principle 9: a removed field, a narrowed list, a new required field are
 *   major; an added code or optional field is minor; wording is a patch.
 */
export const CHANGE_RULES = {
  'file-removed': {
    level: 'major',
    message: {
      en: 'It is gone: what relied on it no longer works.',
      cy: "Mae wedi mynd: nid yw'r hyn a ddibynnai arno yn gweithio mwyach.",
    },
  },
  'file-added': {
    level: 'minor',
    message: {
      en: 'It is new: nothing sent before is touched.',
      cy: "Mae'n newydd: ni effeithir ar ddim a anfonwyd o'r blaen.",
    },
  },
  'field-removed': {
    level: 'major',
    message: {
      en: 'The field is gone: a return that sends it is refused.',
      cy: "Mae'r maes wedi mynd: gwrthodir ffurflen sy'n ei anfon.",
    },
  },
  'required-field-added': {
    level: 'major',
    message: {
      en: 'The new field is required: every return written before lacks it.',
      cy: "Mae'r maes newydd yn ofynnol: mae ar goll o bob ffurflen a ysgrifennwyd o'r blaen.",
    },
  },
  'dimension-added': {
    level: 'major',
    message: {
      en: 'The new field divides the rows: rows written before count something else.',
      cy: "Mae'r maes newydd yn rhannu'r rhesi: mae rhesi a ysgrifennwyd o'r blaen yn cyfrif rhywbeth arall.",
    },
  },
  'field-added': {
    level: 'minor',
    message: {
      en: 'The new field is optional: a return without it still passes.',
      cy: "Mae'r maes newydd yn ddewisol: mae ffurflen hebddo yn dal i basio.",
    },
  },
  'field-now-required': {
    level: 'major',
    message: {
      en: 'The field was optional and is now required: a return without it is refused.',
      cy: 'Roedd y maes yn ddewisol ac mae bellach yn ofynnol: gwrthodir ffurflen hebddo.',
    },
  },
  'field-now-optional': {
    level: 'minor',
    message: {
      en: 'The field was required and is now optional.',
      cy: 'Roedd y maes yn ofynnol ac mae bellach yn ddewisol.',
    },
  },
  'fields-reordered': {
    level: 'major',
    message: {
      en: 'The fields stand in another order, and the order decides keys and digests: new fields come last.',
      cy: "Mae'r meysydd mewn trefn wahanol, a'r drefn sy'n pennu allweddi a chrynodebau: daw meysydd newydd yn olaf.",
    },
  },
  'value-narrowed': {
    level: 'major',
    message: {
      en: 'Fewer values are taken ({keyword}): one that passed may be refused.',
      cy: 'Derbynnir llai o werthoedd ({keyword}): gall un a basiodd gael ei wrthod.',
    },
  },
  'value-widened': {
    level: 'minor',
    message: {
      en: 'More values are taken ({keyword}).',
      cy: 'Derbynnir mwy o werthoedd ({keyword}).',
    },
  },
  'meaning-changed': {
    level: 'major',
    message: {
      en: 'What it means or how it is used changed ({keyword}): figures before and after do not compare.',
      cy: 'Newidiodd ei ystyr neu ei ddefnydd ({keyword}): ni ellir cymharu ffigurau cyn ac ar ôl hynny.',
    },
  },
  'code-removed': {
    level: 'major',
    message: {
      en: 'The code is gone: a return that uses it is refused. End a code with a date instead.',
      cy: "Mae'r cod wedi mynd: gwrthodir ffurflen sy'n ei ddefnyddio. Rhowch ddyddiad olaf i god yn lle hynny.",
    },
  },
  'code-added': {
    level: 'minor',
    message: {
      en: 'The code is new: nothing sent before is touched.',
      cy: "Mae'r cod yn newydd: ni effeithir ar ddim a anfonwyd o'r blaen.",
    },
  },
  'code-deprecated': {
    level: 'minor',
    message: {
      en: 'The code is deprecated: it still passes, with advice to use {successors}.',
      cy: "Anghymeradwyir y cod: mae'n dal i basio, gyda chyngor i ddefnyddio {successors}.",
    },
  },
  'code-dates-narrowed': {
    level: 'major',
    message: {
      en: 'The code may be used on fewer days: a return of the others that uses it is refused.',
      cy: "Gellir defnyddio'r cod ar lai o ddyddiau: gwrthodir ffurflen o'r lleill sy'n ei ddefnyddio.",
    },
  },
  'code-dates-widened': {
    level: 'minor',
    message: {
      en: 'The code may be used on more days.',
      cy: "Gellir defnyddio'r cod ar fwy o ddyddiau.",
    },
  },
  'register-row-changed': {
    level: 'patch',
    message: {
      en: 'An area or organisation began, ended or is new: the register follows the world.',
      cy: "Mae ardal neu sefydliad wedi dechrau, wedi dod i ben neu'n newydd: mae'r gofrestr yn dilyn y byd.",
    },
  },
  'wording-changed': {
    level: 'patch',
    message: {
      en: 'Words changed ({keyword}); what may be sent did not.',
      cy: 'Newidiodd geiriau ({keyword}); ni newidiodd yr hyn y gellir ei anfon.',
    },
  },
  'reference-changed': {
    level: 'patch',
    message: {
      en: 'What is told beside the standard changed; what may be sent did not.',
      cy: "Newidiodd yr hyn a ddywedir ochr yn ochr â'r safon; ni newidiodd yr hyn y gellir ei anfon.",
    },
  },
} as const satisfies Record<string, ChangeRule>;

export type ChangeRuleId = keyof typeof CHANGE_RULES;
