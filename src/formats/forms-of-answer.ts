import type { Answer, AnswerForm } from '../query/answer.ts';
import { countCells } from './count-cells.ts';
import { flatTableOf } from './flat-table.ts';
import type { Format } from './formats.ts';
import { type GiveWay, joinInTurns, NEVER } from './in-turns.ts';
import { localise, withoutRows } from './localise.ts';
import { csvInPieces } from './write-csv.ts';
import { writeJson } from './write-json.ts';
import { writeJsonStat } from './write-json-stat.ts';
import { writeNdjson } from './write-ndjson.ts';
import { type FileWriter, writeParquet } from './write-parquet.ts';
import { writeXlsxApart } from './write-xlsx-apart.ts';

/** Writes something in one form, giving way to others where that takes long. */
export type FormWriter = (
  form: AnswerForm,
  giveWay?: GiveWay,
) => string | Uint8Array | Promise<string | Uint8Array>;

/** How each form of an answer is written. Every format has one, so that none can be offered and not given. */
export function formsOfAnswer(answer: Answer, writeFile: FileWriter) {
  return {
    json: (form) => writeJson(answer, form),
    csv: (form, giveWay = NEVER) => joinInTurns(csvInPieces(flatTableOf(answer, form)), giveWay),
    ndjson: (form) => writeNdjson(flatTableOf(answer, form), lastLineOf(answer, form)),
    'json-stat': (form) => writeJsonStat(answer, form),
    parquet: (form) => writeParquet(writeFile, flatTableOf(answer, form), parquetMetadataOf(answer, form)),
    xlsx: (form, giveWay = NEVER) => writeXlsxApart(answer, form, giveWay),
  } satisfies Record<Format, FormWriter>;
}

function lastLineOf(answer: Answer, form: AnswerForm): object {
  const { meta, notes, warnings } = localise(withoutRows(answer), form.language);
  const { cells, shown } = countCells(answer);
  return {
    cells,
    shown,
    permalink: meta.permalink,
    licence: meta.licence.url,
    citation: meta.citation,
    disclosure: meta.disclosure,
    coverage: meta.coverage,
    notes,
    warnings,
  };
}

/** What a Parquet file says of itself: names of our own begin with `spcd_`. */
function parquetMetadataOf(answer: Answer, { language }: AnswerForm): Record<string, string> {
  const { meta, notes } = localise(withoutRows(answer), language);
  const { method, version, threshold, rounding } = meta.disclosure;
  return {
    spcd_schema_version: meta.versions.standard,
    spcd_release: meta.release,
    spcd_collection: meta.collection,
    spcd_table: meta.table,
    licence: meta.licence.url,
    disclosure_control: [
      `${method} ${version}`,
      ...(threshold === null ? [] : [`counts under ${threshold} not shown`]),
      ...(rounding === null ? [] : [`rounded to ${rounding}`]),
    ].join(', '),
    permalink: meta.permalink,
    citation: meta.citation,
    notes: notes.map(({ text }) => text).join(' '),
  };
}
