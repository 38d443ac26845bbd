import type { StructuralText } from './structural-rule.ts';

/** Faults of a code, a blank, or a label in its place. */
export const CODE_RULES = [
  {
    id: 'code-is-text',
    message: {
      en: 'A code is text; here is a number, true or false.',
      cy: 'Testun yw cod; mae rhif, true neu false yma.',
    },
    why: {
      en: 'Codes sent as numbers lose their leading zeros and meet the codes of other systems.',
      cy: 'Mae codau a anfonir fel rhifau yn colli eu seroau blaen ac yn gwrthdaro â chodau systemau eraill.',
    },
    remedy: { en: 'Send the code in quotation marks.', cy: 'Anfonwch y cod mewn dyfynodau.' },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'code-known',
    message: {
      en: 'This is not a code of the list "{list}".',
      cy: 'Nid yw hwn yn god yn y rhestr "{list}".',
    },
    why: {
      en: 'Figures add up across organisations only when all use the same codes.',
      cy: "Dim ond pan fydd pawb yn defnyddio'r un codau y gellir adio ffigurau gwahanol sefydliadau.",
    },
    remedy: {
      en: 'Use a code of that list, spelt exactly so. Where none fits, use the broader code or the blank that is true.',
      cy: "Defnyddiwch god o'r rhestr honno, wedi'i sillafu'n union felly. Os nad oes un yn addas, defnyddiwch y cod ehangach neu'r cod bwlch sy'n wir.",
    },
    source: 'schema/1.0/codelists/',
  },
  {
    id: 'code-of-this-list',
    message: {
      en: 'This is a code of the list "{other}", but this field takes the list "{list}".',
      cy: 'Cod o\'r rhestr "{other}" yw hwn, ond mae\'r maes hwn yn derbyn y rhestr "{list}".',
    },
    why: {
      en: 'A code is only ever read with its list; in another list it means nothing, or something else.',
      cy: "Dim ond gyda'i restr y darllenir cod; mewn rhestr arall nid yw'n golygu dim, neu mae'n golygu rhywbeth arall.",
    },
    remedy: {
      en: 'Check whether two columns are swapped, or the selector of the row (its characteristic or breakdown) is wrong.',
      cy: "Gwiriwch a yw dwy golofn wedi'u cyfnewid, neu a yw dewisydd y rhes (ei nodwedd neu ei dadansoddiad) yn anghywir.",
    },
    source: 'schema/1.0/codelists/',
  },
  {
    id: 'code-not-label',
    message: {
      en: 'This is the label of a code, not the code.',
      cy: 'Label cod yw hwn, nid y cod.',
    },
    why: {
      en: 'Labels differ by language and may be reworded; codes do not change.',
      cy: "Mae labeli'n wahanol yn ôl iaith a gellir eu haileirio; nid yw codau'n newid.",
    },
    remedy: { en: 'Send the code suggested.', cy: 'Anfonwch y cod a awgrymir.' },
    source: 'schema/1.0/codelists/',
  },
  {
    id: 'label-of-one-code',
    message: {
      en: 'Several codes of the list have this label.',
      cy: 'Mae gan sawl cod yn y rhestr y label hwn.',
    },
    why: {
      en: 'Labels were read as codes, and nobody can tell which is meant.',
      cy: 'Darllenwyd labeli fel codau, ac ni all neb ddweud pa un a olygir.',
    },
    remedy: { en: 'Send the code instead.', cy: 'Anfonwch y cod yn ei le.' },
    source: 'schema/1.0/codelists/',
  },
  {
    id: 'labels-read-as-codes',
    tier: 'advice',
    message: {
      en: 'Labels were read as codes, as was asked; the count says how many.',
      cy: "Darllenwyd labeli fel codau, fel y gofynnwyd; mae'r cyfrif yn dweud faint.",
    },
    why: {
      en: 'Labels may be reworded, and a return that is sent must hold codes.',
      cy: 'Gellir aileirio labeli, a rhaid i ffurflen a anfonir ddal codau.',
    },
    remedy: {
      en: 'Have the system export the codes suggested.',
      cy: "Trefnwch fod y system yn allforio'r codau a awgrymir.",
    },
    source: 'schema/1.0/codelists/',
  },
  {
    id: 'code-not-too-fine',
    message: {
      en: 'The code is finer than this field takes.',
      cy: "Mae'r cod yn fanylach nag y mae'r maes hwn yn ei dderbyn.",
    },
    why: {
      en: 'Finer groups in this table would leave single people in the rows.',
      cy: 'Byddai grwpiau manylach yn y tabl hwn yn gadael unigolion yn y rhesi.',
    },
    remedy: {
      en: 'Merge upward: send the broader code suggested and add the counts of the rows that become one.',
      cy: "Cyfunwch i fyny: anfonwch y cod ehangach a awgrymir ac adiwch gyfrifon y rhesi sy'n dod yn un.",
    },
    source: 'this standard, core dataset, principle 5',
  },
  {
    id: 'code-used-here',
    message: {
      en: 'The code is in the list "{list}", but this field does not take it.',
      cy: 'Mae\'r cod yn y rhestr "{list}", ond nid yw\'r maes hwn yn ei dderbyn.',
    },
    why: {
      en: 'The table is not defined for this code.',
      cy: "Nid yw'r tabl wedi'i ddiffinio ar gyfer y cod hwn.",
    },
    remedy: {
      en: 'Leave these rows out, or send them in the table that takes the code.',
      cy: "Gadewch y rhesi hyn allan, neu anfonwch nhw yn y tabl sy'n derbyn y cod.",
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'blank-taken-by-field',
    message: {
      en: 'This field does not take this blank.',
      cy: "Nid yw'r maes hwn yn derbyn y cod bwlch hwn.",
    },
    why: {
      en: 'Each blank has one meaning, and here it cannot be true.',
      cy: 'Mae un ystyr i bob cod bwlch, ac yma ni all fod yn wir.',
    },
    remedy: {
      en: 'Use a code of the list, a broader one where the detail is not held, or a blank the field takes.',
      cy: "Defnyddiwch god o'r rhestr, un ehangach lle na ddelir y manylion, neu god bwlch y mae'r maes yn ei dderbyn.",
    },
    source: 'this standard, core dataset, principle 4',
  },
  {
    id: 'category-is-collected',
    message: {
      en: 'A category cannot be not_collected.',
      cy: 'Ni all categori fod yn not_collected.',
    },
    why: {
      en: 'What is not collected is left out, not counted: such rows would look like answers.',
      cy: "Caiff yr hyn na chesglir ei adael allan, nid ei gyfrif: byddai rhesi o'r fath yn edrych fel atebion.",
    },
    remedy: {
      en: 'Remove these rows and name the characteristic in coverage, not_collected of the table.',
      cy: 'Dilëwch y rhesi hyn ac enwch y nodwedd yn coverage, not_collected y tabl.',
    },
    source: 'this standard, core dataset, characteristics',
  },
  {
    id: 'ethnic-group-not-a-letter',
    message: {
      en: 'A single letter is not accepted for an ethnic group.',
      cy: 'Ni dderbynnir llythyren sengl ar gyfer grŵp ethnig.',
    },
    why: {
      en: 'The letters of the census, of the NHS data dictionary and of the UK Core for Wales collide: one letter names different groups in each.',
      cy: "Mae llythrennau'r cyfrifiad, geiriadur data'r GIG a UK Core Cymru yn gwrthdaro: mae un llythyren yn enwi grwpiau gwahanol ym mhob un.",
    },
    remedy: {
      en: 'Translate the letter by the scheme it came from, then send the code in words.',
      cy: 'Troswch y llythyren yn ôl y cynllun y daeth ohono, yna anfonwch y cod mewn geiriau.',
    },
    source: 'this standard, core dataset, ethnicity_scheme',
  },
  {
    id: 'code-valid-on-the-dates',
    message: {
      en: 'The code was not in use throughout the period.',
      cy: 'Nid oedd y cod mewn defnydd drwy gydol y cyfnod.',
    },
    why: {
      en: 'Figures for an area that no longer exists cannot be compared with anything.',
      cy: "Ni ellir cymharu ffigurau ar gyfer ardal nad yw'n bodoli mwyach ag unrhyw beth.",
    },
    remedy: {
      en: 'Use the code that was in use on the dates of the period; where one took over, it is suggested.',
      cy: "Defnyddiwch y cod a oedd mewn defnydd ar ddyddiadau'r cyfnod; lle cymerodd un arall drosodd, fe'i hawgrymir.",
    },
    source: 'schema/1.0/codelists/, valid_from and valid_to',
  },
] as const satisfies readonly StructuralText[];
