import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { ERROR_CATALOGUE } from '../../src/errors.ts';
import { VERIFICATION_REASONS } from '../../src/ingest/verification-reasons.ts';
import * as notes from '../../src/query/notes.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { MEASURES } from '../../src/standard/generated/measures.ts';
import { TABLES } from '../../src/standard/generated/tables.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import { SERVICE_RULES } from '../../src/standard/service-rules.ts';
import { STRUCTURAL_RULES } from '../../src/standard/structural-rules.ts';
import { textsIn } from '../contract/texts-in.ts';

const page = await readFile(new URL('../../docs/welsh-review.md', import.meta.url), 'utf8');

/** English and Welsh beside each other, as the page writes them. */
function rowOf(en: string, cy: string): string {
  const cells = [en, cy].map((words) =>
    words.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', '<br>'),
  );
  return `| ${cells.join(' | ')} |`;
}

function missing(catalogue: unknown): string[] {
  return textsIn(catalogue).flatMap(({ path, text: { en = '', cy = '' } }) =>
    cy === '' || page.includes(rowOf(en, cy)) ? [] : [`${path}: ${cy}`],
  );
}

it.each<[string, unknown]>([
  ['the rules', RULES.map(({ message, why, remedy }) => ({ message, why, remedy }))],
  ['the rules of form', STRUCTURAL_RULES],
  ['the rules that need the service', SERVICE_RULES],
  ['the reasons to confirm with', VERIFICATION_REASONS],
  ['the errors', ERROR_CATALOGUE],
  ['the notes beside answers', notes],
  ['the tables', TABLES],
  ['the measures', MEASURES],
])('lists every Welsh text of %s beside its English', (_, catalogue) => {
  expect(textsIn(catalogue)).not.toEqual([]);
  expect(missing(catalogue), 'run: npm run generate').toEqual([]);
});

it('lists the titles of codes that are to be reviewed, and not those in official use', () => {
  const codes = Object.values(CODE_LISTS).flatMap((list) =>
    list.codes.map((code) => ({ list: list.id, ...code })),
  );
  const isListed = ({ list, code, title }: (typeof codes)[number]) =>
    sectionOf(`schema/1.0/codelists/${list}.csv`).includes(`| ${code} title (`) &&
    page.includes(rowOf(title.en, title.cy));
  const statuses = new Set(codes.map(({ welsh_status }) => welsh_status));
  expect([...statuses].sort()).toEqual(['in_use', 'needs_review', 'official', 'proposed']);
  for (const code of codes) {
    expect([code.list, code.code, isListed(code)]).toEqual([
      code.list,
      code.code,
      ['needs_review', 'proposed'].includes(code.welsh_status),
    ]);
  }
});

function sectionOf(path: string): string {
  return page.split(`\n## \`${path}\`\n`)[1]?.split('\n## ')[0] ?? '';
}
