import type { StructuralText } from './structural-rule.ts';

/** Faults of one value of a row. */
export const CELL_RULES = [
  {
    id: 'cell-not-empty',
    message: { en: 'The cell is empty.', cy: "Mae'r gell yn wag." },
    why: {
      en: 'An empty cell can mean not asked, not known, none or lost; the reader cannot tell which.',
      cy: 'Gall cell wag olygu heb ei ofyn, ddim yn hysbys, dim neu ar goll; ni all y darllenydd ddweud pa un.',
    },
    remedy: {
      en: 'For a code send the blank that is true (not_stated, not_known, not_applicable or not_collected); for a count send the number, 0 included where the field takes it.',
      cy: "Ar gyfer cod anfonwch y cod bwlch sy'n wir (not_stated, not_known, not_applicable neu not_collected); ar gyfer cyfrif anfonwch y rhif, gan gynnwys 0 lle mae'r maes yn ei dderbyn.",
    },
    source: 'this standard, core dataset, principle 4',
  },
  {
    id: 'cell-is-one-value',
    message: {
      en: 'A field of a row holds one value, not a list or an object.',
      cy: 'Un gwerth sydd mewn maes rhes, nid rhestr na gwrthrych.',
    },
    why: {
      en: 'One row is one combination of codes and the counts in it.',
      cy: "Un cyfuniad o godau a'r cyfrifon ynddo yw un rhes.",
    },
    remedy: {
      en: 'Send one row for each combination.',
      cy: 'Anfonwch un rhes ar gyfer pob cyfuniad.',
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'text-not-too-long',
    message: {
      en: 'The text is longer than 10,000 characters.',
      cy: "Mae'r testun yn hirach na 10,000 o nodau.",
    },
    why: {
      en: 'Codes are short; a long text in a row is free text, which may hold what identifies a person.',
      cy: "Mae codau'n fyr; testun rhydd yw testun hir mewn rhes, a gall ddal yr hyn sy'n adnabod unigolyn.",
    },
    remedy: { en: 'Send the code alone.', cy: 'Anfonwch y cod yn unig.' },
    source: 'this standard, core dataset, principle 1',
  },
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
  {
    id: 'whole-number-in-digits',
    message: {
      en: 'This field takes a whole number written in digits only; here is something else.',
      cy: "Mae'r maes hwn yn derbyn rhif cyfan wedi'i ysgrifennu mewn digidau yn unig; mae rhywbeth arall yma.",
    },
    why: {
      en: 'Signs, spaces, commas, decimals and quotation marks are read differently by different programs.',
      cy: "Mae gwahanol raglenni'n darllen arwyddion, bylchau, comas, degolion a dyfynodau yn wahanol.",
    },
    remedy: {
      en: 'Send for example 1200: not 1,200, 1200.0, +1200 or "1200". Never a word or a star in place of a small number.',
      cy: 'Anfonwch er enghraifft 1200: nid 1,200, 1200.0, +1200 na "1200". Byth gair na seren yn lle rhif bach.',
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'number-in-digits',
    message: {
      en: 'This field takes a number; here is something else.',
      cy: "Mae'r maes hwn yn derbyn rhif; mae rhywbeth arall yma.",
    },
    why: {
      en: 'A number written in any other way is read differently by different programs.',
      cy: "Mae gwahanol raglenni'n darllen rhif a ysgrifennir mewn unrhyw ffordd arall yn wahanol.",
    },
    remedy: {
      en: 'Send for example 19.4, with a point and without quotation marks; leave a statistic that does not exist empty (null in JSON).',
      cy: "Anfonwch er enghraifft 19.4, gyda phwynt a heb ddyfynodau; gadewch ystadegyn nad yw'n bodoli yn wag (null yn JSON).",
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'count-is-whole',
    message: { en: 'The count is not a whole number.', cy: "Nid yw'r cyfrif yn rhif cyfan." },
    why: {
      en: 'People, episodes and things are counted whole.',
      cy: 'Cyfrifir pobl, cyfnodau cymorth a phethau yn gyfan.',
    },
    remedy: {
      en: 'Send the count itself, not a rate, a mean or a weighted figure.',
      cy: "Anfonwch y cyfrif ei hun, nid cyfradd, cymedr na ffigur wedi'i bwysoli.",
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'number-is-exact',
    message: {
      en: 'The number is too large or too small to be kept exactly.',
      cy: "Mae'r rhif yn rhy fawr neu'n rhy fach i'w gadw'n union.",
    },
    why: {
      en: 'Most programs would change it without saying so.',
      cy: "Byddai'r rhan fwyaf o raglenni yn ei newid heb ddweud hynny.",
    },
    remedy: {
      en: 'Check that it is the figure meant and not an identifier.',
      cy: "Gwiriwch mai dyna'r ffigur a fwriadwyd ac nid dynodwr.",
    },
    source: 'RFC 7493, section 2.2',
  },
  {
    id: 'row-counts-someone',
    message: { en: 'The row counts nobody.', cy: "Nid yw'r rhes yn cyfrif neb." },
    why: {
      en: 'A row is sent only where there is something to count; in a complete area an absent row means none.',
      cy: "Dim ond lle mae rhywbeth i'w gyfrif yr anfonir rhes; mewn ardal gyflawn mae rhes absennol yn golygu dim.",
    },
    remedy: { en: 'Leave the row out.', cy: 'Gadewch y rhes allan.' },
    source: 'this standard, core dataset, coverage',
  },
  {
    id: 'count-not-negative',
    message: { en: 'The count is below zero.', cy: "Mae'r cyfrif yn llai na sero." },
    why: {
      en: 'Nothing can be counted fewer than no times; a negative number often stands for a blank.',
      cy: 'Ni ellir cyfrif dim yn llai na dim gwaith; yn aml mae rhif negatif yn sefyll am fwlch.',
    },
    remedy: {
      en: 'Send the count. A number never stands for a blank.',
      cy: 'Anfonwch y cyfrif. Nid yw rhif byth yn sefyll am fwlch.',
    },
    source: 'this standard, core dataset, principle 4',
  },
  {
    id: 'value-not-too-small',
    message: {
      en: 'The value is below the least this field can be.',
      cy: "Mae'r gwerth yn is na'r lleiaf y gall y maes hwn fod.",
    },
    why: {
      en: 'A spread or a threshold cannot be below zero.',
      cy: 'Ni all gwasgariad na throthwy fod yn llai na sero.',
    },
    remedy: {
      en: 'Check the calculation; leave a statistic that does not exist empty (null in JSON).',
      cy: "Gwiriwch y cyfrifiad; gadewch ystadegyn nad yw'n bodoli yn wag (null yn JSON).",
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'value-not-too-large',
    message: {
      en: 'The value is above the most this field can be.',
      cy: "Mae'r gwerth yn uwch na'r mwyaf y gall y maes hwn fod.",
    },
    why: {
      en: 'No quarter of one organisation holds so many.',
      cy: 'Nid oes cynifer yn chwarter unrhyw un sefydliad.',
    },
    remedy: {
      en: 'Check that it is a count and not an identifier or a date.',
      cy: 'Gwiriwch mai cyfrif ydyw ac nid dynodwr na dyddiad.',
    },
    source: 'schema/1.0/tables/',
  },
] as const satisfies readonly StructuralText[];
