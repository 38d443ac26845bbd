import { SaxesParser } from 'saxes';
import type { StructuralRuleId } from '../../structural-rules.ts';
import type { Archive } from '../zip/archive-reader.ts';

/** What an XML part of a workbook is made of. Names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
  /** Asked after every piece: whether the rest is still needed. */
  readonly isDone?: () => boolean;
}

const MAXIMUM_DEPTH = 64;
/** Characters without a tag: a cell of a workbook has at most 32,767. */
const MAXIMUM_STRETCH = 1_000_000;

/**
 * Reads one part of a workbook as XML, as it is unpacked.
 *
 * A document type, an entity of its own, a comment, CDATA or a processing instruction is refused unread, so that
 * nothing expands, nothing is fetched and no text grows without end: workbooks have none of them.
 *
 * @returns What is wrong with the part, or null.
 */
export function readXml(archive: Archive, name: string, listener: XmlListener): StructuralRuleId | null {
  if (!archive.names.includes(name)) return 'workbook-readable';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser({ position: false, xmlns: false });
  let isWrong = false;
  let isFirst = true;
  let held = '';
  let stretch = 0;
  let depth = 0;
  let isRootClosed = false;

  parser.on('error', () => {
    isWrong = true;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAXIMUM_DEPTH) isWrong = true;
    if (!isWrong) listener.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    isRootClosed = depth === 0;
    if (!isWrong) listener.close(localName(tag.name));
  });
  parser.on('text', (text) => {
    if (!isWrong) listener.text(text);
  });

  const read = (decoded: string) => {
    const all = held + decoded;
    held = all.endsWith('<') ? '<' : '';
    const text = held === '' ? all : all.slice(0, -1);
    if (text === '') return;
    const from = isFirst && text.startsWith('<?xml ') ? 2 : 0;
    isFirst = false;
    const firstTag = text.indexOf('<');
    stretch += firstTag === -1 ? text.length : firstTag;
    isWrong ||= text.includes('<!') || text.indexOf('<?', from) !== -1 || stretch > MAXIMUM_STRETCH;
    if (firstTag !== -1) stretch = text.length - text.lastIndexOf('<');
    if (!isWrong) parser.write(text);
  };

  const fault = archive.unpack(name, (bytes) => {
    const decoded = decode(decoder, bytes);
    if (decoded === null) isWrong = true;
    else read(decoded);
    return !isWrong && listener.isDone?.() !== true;
  });
  if (isWrong) return 'workbook-readable';
  if (fault !== null || listener.isDone?.() === true) return fault;
  parser.close();
  return isWrong || !isRootClosed ? 'workbook-readable' : null;
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
