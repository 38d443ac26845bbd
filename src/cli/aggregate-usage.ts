import type { Text } from '../standard/text.ts';

/** The words of `spcd aggregate --help`. */
export const AGGREGATE_USAGE: Text = {
  en: `Usage: spcd aggregate MAPPING --period 2026-Q2 [options]
       spcd aggregate --suggest cases.csv[,connections:FILE][,scores:FILE]

Counts the exports of a case-management system into a return. Nothing about a person is written: only counts.
MAPPING says which column is which; keep it with your system. The rules of counting are in docs/aggregate.md.

  --period QUARTER         the quarter to count; 2026-Q2 is April to June 2026
  --system MAPPING[=FILES] one system of several; FILES as in cases.csv,connections:c.csv,scores:s.csv
                           where the mapping does not name them
  --out FILE               where to write; else return-QUARTER.json in this folder
  --format json|ndjson|xlsx|zip
                           else the extension of --out says; a zip holds CSVs
  --set NAME=VALUE         one field of the header, such as --set figures_status=final; may be repeated
  --extracted-at DATE      when the export was made; else the date of its file
  --postcode-lookup FILE   a postcode file in CSV, for authority, deprivation fifth and urban or rural
  --allow-unmapped         count values that are not mapped as not known, and say how many
  --suggest FILES          write a mapping to start from, to standard output
  --with-values            with --suggest: copy values that no code was found for; they may be about people
  --lang en|cy             language of messages

Ends with 0 when a return was written, 1 when something must be mended first, 2 when it could not be run.`,
  cy: `Defnydd: spcd aggregate MAPIO --period 2026-Q2 [opsiynau]
         spcd aggregate --suggest achosion.csv[,connections:FFEIL][,scores:FFEIL]

Cyfrif allforion system rheoli achosion i mewn i ffurflen. Nid ysgrifennir dim am unigolyn: cyfrifon yn unig.
Mae MAPIO yn dweud pa golofn yw pa un; cadwch ef gyda'ch system. Mae'r rheolau cyfrif yn docs/aggregate.md.

  --period CHWARTER        y chwarter i'w gyfrif; Ebrill i Fehefin 2026 yw 2026-Q2
  --system MAPIO[=FFEILIAU] un system o sawl un; FFEILIAU fel yn achosion.csv,connections:c.csv,scores:s.csv
                           lle nad yw'r mapio yn eu henwi
  --out FFEIL              ble i ysgrifennu; fel arall return-CHWARTER.json yn y ffolder hon
  --format json|ndjson|xlsx|zip
                           fel arall estyniad --out sy'n dweud; CSVau sydd mewn zip
  --set ENW=GWERTH         un o feysydd y pennyn, megis --set figures_status=final; gellir ei ailadrodd
  --extracted-at DYDDIAD   pryd y gwnaed yr allforyn; fel arall dyddiad ei ffeil
  --postcode-lookup FFEIL  ffeil codau post yn CSV, ar gyfer awdurdod, pumed amddifadedd a threfol neu wledig
  --allow-unmapped         cyfrif gwerthoedd nas mapiwyd fel anhysbys, a dweud faint
  --suggest FFEILIAU       ysgrifennu mapio i ddechrau ohono, i'r allbwn safonol
  --with-values            gyda --suggest: copïo gwerthoedd na chafwyd cod ar eu cyfer; gallent fod am bobl
  --lang en|cy             iaith negeseuon

Mae'n gorffen â 0 pan ysgrifennwyd ffurflen, 1 pan fydd rhaid cywiro rhywbeth yn gyntaf, 2 pan na ellid ei rhedeg.`,
};
