import { unzipSync } from 'fflate';
import { type Sheet, writeWorkbook } from '../../../src/standard/write/write-workbook.ts';
import { writeZip } from '../../../src/standard/write/write-zip.ts';

/** A workbook of which some parts were written anew; a part given as null is left out. */
export function workbookWith(
  sheets: readonly Sheet[],
  parts: Readonly<Record<string, ((text: string) => string | Uint8Array) | null>>,
): Uint8Array {
  const files = new Map(
    Object.entries(unzipSync(writeWorkbook(sheets))).map(([name, bytes]): [string, string | Uint8Array] => [
      name,
      new TextDecoder().decode(bytes),
    ]),
  );
  for (const [name, change] of Object.entries(parts)) {
    if (change === null) files.delete(name);
    else files.set(name, change(String(files.get(name) ?? '')));
  }
  return writeZip([...files].map(([name, content]) => ({ name, content })));
}
