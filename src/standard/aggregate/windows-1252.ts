/** What the bytes 0x80 to 0x9F are in Windows-1252; the five it does not have stay controls. WHATWG Encoding. */
const UPPER =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

const FIRST = 0x80;

/**
 * The text of bytes in Windows-1252.
 *
 * Some versions of Node leave 0x80 to 0x9F as controls, as Latin-1 has them, so these are looked up here.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (control) => UPPER[control.charCodeAt(0) - FIRST] as string);
}
