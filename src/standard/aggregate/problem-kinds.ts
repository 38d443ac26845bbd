import type { Text } from '../text.ts';

/** `error` stops; `unmapped` stops unless it is allowed, and then counts as not known; `note` is only said. */
export interface ProblemKind {
  readonly tier: 'error' | 'unmapped' | 'note';
  readonly message: Text;
  readonly remedy: Text;
}

/** Everything that can be wrong with an export or its mapping, in our words. */
export const PROBLEM_KINDS = {
  'mapping-is-json': {
    tier: 'error',
    message: { en: 'The mapping is not JSON.', cy: 'Nid JSON yw’r mapio.' },
    remedy: {
      en: 'Look for a missing comma, quote or bracket, and save the file as UTF-8.',
      cy: 'Chwiliwch am goma, dyfynnod neu fraced ar goll, a chadwch y ffeil fel UTF-8.',
    },
  },
  'mapping-follows-its-schema': {
    tier: 'error',
    message: { en: 'The mapping is not as its schema says.', cy: "Nid yw'r mapio fel y dywed ei sgema." },
    remedy: {
      en: 'Mend the place named; docs/aggregate.md lists the fields.',
      cy: 'Cywirwch y lle a enwir; mae docs/aggregate.md yn rhestru’r meysydd.',
    },
  },
  'mapped-code-known': {
    tier: 'error',
    message: {
      en: 'The mapping turns a value into a code that the field does not take.',
      cy: "Mae'r mapio yn troi gwerth yn god nad yw'r maes yn ei gymryd.",
    },
    remedy: {
      en: 'Use a code of the list, or a blank that the field takes.',
      cy: "Defnyddiwch god o'r rhestr, neu fwlch y mae'r maes yn ei gymryd.",
    },
  },
  'field-mapped': {
    tier: 'error',
    message: {
      en: 'The mapping has no column for a field that must be there.',
      cy: 'Nid oes gan y mapio golofn ar gyfer maes y mae’n rhaid ei gael.',
    },
    remedy: {
      en: 'Name its column, or give a constant.',
      cy: 'Enwch ei golofn, neu rhowch gysonyn.',
    },
  },
  'column-present': {
    tier: 'error',
    message: {
      en: 'A column that the mapping names is not in the file.',
      cy: "Nid yw colofn y mae'r mapio yn ei henwi yn y ffeil.",
    },
    remedy: {
      en: 'Compare the heading in the file with the mapping, letter by letter, or drop the field from the mapping.',
      cy: "Cymharwch y pennawd yn y ffeil â'r mapio, lythyren wrth lythyren, neu gollyngwch y maes o'r mapio.",
    },
  },
  'column-once': {
    tier: 'error',
    message: {
      en: 'A column that the mapping names is in the file more than once.',
      cy: "Mae colofn y mae'r mapio yn ei henwi yn y ffeil fwy nag unwaith.",
    },
    remedy: {
      en: 'Give one of them another heading.',
      cy: 'Rhowch bennawd arall i un ohonynt.',
    },
  },
  'file-not-empty': {
    tier: 'error',
    message: { en: 'The file has no headings.', cy: 'Nid oes penawdau yn y ffeil.' },
    remedy: { en: 'Export it again with headings.', cy: 'Allforiwch hi eto gyda phenawdau.' },
  },
  'text-readable': {
    tier: 'error',
    message: {
      en: 'The file holds bytes that its encoding does not have.',
      cy: "Mae'r ffeil yn dal beitiau nad ydynt yn ei hamgodiad.",
    },
    remedy: {
      en: 'Save it as UTF-8, or say encoding windows-1252 in the mapping.',
      cy: 'Cadwch hi fel UTF-8, neu dywedwch encoding windows-1252 yn y mapio.',
    },
  },
  'encoding-recognised': {
    tier: 'note',
    message: {
      en: 'The file is not UTF-8; it was read in the encoding named.',
      cy: "Nid UTF-8 yw'r ffeil; fe'i darllenwyd yn yr amgodiad a enwir.",
    },
    remedy: {
      en: 'Say it in the mapping, under encoding, so that it need not be recognised.',
      cy: 'Dywedwch ef yn y mapio, o dan encoding, fel na fydd rhaid ei adnabod.',
    },
  },
  'quotes-closed': {
    tier: 'error',
    message: { en: 'A quotation mark is not closed.', cy: 'Nid yw dyfynnod wedi ei gau.' },
    remedy: {
      en: 'Export the file again; a cell with a quotation mark doubles it and stands in quotation marks.',
      cy: 'Allforiwch y ffeil eto; mae cell â dyfynnod yn ei ddyblu ac yn sefyll mewn dyfynodau.',
    },
  },
  'row-fits-headings': {
    tier: 'unmapped',
    message: {
      en: 'The row has more or fewer cells than there are headings, so it is left out.',
      cy: 'Mae gan y rhes fwy neu lai o gelloedd nag sydd o benawdau, felly caiff ei gadael allan.',
    },
    remedy: {
      en: 'Check the separator, and cells that hold it.',
      cy: "Gwiriwch y gwahanydd, a chelloedd sy'n ei gynnwys.",
    },
  },
  'value-mapped': {
    tier: 'unmapped',
    message: {
      en: 'Values of a pick-list that the mapping does not know.',
      cy: "Gwerthoedd rhestr ddewis nad yw'r mapio yn eu hadnabod.",
    },
    remedy: {
      en: 'Look the rows up in the export and add each value to the values of the field. With --allow-unmapped they count as not known.',
      cy: 'Chwiliwch am y rhesi yn yr allforyn ac ychwanegwch bob gwerth at werthoedd y maes. Gyda --allow-unmapped maent yn cyfrif fel anhysbys.',
    },
  },
  'date-readable': {
    tier: 'unmapped',
    message: {
      en: 'Dates that are in none of the forms the mapping names.',
      cy: "Dyddiadau nad ydynt yn unrhyw un o'r ffurfiau y mae'r mapio yn eu henwi.",
    },
    remedy: {
      en: 'Add their form to dates. With --allow-unmapped they count as missing.',
      cy: 'Ychwanegwch eu ffurf at dates. Gyda --allow-unmapped maent yn cyfrif fel rhai ar goll.',
    },
  },
  'code-in-use': {
    tier: 'unmapped',
    message: {
      en: 'Codes that were not in use in the quarter, and that no single code took over from.',
      cy: 'Codau nad oeddent mewn defnydd yn y chwarter, ac na chymerodd un cod unigol drosodd oddi wrthynt.',
    },
    remedy: {
      en: 'Say in the values of the field which code each counts as. With --allow-unmapped they count as not known.',
      cy: 'Dywedwch yng ngwerthoedd y maes fel pa god y mae pob un yn cyfrif. Gyda --allow-unmapped maent yn cyfrif fel anhysbys.',
    },
  },
  'code-replaced': {
    tier: 'note',
    message: {
      en: 'Codes that were not in use in the quarter were counted as the code that took over.',
      cy: 'Cyfrifwyd codau nad oeddent mewn defnydd yn y chwarter fel y cod a gymerodd drosodd.',
    },
    remedy: {
      en: 'Bring the codes of the system up to date.',
      cy: 'Diweddarwch godau’r system.',
    },
  },
  'number-readable': {
    tier: 'unmapped',
    message: {
      en: 'Cells that are not numbers, or that could be two: 1,386 is 1386 or 1.386.',
      cy: 'Celloedd nad ydynt yn rhifau, neu a allai fod yn ddau: 1386 neu 1.386 yw 1,386.',
    },
    remedy: {
      en: 'Check that the right column is mapped, and say in the mapping what parts decimal and thousands. With --allow-unmapped they count as missing.',
      cy: "Gwiriwch fod y golofn gywir wedi'i mapio, a dywedwch yn y mapio beth sy'n gwahanu decimal a thousands. Gyda --allow-unmapped maent yn cyfrif fel rhai ar goll.",
    },
  },
  'score-possible': {
    tier: 'unmapped',
    message: {
      en: 'Scores or answers that the measure cannot give.',
      cy: 'Sgoriau neu atebion na all y mesur eu rhoi.',
    },
    remedy: {
      en: 'Check the measure, and whether the column holds scores, raw totals or answers. With --allow-unmapped they are left out.',
      cy: 'Gwiriwch y mesur, ac ai sgoriau, cyfansymiau crai neu atebion sydd yn y golofn. Gyda --allow-unmapped cânt eu gadael allan.',
    },
  },
  'score-complete': {
    tier: 'note',
    message: {
      en: 'Scores left out because more answers are missing than the measure allows.',
      cy: "Sgoriau a adawyd allan am fod mwy o atebion ar goll nag y mae'r mesur yn ei ganiatáu.",
    },
    remedy: { en: 'Nothing is wrong with the export.', cy: "Nid oes dim o'i le ar yr allforyn." },
  },
  'person-known': {
    tier: 'note',
    message: {
      en: 'Rows without the number of a person: left out.',
      cy: 'Rhesi heb rif unigolyn: gadawyd allan.',
    },
    remedy: { en: 'Give each row its person.', cy: 'Rhowch ei hunigolyn i bob rhes.' },
  },
  'event-dated': {
    tier: 'note',
    message: {
      en: 'Rows without a usable date of what they record: left out.',
      cy: 'Rhesi heb ddyddiad y gellir ei ddefnyddio ar gyfer yr hyn y maent yn ei gofnodi: gadawyd allan.',
    },
    remedy: { en: 'Record the date.', cy: 'Cofnodwch y dyddiad.' },
  },
  'date-not-after-export': {
    tier: 'note',
    message: {
      en: 'Dates after the day of the export: they have not happened, so they are left out.',
      cy: 'Dyddiadau ar ôl diwrnod yr allforyn: nid ydynt wedi digwydd, felly cânt eu gadael allan.',
    },
    remedy: {
      en: 'Check the day and month, dates in the mapping, and --extracted-at.',
      cy: "Gwiriwch y diwrnod a'r mis, dates yn y mapio, ac --extracted-at.",
    },
  },
  'date-not-before-referral': {
    tier: 'note',
    message: {
      en: 'Dates before the referral was received: counted on their day, with a wait that is not known.',
      cy: 'Dyddiadau cyn derbyn yr atgyfeiriad: fe’u cyfrifir ar eu diwrnod, ag arhosiad nad yw’n hysbys.',
    },
    remedy: {
      en: 'Check that the right columns are mapped, and the day and month.',
      cy: "Gwiriwch fod y colofnau cywir wedi'u mapio, a'r diwrnod a'r mis.",
    },
  },
  'closed-after-support': {
    tier: 'note',
    message: {
      en: 'Cases closed before a contact, conversation, plan or review of theirs: counted on the days recorded.',
      cy: "Achosion a gaewyd cyn cyswllt, sgwrs, cynllun neu adolygiad ynddynt: fe'u cyfrifir ar y dyddiau a gofnodwyd.",
    },
    remedy: { en: 'Check the dates of these rows.', cy: 'Gwiriwch ddyddiadau’r rhesi hyn.' },
  },
  'birth-possible': {
    tier: 'note',
    message: {
      en: 'Dates of birth after the referral, or more than 120 years before it: not known.',
      cy: 'Dyddiadau geni ar ôl yr atgyfeiriad, neu fwy na 120 mlynedd cyn hynny: anhysbys.',
    },
    remedy: { en: 'Check the dates of birth of these rows.', cy: 'Gwiriwch ddyddiadau geni’r rhesi hyn.' },
  },
  'age-possible': {
    tier: 'note',
    message: {
      en: 'Ages that are not whole years from 0 to 120: not known.',
      cy: 'Oedrannau nad ydynt yn flynyddoedd cyfan o 0 i 120: anhysbys.',
    },
    remedy: {
      en: 'Check that the right column is mapped, and age_on.',
      cy: "Gwiriwch fod y golofn gywir wedi'i mapio, ac age_on.",
    },
  },
  'contacts-possible': {
    tier: 'note',
    message: {
      en: 'Numbers of contacts that are not whole numbers from 0: not known.',
      cy: 'Niferoedd cysylltiadau nad ydynt yn rhifau cyfan o 0 i fyny: anhysbys.',
    },
    remedy: {
      en: 'Check that the right column is mapped.',
      cy: "Gwiriwch fod y golofn gywir wedi'i mapio.",
    },
  },
  'decision-dated': {
    tier: 'note',
    message: {
      en: 'Decisions without a date: their stage is not counted.',
      cy: 'Penderfyniadau heb ddyddiad: ni chyfrifir eu cam.',
    },
    remedy: { en: 'Record the date of the decision.', cy: 'Cofnodwch ddyddiad y penderfyniad.' },
  },
  'column-read': {
    tier: 'note',
    message: {
      en: 'The column is not mapped, so nothing in it was read.',
      cy: "Nid yw'r golofn wedi'i mapio, felly ni ddarllenwyd dim ynddi.",
    },
    remedy: {
      en: 'Map it, or name it in not_read.',
      cy: 'Mapiwch hi, neu enwch hi yn not_read.',
    },
  },
  'postcode-found': {
    tier: 'note',
    message: {
      en: 'Postcodes that the postcode file does not hold: area and fifth count as not known.',
      cy: 'Codau post nad ydynt yn y ffeil codau post: mae ardal a phumed yn cyfrif fel anhysbys.',
    },
    remedy: {
      en: 'Use a newer postcode file, and check how postcodes are typed.',
      cy: 'Defnyddiwch ffeil codau post fwy diweddar, a gwiriwch sut y teipir codau post.',
    },
  },
  'postcode-file-given': {
    tier: 'note',
    message: {
      en: 'Postcodes are mapped and no postcode file was given: they were dropped unread.',
      cy: 'Mapiwyd codau post ac ni roddwyd ffeil codau post: cawsant eu gollwng heb eu darllen.',
    },
    remedy: { en: 'Give --postcode-lookup FILE.', cy: 'Rhowch --postcode-lookup FFEIL.' },
  },
  'person-numbers-explained': {
    tier: 'error',
    message: {
      en: 'Several systems are counted together, and a mapping does not say whether its numbers of people are shared.',
      cy: 'Cyfrifir sawl system gyda’i gilydd, ac nid yw mapio yn dweud a yw ei rifau pobl yn cael eu rhannu.',
    },
    remedy: {
      en: 'Say "person_ids": "shared" where the same number is the same person in the others, else "own".',
      cy: 'Dywedwch "person_ids": "shared" lle mae’r un rhif yr un unigolyn yn y lleill, fel arall "own".',
    },
  },
  'acceptance-held-by-all': {
    tier: 'error',
    message: {
      en: 'One system holds dates of acceptance and this one does not, so what is open could not be counted.',
      cy: 'Mae un system yn dal dyddiadau derbyn ac nid yw hon, felly ni ellid cyfrif yr hyn sydd ar agor.',
    },
    remedy: {
      en: 'Map referral_decision_date; to the date received where the service takes everybody on. Or make two returns.',
      cy: "Mapiwch referral_decision_date; i'r dyddiad derbyn lle mae'r gwasanaeth yn derbyn pawb. Neu gwnewch ddwy ffurflen.",
    },
  },
  'one-form-of-an-instrument': {
    tier: 'error',
    message: {
      en: 'Systems send different measures of one instrument, which cannot be counted together.',
      cy: 'Mae systemau yn anfon gwahanol fesurau o un offeryn, na ellir eu cyfrif gyda’i gilydd.',
    },
    remedy: {
      en: 'Map them to the same measures; raw totals can be converted with raw_total.',
      cy: "Mapiwch hwy i'r un mesurau; gellir trosi cyfansymiau crai â raw_total.",
    },
  },
  'history-held': {
    tier: 'note',
    message: {
      en: 'The export begins late: people first in the year, the cohort or what was open at the start may be too few or too many.',
      cy: 'Mae’r allforyn yn dechrau’n hwyr: gall y bobl am y tro cyntaf yn y flwyddyn, y garfan neu’r hyn a oedd ar agor ar y dechrau fod yn rhy ychydig neu’n ormod.',
    },
    remedy: {
      en: 'Export every case open at some time since 1 April, and every referral of the quarter before.',
      cy: 'Allforiwch bob achos a oedd ar agor ar unrhyw adeg ers 1 Ebrill, a phob atgyfeiriad o’r chwarter cynt.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemId = keyof typeof PROBLEM_KINDS;
