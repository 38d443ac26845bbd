import type { StructuralText } from './structural-rule.ts';

/** Faults of tables, rows and columns: what is there, before the values are looked at. */
export const TABLE_RULES = [
  {
    id: 'return-carries-a-table',
    message: { en: 'The return carries no table.', cy: "Nid yw'r ffurflen yn cario unrhyw dabl." },
    why: {
      en: 'A return replaces the tables it names, so a return that names none says nothing.',
      cy: "Mae ffurflen yn disodli'r tablau y mae'n eu henwi, felly nid yw ffurflen nad yw'n enwi dim yn dweud dim.",
    },
    remedy: {
      en: 'Put at least one table, such as profiles, below "tables".',
      cy: 'Rhowch o leiaf un tabl, megis profiles, o dan "tables".',
    },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'tables-are-lists-of-rows',
    message: {
      en: '"tables" is an object whose members are lists of rows; here is something else.',
      cy: 'Gwrthrych yw "tables" y mae ei aelodau yn rhestrau o resi; mae rhywbeth arall yma.',
    },
    why: { en: 'The rows cannot be found.', cy: "Ni ellir dod o hyd i'r rhesi." },
    remedy: {
      en: 'Write "tables": { "profiles": [ … ] }, as in the example return.',
      cy: 'Ysgrifennwch "tables": { "profiles": [ … ] }, fel yn y ffurflen enghreifftiol.',
    },
    source: 'schema/1.0/return.schema.json',
  },
  {
    id: 'table-known',
    message: { en: 'The standard has no table of this name.', cy: "Nid oes gan y safon dabl o'r enw hwn." },
    why: {
      en: 'A misspelt table would be left out without anyone noticing.',
      cy: "Byddai tabl wedi'i gamsillafu yn cael ei adael allan heb i neb sylwi.",
    },
    remedy: {
      en: 'Use the name of a table of the standard.',
      cy: "Defnyddiwch enw un o dablau'r safon.",
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'empty-table-is-declared-nil',
    message: {
      en: 'The table has no rows, and coverage does not say that there was nothing to count.',
      cy: "Nid oes gan y tabl unrhyw resi, ac nid yw coverage yn dweud nad oedd dim i'w gyfrif.",
    },
    why: {
      en: 'An empty table may be a true nil or a failed export; only the sender knows which.',
      cy: "Gall tabl gwag fod yn ddim gwirioneddol neu'n allforio a fethodd; dim ond yr anfonwr sy'n gwybod.",
    },
    remedy: {
      en: 'Check, then set coverage.tables.<table>.nil to true (for CSV the parameter <table>_nil=true), or send the rows.',
      cy: 'Gwiriwch, yna gosodwch coverage.tables.<tabl>.nil yn true (ar gyfer CSV y paramedr <tabl>_nil=true), neu anfonwch y rhesi.',
    },
    source: 'this standard, core dataset, coverage',
  },
  {
    id: 'row-is-an-object',
    message: {
      en: 'A row in JSON is an object of fields; this is something else.',
      cy: 'Gwrthrych o feysydd yw rhes yn JSON; rhywbeth arall yw hwn.',
    },
    why: {
      en: 'Without names the values cannot be told apart.',
      cy: 'Heb enwau ni ellir gwahaniaethu rhwng y gwerthoedd.',
    },
    remedy: {
      en: 'Write each row as { "field": value, … }.',
      cy: 'Ysgrifennwch bob rhes fel { "maes": gwerth, … }.',
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'field-known',
    message: { en: 'The table has no field of this name.', cy: "Nid oes gan y tabl faes o'r enw hwn." },
    why: {
      en: 'Only the fields of the standard are accepted, so that nothing about a person is stored by accident.',
      cy: 'Dim ond meysydd y safon a dderbynnir, fel na chaiff dim am unigolyn ei storio ar ddamwain.',
    },
    remedy: {
      en: 'Remove the field, or use the name the standard gives it.',
      cy: "Dilëwch y maes, neu defnyddiwch yr enw y mae'r safon yn ei roi iddo.",
    },
    source: 'this standard, core dataset, principle 1',
  },
  {
    id: 'field-present',
    message: { en: 'A field of the table is missing.', cy: 'Mae un o feysydd y tabl ar goll.' },
    why: {
      en: 'Every field is sent in every row, so that nothing missing is read as none.',
      cy: 'Anfonir pob maes ym mhob rhes, fel na chaiff dim sydd ar goll ei ddarllen fel dim.',
    },
    remedy: {
      en: 'Add the field. Where the system does not hold it, send not_collected if the field takes it.',
      cy: "Ychwanegwch y maes. Os nad yw'r system yn ei ddal, anfonwch not_collected os yw'r maes yn ei dderbyn.",
    },
    source: 'schema/1.0/tables/',
  },
  {
    id: 'csv-columns-unique',
    message: {
      en: 'Two columns have this name; only the first was read.',
      cy: 'Mae gan ddwy golofn yr enw hwn; dim ond y gyntaf a ddarllenwyd.',
    },
    why: {
      en: 'Nobody can tell which of the two holds the figures.',
      cy: "Ni all neb ddweud pa un o'r ddwy sy'n dal y ffigurau.",
    },
    remedy: { en: 'Remove one of the columns.', cy: "Dilëwch un o'r colofnau." },
    source: 'this standard, core dataset',
  },
  {
    id: 'csv-cells-match-columns',
    message: {
      en: 'The record has more or fewer cells than there are columns.',
      cy: 'Mae gan y cofnod fwy neu lai o gelloedd nag sydd o golofnau.',
    },
    why: {
      en: 'After a missing or extra comma every value stands in the wrong column.',
      cy: 'Ar ôl coma coll neu ormodol mae pob gwerth yn y golofn anghywir.',
    },
    remedy: {
      en: 'Look for a missing or extra comma; a comma inside a value needs the value in quotation marks. Remove blank lines.',
      cy: 'Chwiliwch am goma coll neu ormodol; mae coma y tu mewn i werth yn gofyn am ddyfynodau o amgylch y gwerth. Dilëwch linellau gwag.',
    },
    source: 'RFC 4180, section 2',
  },
  {
    id: 'row-unique',
    message: {
      en: 'A row with the same selectors and dimensions stands earlier in the table.',
      cy: "Mae rhes â'r un dewiswyr a dimensiynau yn gynharach yn y tabl.",
    },
    why: {
      en: 'One row is one cell: two rows for it count the same people twice, or contradict each other.',
      cy: "Un gell yw un rhes: mae dwy res ar ei chyfer yn cyfrif yr un bobl ddwywaith, neu'n gwrth-ddweud ei gilydd.",
    },
    remedy: {
      en: 'Group before exporting, so that each combination of codes appears once. Add the counts only if the people in them are different.',
      cy: "Grwpiwch cyn allforio, fel bod pob cyfuniad o godau yn ymddangos unwaith. Adiwch y cyfrifon dim ond os yw'r bobl ynddynt yn wahanol.",
    },
    source: 'this standard, core dataset, principle 2',
  },
] as const satisfies readonly StructuralText[];
