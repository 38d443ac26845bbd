import type { Answer, AnswerForm, AnswerRow, RowLabel } from '../query/answer.ts';
import type { Text } from '../standard/text.ts';
import { labelIn, localise, withoutRows } from './localise.ts';

/** The dimension that tells figures apart. */
const FIGURE = 'figure';

/**
 * An answer as a JSON-stat 2.0 dataset: its columns are dimensions, and its figures are one more, with the role
 * `metric`. A figure that is not shown is null; `status` has a code for every value. What is said of whole rows stands in
 * `extension.attributes`.
 *
 * @throws {Error} If two rows of the answer are about the same categories.
 */
export function writeJsonStat(answer: Answer, form: AnswerForm): string {
  const { meta, columns, notes, warnings } = localise(withoutRows(answer), form.language);
  const categories = columns.map((_, index) => categoriesOf(answer.rows, index));
  const dimensions = [
    ...columns.map((column, index) =>
      dimension(column, categories[index] as ReadonlyMap<string, Text>, form),
    ),
    figureDimension(answer, form),
  ];
  const id = [...columns.map(({ name }) => name), FIGURE];
  const size = [...categories.map((found) => found.size), answer.figures.length];
  const { value, status } = cube(answer, categories, size);
  const { release, collection, versions, question, disclosure, coverage } = meta;
  const dataset = {
    version: '2.0',
    class: 'dataset',
    href: meta.permalink,
    label: meta.table_title,
    source: meta.citation,
    ...(meta.published_at === null ? {} : { updated: meta.published_at }),
    link: { license: [{ type: 'text/html', href: meta.licence.url, label: meta.licence.name }] },
    id,
    size,
    role: {
      time: id.filter((name) => name === 'period'),
      geo: id.filter((name) => name === 'area_code'),
      metric: [FIGURE],
    },
    dimension: Object.fromEntries(id.map((name, index) => [name, dimensions[index]])),
    value,
    status,
    note: [...notes, ...warnings].map(({ text }) => text),
    extension: {
      release,
      collection,
      versions,
      question,
      disclosure,
      coverage,
      warnings,
      ...(answer.attributes === undefined ? {} : { attributes: attributesOf(answer) }),
    },
  };
  return `${JSON.stringify(dataset)}\n`;
}

/** What is said of whole rows, which a cube has no cell for: the codes of each row and, by name, what is said of it. */
function attributesOf({ attributes = [], rows }: Answer) {
  return rows.map(({ labels, attributes: said = [] }) => ({
    at: labels.map(({ code }) => code),
    ...Object.fromEntries(attributes.map(({ name }, index) => [name, said[index]?.code ?? null])),
  }));
}

/** The categories of one column, in the order in which the answer first has them. */
function categoriesOf(rows: readonly AnswerRow[], index: number): ReadonlyMap<string, Text> {
  return new Map(
    rows.map(({ labels }) => {
      const { code, title } = labels[index] as RowLabel;
      return [code, title];
    }),
  );
}

function dimension(
  { title, level }: { readonly title: string; readonly level: string },
  categories: ReadonlyMap<string, Text>,
  form: AnswerForm,
) {
  return {
    label: title,
    category: { index: [...categories.keys()], ...labelled([...categories], form) },
    extension: { level },
  };
}

function figureDimension({ figures }: Answer, form: AnswerForm) {
  return {
    label: { en: 'Figure', cy: 'Ffigur' }[form.language],
    category: {
      index: figures.map(({ name }) => name),
      ...labelled(
        figures.map(({ name, title }) => [name, title]),
        form,
      ),
      unit: Object.fromEntries(figures.map(({ name, unit }) => [name, { label: unit }])),
      note: Object.fromEntries(figures.map(({ name, description }) => [name, [description[form.language]]])),
    },
  };
}

/** No labels where codes alone are wanted: then a reader shows the codes. */
function labelled(entries: readonly (readonly [string, Text])[], form: AnswerForm) {
  if (form.labels === 'codes') return {};
  return { label: Object.fromEntries(entries.map(([code, title]) => [code, labelIn(form, title)])) };
}

/** Values and their statuses in row-major order; a crossing that the answer has no row for is null in both. */
function cube(
  { rows, figures }: Answer,
  categories: readonly ReadonlyMap<string, Text>[],
  size: readonly number[],
) {
  const cells = size.reduce((product, length) => product * length, 1);
  const value: (number | null)[] = Array(cells).fill(null);
  const status: (string | null)[] = Array(cells).fill(null);
  const ranks = categories.map((found) => new Map([...found.keys()].map((code, rank) => [code, rank])));
  for (const row of rows) {
    const place = row.labels.reduce(
      (before, { code }, index) => before * (size[index] as number) + (ranks[index]?.get(code) as number),
      0,
    );
    row.cells.forEach((cell, index) => {
      const at = place * figures.length + index;
      if (status[at] !== null) throw new Error(`Two rows of an answer are at ${JSON.stringify(row.labels)}`);
      value[at] = cell.value;
      status[at] = cell.status;
    });
  }
  return { value, status };
}
