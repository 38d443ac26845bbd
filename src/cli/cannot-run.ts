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

/** What the system said of a file or of listening on a port, in words; null of any other failure. */
export function wordsOfSystemFailure(error: unknown): Text | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  if ('syscall' in error && error.syscall === 'listen') return wordsOfListening(error);
  return 'path' in error ? wordsOfFile(error) : null;
}

function wordsOfFile({ code, path }: Error & { readonly code?: unknown; readonly path?: unknown }): Text {
  if (code === 'ENOENT') {
    return { en: `There is no file or folder ${path}.`, cy: `Nid oes ffeil na ffolder ${path}.` };
  }
  if (code === 'EISDIR') return { en: `${path} is a folder.`, cy: `Ffolder yw ${path}.` };
  return {
    en: `${path} cannot be read or written (${code}).`,
    cy: `Ni ellir darllen nac ysgrifennu ${path} (${code}).`,
  };
}

function wordsOfListening(
  error: Error & { readonly code?: unknown; readonly address?: unknown; readonly port?: unknown },
): Text {
  const where = `${error.address}:${error.port}`;
  if (error.code === 'EADDRINUSE') {
    return {
      en: `Something else listens on ${where} already. Stop it, or set SPCD_PORT to another port; with 0 a free one is chosen.`,
      cy: `Mae rhywbeth arall yn gwrando ar ${where} eisoes. Stopiwch ef, neu gosodwch SPCD_PORT i borth arall; gyda 0 dewisir un rhydd.`,
    };
  }
  if (error.code === 'EACCES') {
    return {
      en: `This user may not listen on ${where}: ports below 1024 are often for the administrator. Set SPCD_PORT to another port.`,
      cy: `Ni chaiff y defnyddiwr hwn wrando ar ${where}: yn aml, i'r gweinyddwr y mae pyrth o dan 1024. Gosodwch SPCD_PORT i borth arall.`,
    };
  }
  return {
    en: `Nothing can listen on ${where} (${error.code}). SPCD_HOST must be an address of this machine.`,
    cy: `Ni all dim wrando ar ${where} (${error.code}). Rhaid i SPCD_HOST fod yn gyfeiriad o eiddo'r peiriant hwn.`,
  };
}
