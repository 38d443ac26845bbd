import type { Text } from '../standard/text.ts';

/** Why a command could not do what it was asked, for the person at the keyboard. It ends with exit code 2. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** Turns the failure of reading a file into words; what is no failure of the file system is passed on. */
export function cannotRead(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOENT') {
    return new CannotRun({ en: `There is no file ${file}.`, cy: `Nid oes ffeil ${file}.` });
  }
  if (error.code === 'EISDIR') {
    return new CannotRun({
      en: `${file} is a folder: name a file in it.`,
      cy: `Ffolder yw ${file}: enwch ffeil sydd ynddo.`,
    });
  }
  return new CannotRun({
    en: `${file} cannot be read (${error.code}).`,
    cy: `Ni ellir darllen ${file} (${error.code}).`,
  });
}

/** What the file system said, in words; null of any other failure. */
export function wordsOfFileFailure(error: unknown): Text | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null;
  const { code, path } = error;
  if (code === 'ENOENT') {
    return { en: `There is no file or folder ${path}.`, cy: `Nid oes ffeil na ffolder ${path}.` };
  }
  if (code === 'EISDIR') return { en: `${path} is a folder.`, cy: `Ffolder yw ${path}.` };
  return {
    en: `${path} cannot be read or written (${code}).`,
    cy: `Ni ellir darllen nac ysgrifennu ${path} (${code}).`,
  };
}
