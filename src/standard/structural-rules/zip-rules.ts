import type { StructuralText } from './structural-rule.ts';

/** Faults of a zip, and of the zip that an XLSX workbook is. */
export const ZIP_RULES = [
  {
    id: 'zip-well-formed',
    message: {
      en: 'The file cannot be read as a zip for certain: it is cut, has something before or after it, or says two things of one file in it.',
      cy: "Ni ellir darllen y ffeil yn sicr fel zip: mae wedi'i chwtogi, mae rhywbeth o'i blaen neu ar ei hôl, neu mae'n dweud dau beth am un ffeil sydd ynddi.",
    },
    why: {
      en: 'Programs would take different files out of it.',
      cy: "Byddai gwahanol raglenni'n tynnu ffeiliau gwahanol ohoni.",
    },
    remedy: {
      en: 'Make the zip or save the workbook again, and send the whole file.',
      cy: 'Gwnewch y zip neu cadwch y llyfr gwaith eto, ac anfonwch y ffeil gyfan.',
    },
    source: 'APPNOTE.TXT, .ZIP File Format Specification 6.3.10, section 4.3',
  },
  {
    id: 'zip-file-intact',
    message: {
      en: 'A file in the zip is damaged: it cannot be unpacked, or is not what its checksum and length say.',
      cy: "Mae ffeil yn y zip wedi'i difrodi: ni ellir ei dadbacio, neu nid yw'n cyd-fynd â'i swm gwirio a'i hyd.",
    },
    why: {
      en: 'Part of the rows may be lost or changed.',
      cy: "Gall rhan o'r rhesi fod wedi'i cholli neu ei newid.",
    },
    remedy: {
      en: 'Make the zip or save the workbook again, and send the whole file.',
      cy: 'Gwnewch y zip neu cadwch y llyfr gwaith eto, ac anfonwch y ffeil gyfan.',
    },
    source: 'APPNOTE.TXT, .ZIP File Format Specification 6.3.10, section 4.4.7',
  },
  {
    id: 'zip-not-too-large',
    message: {
      en: 'The file is larger than 64 MB, holds more than 1,000 files, or uses the zip64 form for very large ones.',
      cy: "Mae'r ffeil yn fwy na 64 MB, yn dal mwy na 1,000 o ffeiliau, neu'n defnyddio'r ffurf zip64 ar gyfer rhai mawr iawn.",
    },
    why: {
      en: 'A zip is held in memory until its list of files, which stands at its end, has come.',
      cy: 'Cedwir zip yn y cof nes bod ei restr ffeiliau, sydd ar ei diwedd, wedi cyrraedd.',
    },
    remedy: {
      en: 'Send large tables as CSV or NDJSON, which are read as they come.',
      cy: 'Anfonwch dablau mawr fel CSV neu NDJSON, a ddarllenir wrth iddynt gyrraedd.',
    },
    source: 'this standard, schema/README.md, forms of a return',
  },
  {
    id: 'zip-unpacks-to-a-bounded-size',
    message: {
      en: 'A file in the zip unpacks to more than 200 times its size, or the files together to more than 256 MB; reading stopped there.',
      cy: "Mae ffeil yn y zip yn dadbacio i fwy na 200 gwaith ei maint, neu'r ffeiliau gyda'i gilydd i fwy na 256 MB; daeth y darllen i ben yno.",
    },
    why: {
      en: 'No return packs so tightly; such files are made to fill the memory of those who open them.',
      cy: "Nid oes yr un ffurflen yn pacio mor dynn; gwneir ffeiliau o'r fath i lenwi cof y rhai sy'n eu hagor.",
    },
    remedy: {
      en: 'In a workbook, delete empty rows and columns with formatting. Send large tables as CSV.',
      cy: 'Mewn llyfr gwaith, dilëwch resi a cholofnau gwag â fformatio. Anfonwch dablau mawr fel CSV.',
    },
    source: 'this standard, schema/README.md, forms of a return',
  },
  {
    id: 'zip-names-plain',
    message: {
      en: 'The name of a file in the zip leads out of it, or holds a backslash or a character that cannot be seen.',
      cy: "Mae enw ffeil yn y zip yn arwain allan ohoni, neu'n cynnwys ôl-slaes neu nod na ellir ei weld.",
    },
    why: {
      en: 'Unpacked by another program, such a file could overwrite one on the disk.',
      cy: "Wedi'i dadbacio gan raglen arall, gallai ffeil o'r fath ysgrifennu dros un ar y ddisg.",
    },
    remedy: {
      en: 'Name the files plainly: return.json, profiles.csv.',
      cy: 'Enwch y ffeiliau yn blaen: return.json, profiles.csv.',
    },
    source: 'APPNOTE.TXT, .ZIP File Format Specification 6.3.10, section 4.4.17',
  },
  {
    id: 'zip-files-apart',
    message: {
      en: 'Two files of the zip have one name, or lie in the same bytes.',
      cy: 'Mae gan ddwy ffeil yn y zip yr un enw, neu maent yn yr un beitiau.',
    },
    why: {
      en: 'Nobody can tell which of the two is meant.',
      cy: "Ni all neb ddweud pa un o'r ddwy a olygir.",
    },
    remedy: {
      en: 'Make the zip again with each file once.',
      cy: 'Gwnewch y zip eto gyda phob ffeil unwaith.',
    },
    source: 'APPNOTE.TXT, .ZIP File Format Specification 6.3.10, section 4.3',
  },
  {
    id: 'zip-files-readable',
    message: {
      en: 'A file in the zip is encrypted or packed in a way other than deflate.',
      cy: "Mae ffeil yn y zip wedi'i hamgryptio neu wedi'i phacio mewn ffordd heblaw deflate.",
    },
    why: {
      en: 'It cannot be read without a password or another program.',
      cy: 'Ni ellir ei darllen heb gyfrinair neu raglen arall.',
    },
    remedy: {
      en: 'Make the zip without a password, with the ordinary compression. What travels is encrypted by HTTPS.',
      cy: "Gwnewch y zip heb gyfrinair, gyda'r cywasgu arferol. Mae HTTPS yn amgryptio'r hyn sy'n teithio.",
    },
    source: 'APPNOTE.TXT, .ZIP File Format Specification 6.3.10, sections 4.4.4 and 4.4.5',
  },
  {
    id: 'zip-not-nested',
    message: {
      en: 'There is a zip or a workbook inside the zip.',
      cy: "Mae zip neu lyfr gwaith y tu mewn i'r zip.",
    },
    why: {
      en: 'One return is one zip; what is packed again is not unpacked.',
      cy: "Un zip yw un ffurflen; ni ddadbacir yr hyn sydd wedi'i bacio eto.",
    },
    remedy: {
      en: 'Send each return by itself: a zip of return.json and CSV files, or the workbook alone.',
      cy: "Anfonwch bob ffurflen ar ei phen ei hun: zip o return.json a ffeiliau CSV, neu'r llyfr gwaith yn unig.",
    },
    source: 'this standard, schema/README.md, forms of a return',
  },
  {
    id: 'zip-file-known',
    message: {
      en: 'The zip holds a file that is no part of a return: expected are {expected}.',
      cy: "Mae'r zip yn dal ffeil nad yw'n rhan o ffurflen: disgwylir {expected}.",
    },
    why: {
      en: 'A misnamed table would be left out without anyone noticing, and other files may hold what identifies a person.',
      cy: "Byddai tabl wedi'i gamenwi yn cael ei adael allan heb i neb sylwi, a gall ffeiliau eraill ddal yr hyn sy'n adnabod unigolyn.",
    },
    remedy: {
      en: 'Rename the file, or take it out. All may stand in one folder, not in several.',
      cy: 'Ailenwch y ffeil, neu tynnwch hi allan. Caiff pob un fod mewn un ffolder, ond nid mewn sawl un.',
    },
    source: 'this standard, schema/README.md, forms of a return',
  },
  {
    id: 'zip-holds-the-header',
    message: {
      en: 'The zip holds no return.json.',
      cy: "Nid yw'r zip yn dal return.json.",
    },
    why: {
      en: 'The rows mean nothing without the header that says whose they are and for which quarter.',
      cy: "Nid yw'r rhesi'n golygu dim heb y pennyn sy'n dweud pwy biau nhw ac ar gyfer pa chwarter.",
    },
    remedy: {
      en: 'Put the header of the return, as JSON, into return.json beside the CSV files.',
      cy: 'Rhowch bennyn y ffurflen, fel JSON, yn return.json wrth ymyl y ffeiliau CSV.',
    },
    source: 'this standard, schema/README.md, forms of a return',
  },
  {
    id: 'zip-leftovers-passed-over',
    tier: 'advice',
    message: {
      en: 'Files that an operating system put into the zip (__MACOSX, .DS_Store) were not read.',
      cy: 'Ni ddarllenwyd ffeiliau a roddodd system weithredu yn y zip (__MACOSX, .DS_Store).',
    },
    why: {
      en: 'They are no part of the return, but may name the folders of the computer it was made on.',
      cy: "Nid ydynt yn rhan o'r ffurflen, ond gallant enwi ffolderi'r cyfrifiadur y'i gwnaed arno.",
    },
    remedy: {
      en: 'Nothing needs to be done; a zip made on the command line leaves them out.',
      cy: 'Nid oes angen gwneud dim; mae zip a wneir ar y llinell orchymyn yn eu gadael allan.',
    },
    source: 'this standard, schema/README.md, forms of a return',
  },
] as const satisfies readonly StructuralText[];
