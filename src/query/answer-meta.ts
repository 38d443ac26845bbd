import type { Manifest } from '../archive/manifest.ts';
import type { Category } from '../disclosure/categories.ts';
import { periodLevelOf, type Selectors, systemOf } from '../disclosure/lattice.ts';
import { LICENCE, NAME, type Publisher } from '../standard/about.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { TABLES } from '../standard/generated/tables.ts';
import type { FieldDescription } from '../standard/table-description.ts';
import type { Text } from '../standard/text.ts';
import type {
  AnswerCell,
  AnswerColumn,
  AnswerFigure,
  AnswerMeta,
  AnswerRow,
  CoverageGap,
  Warning,
} from './answer.ts';
import { breaksOf } from './breaks.ts';
import { coverageGaps } from './coverage-state.ts';
import { figuresStatus } from './figures-status.ts';
import { coveredAreas } from './lay-on-grid.ts';
import { protectionOf } from './protection.ts';
import type { AskedDimension, Question } from './question.ts';

/** Where and by which version of the API an answer is given. */
export interface AnswerAddress {
  readonly publicUrl: string;
  /** Who is cited; nobody where none is named. */
  readonly publisher?: Publisher | null;
  readonly path: string;
  readonly apiVersion: string;
}

/** Columns of an answer: period, area and the person dimensions that were asked. */
export function columnsOf(question: Question): AnswerColumn[] {
  const [first] = question.periods;
  const period = {
    name: 'period',
    title: { en: 'Period', cy: 'Cyfnod' },
    level: periodLevelOf(first as string),
  };
  return [
    period,
    ...[question.area, ...question.dimensions].map((dimension) => ({
      name: dimension.field.name,
      title: dimension.field.title,
      level: levelOf(dimension, question.selectors),
    })),
  ];
}

/** The level asked; of codes that stand beside the levels, such as the United Kingdom, `apart`. */
function levelOf({ field, level, categories }: AskedDimension, selectors: Selectors): string {
  const { list } = systemOf(field, selectors);
  const isApart = ({ code }: Category) =>
    list.codes.find((candidate) => candidate.code === code)?.level === list.apart;
  return list.apart !== null && categories.every(isApart) ? list.apart : level.id;
}

export function figureOf(field: FieldDescription): AnswerFigure {
  return { name: field.name, title: field.title, description: field.description, unit: field.unit ?? '' };
}

/** Everything about an answer but its rows. */
export function describeAnswer(
  question: Question,
  rows: readonly AnswerRow[],
  address: AnswerAddress & { readonly parameters: Record<string, string> },
): AnswerMeta {
  const { release, table } = question;
  const query = new URLSearchParams({ ...address.parameters, release: release.release });
  const coverage = gapsOf(question);
  return {
    release: release.release,
    collection: release.collection,
    collection_title: collectionTitle(release),
    published_at: release.published_at,
    versions: { api: address.apiVersion, standard: release.schema_version, data: release.release },
    standard_status: 'candidate',
    table,
    table_title: TABLES[table].title,
    question: address.parameters,
    permalink: `${address.publicUrl}${address.path}?${query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`,
    licence: LICENCE,
    citation: citationOf(release, address.publisher),
    disclosure: {
      ...protectionOf(question),
      cells: rows.reduce((total, { cells }) => total + cells.length, 0),
      cells_suppressed: rows.reduce((total, { cells }) => total + suppressedOf(cells), 0),
    },
    figures_status: question.periods.map((period) => ({
      period,
      status: figuresStatus(release, table, period),
    })),
    coverage,
    breaks: breaksOf(question, coverage),
  };
}

function suppressedOf(cells: readonly AnswerCell[]): number {
  return cells.reduce((total, { status }) => (status === 'suppressed' ? total + 1 : total), 0);
}

/** How to cite a release, with its publisher where one is named. */
export function citationOf(release: Manifest, publisher: Publisher | null = null): Text {
  const year = (release.published_at ?? release.built_at).slice(0, 4);
  const id = release.release;
  return cite(publisher, {
    collection: collectionTitle(release),
    release: { en: id, cy: id },
    year: { en: year, cy: year },
  });
}

/** How any release is cited: in angle brackets what it is to be replaced with. */
export function citationPattern(publisher: Publisher | null): Text {
  return cite(publisher, {
    collection: { en: '<collection>', cy: '<casgliad>' },
    release: { en: '<release>', cy: '<datganiad>' },
    year: { en: '<year>', cy: '<blwyddyn>' },
  });
}

function cite(
  publisher: Publisher | null,
  { collection, release, year }: Readonly<Record<'collection' | 'release' | 'year', Text>>,
): Text {
  const by = { en: publisher ? `${publisher.name.en}, ` : '', cy: publisher ? `${publisher.name.cy}, ` : '' };
  return {
    en: `${by.en}${NAME.en} (candidate standard), ${collection.en}, release ${release.en}, ${year.en}.`,
    cy: `${by.cy}${NAME.cy} (safon ymgeisiol), ${collection.cy}, datganiad ${release.cy}, ${year.cy}.`,
  };
}

/** What a publisher with a DOI prefix can register a release under, after its prefix and a slash. It never changes. */
export function doiSuffixOf({ release }: Pick<Manifest, 'release'>): string {
  return `spcd.${release}`;
}

export function collectionTitle(release: Manifest): Text {
  const code = CODE_LISTS.collection.codes.find((candidate) => candidate.code === release.collection);
  if (!code) throw new Error(`There is no collection ${release.collection}`);
  return code.title;
}

function gapsOf(question: Question): CoverageGap[] {
  const areas = question.area.categories.flatMap(({ code }) => coveredAreas(question, code));
  const gaps = new Map<string, CoverageGap>();
  for (const period of question.periods) {
    for (const gap of coverageGaps(question, areas, period)) {
      const organisation = CODE_LISTS.organisations.codes.find((item) => item.code === gap.organisation);
      gaps.set(`${gap.period} ${gap.organisation}`, { ...gap, title: organisation?.title as Text });
    }
  }
  return [...gaps.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, gap]) => gap);
}

/** Warns where figures leave someone out because a return is missing, incomplete or without what is asked. */
export function incompleteWarning(rows: readonly AnswerRow[], coverage: readonly CoverageGap[]): Warning[] {
  const isIncomplete = rows.some((row) =>
    row.cells.some((cell) => cell.status === 'partial' || cell.status === 'no_return'),
  );
  if (!isIncomplete && !coverage.some(({ state }) => state === 'not_collected')) return [];
  return [
    {
      id: 'incomplete',
      text: {
        en: 'Some returns are missing, incomplete or do not hold what is asked; meta.coverage names them.',
        cy: 'Mae rhai ffurflenni ar goll, yn anghyflawn neu heb yr hyn a ofynnwyd; mae meta.coverage yn eu henwi.',
      },
    },
  ];
}
