import type { StructuralRuleId } from '../../structural-rules.ts';
import type { Archive } from '../zip/archive-reader.ts';
import { type Relationship, readRelationships } from './read-relationships.ts';
import { readXml } from './read-xml.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  /** Name of its part in the zip; null when it is no sheet of cells. */
  readonly part: string | null;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  /** Whether days are counted from 1904, as older Macs did. */
  readonly countsFrom1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether it is tied to another file or to a source of data. */
  readonly hasLinks: boolean;
}

const LINKS = new Set(['externalLink', 'connections', 'externalLinkPath']);
const LINK_PARTS = /^xl\/(externalLinks\/|connections\.xml$|queryTables\/)/;

/** Reads what a workbook is made of. Two sheets of one name, capitals aside, are refused. */
export function readWorkbook(
  archive: Archive,
): { readonly workbook: Workbook } | { readonly fault: StructuralRuleId } {
  const whole = archive.names.includes('_rels/.rels') ? readRelationships(archive, '') : null;
  if (whole === null) return { fault: 'workbook-kind-known' };
  if (whole.fault !== null) return { fault: whole.fault };
  const main = partOf(whole.relationships, 'officeDocument');
  if (main === null || !main.endsWith('.xml')) return { fault: 'workbook-kind-known' };
  const { relationships, fault } = readRelationships(archive, main);
  if (fault !== null) return { fault };

  const sheets: SheetEntry[] = [];
  let countsFrom1904 = false;
  const wrong = readXml(archive, main, {
    open(name, attributes) {
      if (name === 'workbookPr') countsFrom1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const target = relationships.find((each) => each.id === id);
      const { name: title = '', state = 'visible' } = attributes;
      const part = target?.kind === 'worksheet' ? target.part : null;
      sheets.push({ name: title, isHidden: state !== 'visible', part });
    },
    close() {},
    text() {},
  });
  if (wrong !== null) return { fault: wrong };
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  if (names.size < sheets.length) return { fault: 'workbook-readable' };
  return {
    workbook: {
      sheets,
      countsFrom1904,
      sharedStrings: partOf(relationships, 'sharedStrings'),
      styles: partOf(relationships, 'styles'),
      hasLinks:
        relationships.some(({ kind }) => LINKS.has(kind)) ||
        archive.names.some((name) => LINK_PARTS.test(name)),
    },
  };
}

/** A truth value as XML Schema writes it. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}

function partOf(relationships: readonly Relationship[], kind: string): string | null {
  return relationships.find((each) => each.kind === kind)?.part ?? null;
}
