import type { Text } from '../standard/text.ts';

/** How `spcd submit` is used. */
export const SUBMIT_USAGE: Text = {
  en: `Usage: spcd submit FILE [options]
       spcd submit --verify ID --confirm RULE:WHY [options]

Sends a return to a service and prints its receipt. FILE is read as spcd validate reads it: a return in JSON or NDJSON,
as a zip of CSVs or as an XLSX workbook, or one of its tables in CSV; - reads standard input.

  --url ADDRESS        where the service is; else SPCD_URL says
  --key-file FILE      holds the key or token of the organisation; else SPCD_KEY does
  --format FORM        what the file is: json, ndjson, csv, zip or xlsx; else its extension or how it begins says
  --table NAME         the table that a CSV holds; else the file's name says
  --header FILE        the header of a CSV's return, in JSON
  --set NAME=VALUE     one field of that header, such as --set submitter=7A7; may be repeated
  --period PERIOD      the same as --set period=PERIOD
  --confirm RULE:WHY   says that figures are right which a rule asks to confirm, and why; may be repeated
  --verify ID          send no file, but confirm what rules ask of the submission ID, which is held
  --async              let the service answer as soon as it holds the return, and ask it until all is checked: for
                       large returns
  --dry-run            have all of it checked, and nothing stored
  --idempotency-key K  names this submission; else one is made, and kept until an answer has come
  --allow-plain-http   send the key to another machine without encryption
  --lang en|cy         language of the words; else LANG says, else English
  --json               the receipt as JSON, both languages, as the service gives it
  --help               these words

The key is never given on the command line, where every user of the machine can read it in the list of processes.
A connection that breaks is made again, and the return is still taken in once. While the service works on what it
got before, the command waits for it, for ten minutes at most. Where no answer came at all, run the same command again:
it goes on with the same submission.

Ends with 0 when the return was accepted, 1 when it was refused or waits to be confirmed, 2 when the command or its
key cannot be followed, 3 when the service could not be reached or could not answer.`,
  cy: `Defnydd: spcd submit FFEIL [opsiynau]
         spcd submit --verify ID --confirm RHEOL:PAM [opsiynau]

Anfon ffurflen i wasanaeth ac argraffu ei derbynneb. Darllenir FFEIL fel y mae spcd validate yn ei darllen: ffurflen yn
JSON neu NDJSON, fel zip o ffeiliau CSV neu fel llyfr gwaith XLSX, neu un o'i thablau yn CSV; mae - yn darllen y
mewnbwn safonol.

  --url CYFEIRIAD      lle mae'r gwasanaeth; fel arall SPCD_URL sy'n dweud
  --key-file FFEIL     mae'n dal allwedd neu docyn y sefydliad; fel arall SPCD_KEY
  --format FFURF       beth yw'r ffeil: json, ndjson, csv, zip neu xlsx; fel arall ei hestyniad neu ei dechrau sy'n
                       dweud
  --table ENW          y tabl sydd mewn CSV; fel arall enw'r ffeil sy'n dweud
  --header FFEIL       pennyn ffurflen y CSV, yn JSON
  --set ENW=GWERTH     un o feysydd y pennyn hwnnw, megis --set submitter=7A7; gellir ei ailadrodd
  --period CYFNOD      yr un peth â --set period=CYFNOD
  --confirm RHEOL:PAM  dweud bod ffigurau'n gywir y mae rheol yn gofyn am eu cadarnhau, a pham; gellir ei ailadrodd
  --verify ID          anfon dim ffeil, ond cadarnhau'r hyn y mae rheolau'n ei ofyn am y cyflwyniad ID, sy'n cael ei ddal
  --async              gadael i'r gwasanaeth ateb cyn gynted ag y bydd y ffurflen ganddo, a'i holi nes bod y cyfan
                       wedi'i wirio: ar gyfer ffurflenni mawr
  --dry-run            gwirio'r cyfan, a storio dim
  --idempotency-key A  enwi'r cyflwyniad hwn; fel arall gwneir un, a'i gadw nes daw ateb
  --allow-plain-http   anfon yr allwedd i beiriant arall heb ei hamgryptio
  --lang en|cy         iaith y geiriau; fel arall LANG sy'n dweud, fel arall Saesneg
  --json               y dderbynneb fel JSON, yn y ddwy iaith, fel y mae'r gwasanaeth yn ei rhoi
  --help               y geiriau hyn

Ni roddir yr allwedd byth ar y llinell orchymyn, lle gall pob defnyddiwr o'r peiriant ei darllen yn y rhestr o
brosesau. Gwneir cysylltiad sy'n torri eto, a dim ond unwaith y derbynnir y ffurflen serch hynny. Tra bo'r gwasanaeth
yn gweithio ar yr hyn a gafodd o'r blaen, mae'r gorchymyn yn aros amdano, am ddeng munud ar y mwyaf. Lle na ddaeth ateb
o gwbl, rhedwch yr un gorchymyn eto: mae'n mynd ymlaen â'r un cyflwyniad.

Mae'n gorffen â 0 pan dderbyniwyd y ffurflen, 1 pan wrthodwyd hi neu pan fo'n aros i'w chadarnhau, 2 pan na ellir
dilyn y gorchymyn neu ei allwedd, 3 pan na ellid cyrraedd y gwasanaeth neu pan na allai ateb.`,
};
