import type { StructuralText } from './structural-rule.ts';

/** Faults of a return sent line by line, and of a header that stands apart from its rows. */
export const NDJSON_RULES = [
  {
    id: 'ndjson-line-is-whole',
    message: {
      en: 'The line ends before its JSON does; nothing after this place was read.',
      cy: "Mae'r llinell yn gorffen cyn i'w JSON orffen; ni ddarllenwyd dim ar ôl y lle hwn.",
    },
    why: {
      en: 'In NDJSON every line is one whole JSON text, so that a line that is lost or cut shows.',
      cy: "Yn NDJSON mae pob llinell yn un testun JSON cyfan, fel bod llinell a gollwyd neu a gwtogwyd yn dod i'r amlwg.",
    },
    remedy: {
      en: 'Write the header and each row on one line, without line breaks inside.',
      cy: 'Ysgrifennwch y pennyn a phob rhes ar un llinell, heb doriadau llinell y tu mewn iddynt.',
    },
    source: 'NDJSON specification 1.0, section 3.1',
  },
  {
    id: 'ndjson-row-names-its-table',
    message: {
      en: 'The line does not name its table.',
      cy: "Nid yw'r llinell yn enwi ei thabl.",
    },
    why: {
      en: 'In NDJSON the rows of all tables follow one another, so each says where it belongs.',
      cy: "Yn NDJSON mae rhesi pob tabl yn dilyn ei gilydd, felly mae pob un yn dweud i ba dabl y mae'n perthyn.",
    },
    remedy: {
      en: 'Begin each line after the header with its table: { "table": "profiles", … }.',
      cy: 'Dechreuwch bob llinell ar ôl y pennyn â\'i thabl: { "table": "profiles", … }.',
    },
    source: 'this standard, schema/README.md, forms of a return',
  },
  {
    id: 'header-stands-alone',
    message: {
      en: 'The header holds "tables", but in this form the rows stand elsewhere; what is in it was not read.',
      cy: 'Mae\'r pennyn yn dal "tables", ond yn y ffurf hon mae\'r rhesi mewn man arall; ni ddarllenwyd yr hyn sydd ynddo.',
    },
    why: {
      en: 'Rows in two places could contradict each other.',
      cy: 'Gallai rhesi mewn dau le wrth-ddweud ei gilydd.',
    },
    remedy: {
      en: 'Remove "tables" from the header: rows are lines of their own in NDJSON, and files of their own in a zip.',
      cy: 'Dilëwch "tables" o\'r pennyn: llinellau ar eu pennau eu hunain yw rhesi yn NDJSON, a ffeiliau ar eu pennau eu hunain mewn zip.',
    },
    source: 'this standard, schema/README.md, forms of a return',
  },
  {
    id: 'text-without-control-characters',
    message: {
      en: 'The text holds a control character, half a character, or a character that shows as nothing, such as a soft hyphen, a space of no width or a mark that turns the direction of writing.',
      cy: "Mae'r testun yn cynnwys nod rheoli, hanner nod, neu nod nad yw'n dangos dim, megis cysylltnod meddal, bwlch heb led neu farc sy'n troi cyfeiriad yr ysgrifennu.",
    },
    why: {
      en: 'Such characters cannot be seen, cannot all be stored, and can make a text show what it does not say.',
      cy: "Ni ellir gweld nodau o'r fath, ni ellir storio pob un ohonynt, a gallant wneud i destun ddangos yr hyn nad yw'n ei ddweud.",
    },
    remedy: {
      en: 'Type the text again rather than pasting it from a document or a web page; tabs and line breaks may stay.',
      cy: "Teipiwch y testun eto yn hytrach na'i ludo o ddogfen neu o dudalen we; caiff tabiau a thoriadau llinell aros.",
    },
    source: 'Unicode Standard, section 23.1; RFC 7493, section 2.1',
  },
] as const satisfies readonly StructuralText[];
