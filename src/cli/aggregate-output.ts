import { realpath } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Return } from '../standard/generated/types.ts';
import { writeCsvArchive } from '../standard/write/write-csv-archive.ts';
import { writeNdjson } from '../standard/write/write-ndjson.ts';
import { writeReturnWorkbook } from '../standard/write/write-return-workbook.ts';
import { writeWhole } from './aggregate-files.ts';
import { CannotRun } from './cannot-run.ts';

const OUTPUT_FORMS = ['json', 'ndjson', 'xlsx', 'zip'] as const;
export type OutputForm = (typeof OUTPUT_FORMS)[number];

/**
 * The form to write: the one asked for, which the extension of the file must not contradict; else the one that the
 * extension says; else JSON.
 *
 * @throws {CannotRun} If there is no such form, or the extension is of another.
 */
export function outputForm(asked: string | undefined, file: string | undefined): OutputForm {
  const extension = file === undefined ? '' : extname(file).slice(1).toLowerCase();
  const form = asked ?? (extension === '' ? 'json' : extension);
  const found = OUTPUT_FORMS.find((each) => each === form);
  const list = OUTPUT_FORMS.join(', ');
  if (found === undefined) {
    throw new CannotRun(
      asked === undefined
        ? {
            en: `A return is not written as .${form}: --out ends in one of ${list}, or --format says which it is.`,
            cy: `Nid ysgrifennir ffurflen fel .${form}: mae --out yn gorffen ag un o ${list}, neu mae --format yn dweud pa un ydyw.`,
          }
        : { en: `--format is one of ${list}, not ${form}.`, cy: `Un o ${list} yw --format, nid ${form}.` },
    );
  }
  if (OUTPUT_FORMS.some((each) => each === extension && each !== found)) {
    throw new CannotRun({
      en: `--format ${found} does not go with a file that ends in .${extension}.`,
      cy: `Nid yw --format ${found} yn cyd-fynd â ffeil sy'n gorffen â .${extension}.`,
    });
  }
  return found;
}

/**
 * Refuses to write over a file that is read: an export or a mapping would be lost.
 *
 * @throws {CannotRun} If it is one of them, by whatever path.
 */
export async function refuseOverwriting(out: string, inputs: readonly string[]): Promise<void> {
  const place = await placeOf(out);
  for (const input of inputs) {
    if ((await placeOf(input)) !== place) continue;
    throw new CannotRun({
      en: `${out} is one of the files that are read: give --out another name.`,
      cy: `Mae ${out} yn un o'r ffeiliau a ddarllenir: rhowch enw arall i --out.`,
    });
  }
}

async function placeOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    // A file that is not there yet is no other file.
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return file;
  }
}

/**
 * Writes a return whole or not at all.
 *
 * @param text - The return as JSON.
 * @throws {CannotRun} If the file cannot be written.
 */
export async function writeReturn(
  out: string,
  document: Return,
  text: string,
  form: OutputForm,
): Promise<void> {
  try {
    await writeWhole(out, contentOf(document, text, form));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new CannotRun({
      en: `${out} cannot be written (${error.code}).`,
      cy: `Ni ellir ysgrifennu ${out} (${error.code}).`,
    });
  }
}

function contentOf(document: Return, text: string, form: OutputForm): string | Uint8Array {
  switch (form) {
    case 'json':
      return text;
    case 'ndjson':
      return writeNdjson(document);
    case 'xlsx':
      return writeReturnWorkbook(document);
    case 'zip':
      return writeCsvArchive(document);
  }
}
