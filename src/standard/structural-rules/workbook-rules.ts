import type { StructuralText } from './structural-rule.ts';

const FORMS = 'this standard, schema/README.md, forms of a return';

/** Faults of a workbook, its sheets, and of cells as only a spreadsheet has them. */
export const WORKBOOK_RULES = [
  {
    id: 'workbook-kind-known',
    message: {
      en: 'The file is no XLSX workbook: it may be protected with a password, or an old XLS, an XLSB or an ODS.',
      cy: "Nid llyfr gwaith XLSX yw'r ffeil: gall fod wedi'i diogelu â chyfrinair, neu'n hen XLS, yn XLSB neu'n ODS.",
    },
    why: {
      en: 'One kind of workbook is read, which every spreadsheet program can write.',
      cy: 'Darllenir un math o lyfr gwaith, y gall pob rhaglen taenlen ei ysgrifennu.',
    },
    remedy: {
      en: 'Save it as "Excel workbook (.xlsx)", without a password.',
      cy: 'Cadwch ef fel "Excel workbook (.xlsx)", heb gyfrinair.',
    },
    source: 'ISO/IEC 29500-1, section 12',
  },
  {
    id: 'workbook-readable',
    message: {
      en: 'A part of the workbook is missing, or is not XML that can be read for certain; it was not read further.',
      cy: "Mae rhan o'r llyfr gwaith ar goll, neu nid yw'n XML y gellir ei ddarllen yn sicr; ni chafodd ei darllen ymhellach.",
    },
    why: {
      en: 'Document types, entities, comments and deep nesting have no place in a workbook, and can do harm.',
      cy: 'Nid oes lle i fathau dogfen, endidau, sylwadau na nythu dwfn mewn llyfr gwaith, a gallant wneud niwed.',
    },
    remedy: {
      en: 'Open the workbook in a spreadsheet program, save it again as .xlsx and send that.',
      cy: 'Agorwch y llyfr gwaith mewn rhaglen taenlen, cadwch ef eto fel .xlsx ac anfonwch hwnnw.',
    },
    source: 'ISO/IEC 29500-1, sections 12 and 18',
  },
  {
    id: 'workbook-not-too-large',
    message: {
      en: 'A sheet has more than 100,000 rows, or the workbook more than 2,000,000 texts; nothing after that was read.',
      cy: "Mae gan ddalen fwy na 100,000 o resi, neu'r llyfr gwaith fwy na 2,000,000 o destunau; ni ddarllenwyd dim ar ôl hynny.",
    },
    why: {
      en: 'Workbooks of that size are slow to open and easily cut at the last row a program can hold.',
      cy: "Mae llyfrau gwaith o'r maint hwnnw'n araf i'w hagor ac yn hawdd eu cwtogi ar y rhes olaf y gall rhaglen ei dal.",
    },
    remedy: {
      en: 'Send large tables as CSV or as a zip of CSVs.',
      cy: 'Anfonwch dablau mawr fel CSV neu fel zip o ffeiliau CSV.',
    },
    source: FORMS,
  },
  {
    id: 'workbook-without-links',
    message: {
      en: 'The workbook is linked to another file or to a source of data.',
      cy: "Mae'r llyfr gwaith wedi'i gysylltu â ffeil arall neu â ffynhonnell ddata.",
    },
    why: {
      en: 'What is linked is never fetched, and a link keeps copies of cells of the other file.',
      cy: "Ni chaiff yr hyn sydd wedi'i gysylltu byth ei nôl, ac mae dolen yn cadw copïau o gelloedd y ffeil arall.",
    },
    remedy: {
      en: 'Break the links (in Excel: Data, Edit links, Break link) and save again.',
      cy: 'Torrwch y dolenni (yn Excel: Data, Edit links, Break link) a chadwch eto.',
    },
    source: 'ISO/IEC 29500-1, section 18.14',
  },
  {
    id: 'workbook-has-a-return-sheet',
    message: {
      en: 'The workbook has no sheet called "return" with the header.',
      cy: 'Nid oes gan y llyfr gwaith ddalen o\'r enw "return" gyda\'r pennyn.',
    },
    why: {
      en: 'The rows mean nothing without the header that says whose they are and for which quarter.',
      cy: "Nid yw'r rhesi'n golygu dim heb y pennyn sy'n dweud pwy biau nhw ac ar gyfer pa chwarter.",
    },
    remedy: {
      en: 'Add a sheet called return, with the names of the header in column A and their values in column B.',
      cy: "Ychwanegwch ddalen o'r enw return, gydag enwau'r pennyn yng ngholofn A a'u gwerthoedd yng ngholofn B.",
    },
    source: FORMS,
  },
  {
    id: 'sheet-known',
    message: {
      en: 'The sheet is no part of a return: expected are {expected}.',
      cy: "Nid yw'r ddalen yn rhan o ffurflen: disgwylir {expected}.",
    },
    why: {
      en: 'A misnamed table would be left out without anyone noticing, and other sheets may hold what identifies a person.',
      cy: "Byddai tabl wedi'i gamenwi yn cael ei adael allan heb i neb sylwi, a gall dalenni eraill ddal yr hyn sy'n adnabod unigolyn.",
    },
    remedy: {
      en: 'Rename the sheet or delete it. A sheet for guidance may begin its name with an underscore.',
      cy: 'Ailenwch y ddalen neu dilëwch hi. Caiff dalen ar gyfer canllawiau ddechrau ei henw â thanlinell.',
    },
    source: FORMS,
  },
  {
    id: 'sheet-set-aside',
    tier: 'advice',
    message: {
      en: 'A sheet whose name begins with an underscore was not read.',
      cy: "Ni ddarllenwyd dalen y mae ei henw'n dechrau â thanlinell.",
    },
    why: {
      en: 'Such sheets are for guidance and lists; nothing in them is part of the return.',
      cy: "Mae dalenni o'r fath ar gyfer canllawiau a rhestri; nid oes dim ynddynt yn rhan o'r ffurflen.",
    },
    remedy: {
      en: 'Nothing needs to be done, if it holds no table.',
      cy: "Nid oes angen gwneud dim, os nad yw'n dal tabl.",
    },
    source: FORMS,
  },
  {
    id: 'hidden-parts-were-read',
    tier: 'advice',
    message: {
      en: 'Hidden sheets, rows or columns were read like any others.',
      cy: 'Darllenwyd dalenni, rhesi neu golofnau cudd fel unrhyw rai eraill.',
    },
    why: {
      en: 'A filter hides rows without removing them; what is hidden is still sent.',
      cy: "Mae hidlydd yn cuddio rhesi heb eu dileu; mae'r hyn sy'n gudd yn dal i gael ei anfon.",
    },
    remedy: {
      en: 'Show them and check that they belong to the return; delete what does not.',
      cy: "Dangoswch nhw a gwiriwch eu bod yn perthyn i'r ffurflen; dilëwch yr hyn nad yw'n perthyn.",
    },
    source: FORMS,
  },
  {
    id: 'sheet-cells-below-headings',
    message: {
      en: 'The row holds something in a column without a heading.',
      cy: "Mae'r rhes yn dal rhywbeth mewn colofn heb bennawd.",
    },
    why: {
      en: 'Nobody can tell what a value without a heading means.',
      cy: 'Ni all neb ddweud beth yw ystyr gwerth heb bennawd.',
    },
    remedy: {
      en: 'Delete notes and totals beside the table, or give the column its heading.',
      cy: "Dilëwch nodiadau a chyfansymiau wrth ymyl y tabl, neu rhowch ei phennawd i'r golofn.",
    },
    source: FORMS,
  },
  {
    id: 'header-name-once',
    message: {
      en: 'This name stands twice in the sheet "return"; only the first was read.',
      cy: 'Mae\'r enw hwn yn ymddangos ddwywaith yn y ddalen "return"; dim ond y cyntaf a ddarllenwyd.',
    },
    why: {
      en: 'Nobody can tell which of the two values is meant.',
      cy: "Ni all neb ddweud pa un o'r ddau werth a olygir.",
    },
    remedy: { en: 'Delete one of the two rows.', cy: "Dilëwch un o'r ddwy res." },
    source: FORMS,
  },
  {
    id: 'cells-not-merged',
    message: { en: 'Cells are merged.', cy: "Mae celloedd wedi'u huno." },
    why: {
      en: 'Only the first of merged cells holds the value; the others are empty.',
      cy: "Dim ond y gyntaf o gelloedd wedi'u huno sy'n dal y gwerth; mae'r lleill yn wag.",
    },
    remedy: {
      en: 'Unmerge them and write the value into each row.',
      cy: 'Dad-unwch nhw ac ysgrifennwch y gwerth ym mhob rhes.',
    },
    source: 'ISO/IEC 29500-1, section 18.3.1.55',
  },
  {
    id: 'cell-not-a-formula',
    message: {
      en: 'The cell holds a formula. It is not worked out, and what was last worked out is not taken.',
      cy: "Mae'r gell yn dal fformiwla. Nid yw'n cael ei chyfrifo, ac ni chymerir yr hyn a gyfrifwyd ddiwethaf.",
    },
    why: {
      en: 'What a formula last gave may be out of date, and other programs work it out differently.',
      cy: "Gall yr hyn a roddodd fformiwla ddiwethaf fod wedi dyddio, ac mae rhaglenni eraill yn ei chyfrifo'n wahanol.",
    },
    remedy: {
      en: 'Copy the cells and paste them back as values (Paste special, Values).',
      cy: 'Copïwch y celloedd a gludwch nhw yn ôl fel gwerthoedd (Paste special, Values).',
    },
    source: 'ISO/IEC 29500-1, section 18.3.1.40',
  },
  {
    id: 'cell-not-an-error',
    message: {
      en: 'The cell holds an error of the spreadsheet, such as #REF! or #N/A.',
      cy: "Mae'r gell yn dal gwall y daenlen, megis #REF! neu #N/A.",
    },
    why: {
      en: 'It stands where a value was lost.',
      cy: "Mae'n sefyll lle collwyd gwerth.",
    },
    remedy: {
      en: 'Find what the cell should hold and type it in.',
      cy: "Dewch o hyd i'r hyn a ddylai fod yn y gell a theipiwch ef i mewn.",
    },
    source: 'ISO/IEC 29500-1, section 18.18.11',
  },
  {
    id: 'cell-not-formatted-as-another',
    message: {
      en: 'The cell is formatted as a date, a time or a percentage, so that what it shows is not what it holds.',
      cy: "Mae'r gell wedi'i fformatio fel dyddiad, amser neu ganran, felly nid yw'r hyn y mae'n ei ddangos yr un peth â'r hyn y mae'n ei ddal.",
    },
    why: {
      en: 'Spreadsheets turn codes such as 2-3 into dates, and show 0.45 as 45%.',
      cy: "Mae taenlenni'n troi codau megis 2-3 yn ddyddiadau, ac yn dangos 0.45 fel 45%.",
    },
    remedy: {
      en: 'Format the column of a code as Text and that of a number as Number, then type the value again.',
      cy: 'Fformatiwch golofn cod fel Text a cholofn rhif fel Number, yna teipiwch y gwerth eto.',
    },
    source: 'ISO/IEC 29500-1, section 18.8.30',
  },
] as const satisfies readonly StructuralText[];
