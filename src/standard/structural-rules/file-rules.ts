import type { StructuralText } from './structural-rule.ts';

/** Faults of the file as a whole: what it is made of, before anything in it has a meaning. */
export const FILE_RULES = [
  {
    id: 'file-not-empty',
    message: { en: 'There is nothing in the file.', cy: 'Nid oes dim yn y ffeil.' },
    why: {
      en: 'An empty file cannot be told from a failed export.',
      cy: 'Ni ellir gwahaniaethu rhwng ffeil wag ac allforio a fethodd.',
    },
    remedy: {
      en: 'Export again and send the file. To report that there was nothing to count, send an empty table and declare it nil in coverage.',
      cy: "Allforiwch eto ac anfonwch y ffeil. I nodi nad oedd dim i'w gyfrif, anfonwch dabl gwag a nodwch nil yn coverage.",
    },
    source: 'this standard, core dataset',
  },
  {
    id: 'text-is-utf-8',
    message: { en: 'The file is not UTF-8 text.', cy: "Nid testun UTF-8 yw'r ffeil." },
    why: {
      en: 'In any other encoding Welsh letters such as ŵ and ŷ are lost or changed.',
      cy: 'Mewn unrhyw amgodiad arall caiff llythrennau Cymraeg megis ŵ ac ŷ eu colli neu eu newid.',
    },
    remedy: {
      en: 'Save or export the file as UTF-8; in Excel choose "CSV UTF-8".',
      cy: 'Cadwch neu allforiwch y ffeil fel UTF-8; yn Excel dewiswch "CSV UTF-8".',
    },
    source: 'RFC 8259, section 8.1; RFC 4180',
  },
  {
    id: 'text-is-not-utf-16',
    message: {
      en: 'The file is UTF-16 or UTF-32, not UTF-8.',
      cy: "Mae'r ffeil yn UTF-16 neu UTF-32, nid UTF-8.",
    },
    why: {
      en: 'A return is exchanged as UTF-8, the one encoding that every system reads.',
      cy: 'Cyfnewidir ffurflenni fel UTF-8, yr un amgodiad y gall pob system ei ddarllen.',
    },
    remedy: {
      en: 'Save the file as UTF-8. Excel\'s "Unicode text" is UTF-16: choose "CSV UTF-8" instead.',
      cy: 'Cadwch y ffeil fel UTF-8. UTF-16 yw "Unicode text" Excel: dewiswch "CSV UTF-8" yn ei le.',
    },
    source: 'RFC 8259, section 8.1; RFC 4180',
  },
  {
    id: 'json-well-formed',
    message: {
      en: 'The text stops being JSON here; nothing after this place was read.',
      cy: "Nid JSON yw'r testun o'r fan hon; ni ddarllenwyd dim ar ôl y lle hwn.",
    },
    why: {
      en: 'What cannot be parsed for certain is not guessed at.',
      cy: "Ni ddyfalir ystyr yr hyn na ellir ei ddosrannu'n sicr.",
    },
    remedy: {
      en: 'Look at the line given and just before it for a missing or extra comma, quote or bracket. Have the file written by a JSON library rather than by hand.',
      cy: "Edrychwch ar y llinell a nodir ac ychydig cyn hynny am goma, dyfynnod neu fraced sydd ar goll neu'n ormod. Dylai llyfrgell JSON ysgrifennu'r ffeil yn hytrach na rhywun â llaw.",
    },
    source: 'RFC 8259',
  },
  {
    id: 'json-complete',
    message: {
      en: 'The file ends before the return does.',
      cy: "Mae'r ffeil yn gorffen cyn i'r ffurflen orffen.",
    },
    why: {
      en: 'A file cut short in the sending would otherwise count as a smaller return.',
      cy: 'Fel arall byddai ffeil a gwtogwyd wrth ei hanfon yn cyfrif fel ffurflen lai.',
    },
    remedy: { en: 'Send the whole file again.', cy: 'Anfonwch y ffeil gyfan eto.' },
    source: 'RFC 8259',
  },
  {
    id: 'json-nesting-limited',
    message: {
      en: 'The JSON is nested deeper than 12 levels; nothing after this place was read.',
      cy: "Mae'r JSON wedi'i nythu'n ddyfnach na 12 lefel; ni ddarllenwyd dim ar ôl y lle hwn.",
    },
    why: {
      en: 'No return needs more than six levels; more is a mistake or an attack.',
      cy: "Nid oes angen mwy na chwe lefel ar unrhyw ffurflen; mae mwy yn gamgymeriad neu'n ymosodiad.",
    },
    remedy: {
      en: 'Compare the file with the example return of the standard.',
      cy: 'Cymharwch y ffeil â ffurflen enghreifftiol y safon.',
    },
    source: 'this standard, core dataset; RFC 8259, section 9',
  },
  {
    id: 'json-text-limited',
    message: {
      en: 'One piece of text is longer than a megabyte; nothing after this place was read.',
      cy: 'Mae un darn o destun yn hirach na megabeit; ni ddarllenwyd dim ar ôl y lle hwn.',
    },
    why: {
      en: 'A quote that is never closed turns the rest of the file into one text.',
      cy: 'Mae dyfynnod na chaiff ei gau yn troi gweddill y ffeil yn un testun.',
    },
    remedy: {
      en: 'Look for a quotation mark that is missing at the place given.',
      cy: 'Chwiliwch am ddyfynnod sydd ar goll yn y lle a nodir.',
    },
    source: 'this standard, core dataset; RFC 8259, section 9',
  },
  {
    id: 'json-keys-unique',
    message: {
      en: 'This name appears twice in one JSON object; only the first was read.',
      cy: "Mae'r enw hwn yn ymddangos ddwywaith mewn un gwrthrych JSON; dim ond y cyntaf a ddarllenwyd.",
    },
    why: {
      en: 'Programs differ in which of the two they keep, so that two readers would see two returns.',
      cy: "Mae rhaglenni'n gwahaniaethu o ran pa un o'r ddau y maent yn ei gadw, felly byddai dau ddarllenydd yn gweld dwy ffurflen.",
    },
    remedy: { en: 'Remove one of the two.', cy: "Dilëwch un o'r ddau." },
    source: 'RFC 8259, section 4; RFC 7493, section 2.3',
  },
  {
    id: 'return-is-an-object',
    message: {
      en: 'A return in JSON is one object; this file holds something else.',
      cy: 'Un gwrthrych yw ffurflen yn JSON; mae rhywbeth arall yn y ffeil hon.',
    },
    why: {
      en: 'The rows mean nothing without the header that says whose they are and for which quarter.',
      cy: "Nid yw'r rhesi'n golygu dim heb y pennyn sy'n dweud pwy biau nhw ac ar gyfer pa chwarter.",
    },
    remedy: {
      en: 'Put the rows below "tables", with the header fields beside it, as in the example return.',
      cy: 'Rhowch y rhesi o dan "tables", gyda meysydd y pennyn wrth ei ymyl, fel yn y ffurflen enghreifftiol.',
    },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'header-not-too-large',
    message: {
      en: 'The header holds more than 20,000 values; nothing after this place was read.',
      cy: "Mae'r pennyn yn dal mwy nag 20,000 o werthoedd; ni ddarllenwyd dim ar ôl y lle hwn.",
    },
    why: {
      en: 'Rows outside "tables" are taken for header fields and would be lost.',
      cy: 'Cymerir rhesi y tu allan i "tables" yn feysydd pennyn, a byddent yn cael eu colli.',
    },
    remedy: {
      en: 'Move the rows below "tables".',
      cy: 'Symudwch y rhesi i fod o dan "tables".',
    },
    source: 'this standard, core dataset',
  },
  {
    id: 'csv-separator-is-a-comma',
    message: {
      en: 'The columns are separated by something other than a comma.',
      cy: "Mae'r colofnau wedi'u gwahanu gan rywbeth heblaw coma.",
    },
    why: {
      en: 'One separator, so that every program splits the file in the same way.',
      cy: "Un gwahanydd, fel bod pob rhaglen yn hollti'r ffeil yn yr un modd.",
    },
    remedy: {
      en: 'Export with commas: "CSV UTF-8 (comma delimited)".',
      cy: 'Allforiwch gyda chomas: "CSV UTF-8 (comma delimited)".',
    },
    source: 'RFC 4180, section 2',
  },
  {
    id: 'csv-lines-end-in-a-line-feed',
    message: {
      en: 'The lines end in a carriage return alone, so the whole file is one line.',
      cy: "Mae'r llinellau'n gorffen â dychweliad cerbyd yn unig, felly un llinell yw'r ffeil gyfan.",
    },
    why: {
      en: 'Old programs for the Mac end lines in this way; every other program waits for a line feed.',
      cy: "Mae hen raglenni'r Mac yn gorffen llinellau fel hyn; mae pob rhaglen arall yn disgwyl porthiad llinell.",
    },
    remedy: {
      en: 'Export as "CSV UTF-8 (comma delimited)", not as "CSV (Macintosh)".',
      cy: 'Allforiwch fel "CSV UTF-8 (comma delimited)", nid fel "CSV (Macintosh)".',
    },
    source: 'RFC 4180, section 2',
  },
  {
    id: 'csv-quotes-closed',
    message: {
      en: 'A quotation mark in this record is not closed, or is followed by more text.',
      cy: "Nid yw dyfynnod yn y cofnod hwn wedi'i gau, neu mae rhagor o destun yn ei ddilyn.",
    },
    why: {
      en: 'An open quotation mark swallows the rows that follow it.',
      cy: "Mae dyfynnod agored yn llyncu'r rhesi sy'n ei ddilyn.",
    },
    remedy: {
      en: 'Codes and numbers need no quotation marks; remove them, or double a mark that belongs to the text.',
      cy: "Nid oes angen dyfynodau ar godau a rhifau; dilëwch nhw, neu dyblwch ddyfynnod sy'n rhan o'r testun.",
    },
    source: 'RFC 4180, section 2',
  },
  {
    id: 'csv-record-not-too-long',
    message: {
      en: 'A record is longer than 100,000 characters; nothing after this place was read.',
      cy: 'Mae cofnod yn hirach na 100,000 o nodau; ni ddarllenwyd dim ar ôl y lle hwn.',
    },
    why: {
      en: 'A quotation mark that is never closed turns the rest of the file into one record.',
      cy: 'Mae dyfynnod na chaiff ei gau yn troi gweddill y ffeil yn un cofnod.',
    },
    remedy: {
      en: 'Look for an unclosed quotation mark in the record given.',
      cy: 'Chwiliwch am ddyfynnod heb ei gau yn y cofnod a nodir.',
    },
    source: 'this standard, core dataset',
  },
  {
    id: 'csv-rows-limited',
    message: {
      en: 'The table has more than 2,000,000 rows, blank lines among them; nothing after this place was read.',
      cy: 'Mae gan y tabl fwy na 2,000,000 o resi, gan gynnwys llinellau gwag; ni ddarllenwyd dim ar ôl y lle hwn.',
    },
    why: {
      en: 'The rows of a table are held together while they are compared with each other.',
      cy: "Cedwir rhesi tabl gyda'i gilydd tra'u bod yn cael eu cymharu â'i gilydd.",
    },
    remedy: {
      en: 'A return carries counts, one row for each group of people. Count people into groups before sending.',
      cy: 'Mae ffurflen yn cario cyfrifon, un rhes ar gyfer pob grŵp o bobl. Cyfrifwch bobl yn grwpiau cyn anfon.',
    },
    source: 'this standard, core dataset',
  },
  {
    id: 'kinds-of-fault-limited',
    message: {
      en: 'There are more kinds of fault than can be listed; the places counted here are not listed above.',
      cy: "Mae mwy o fathau o wallau nag y gellir eu rhestru; nid yw'r lleoedd a gyfrifir yma wedi'u rhestru uchod.",
    },
    why: {
      en: 'A report stays small enough to read, whatever is sent.',
      cy: "Mae adroddiad yn aros yn ddigon bach i'w ddarllen, beth bynnag a anfonir.",
    },
    remedy: {
      en: 'Mend the faults listed and validate again.',
      cy: 'Cywirwch y gwallau a restrir a dilyswch eto.',
    },
    source: 'this standard, core dataset',
  },
] as const satisfies readonly StructuralText[];
