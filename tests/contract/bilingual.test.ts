import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findTexts } from '../../src/codegen/find-texts.ts';
import { ERROR_CATALOGUE } from '../../src/errors.ts';
import * as countNotes from '../../src/query/count-notes.ts';
import * as notes from '../../src/query/notes.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { GLOSSARY, GLOSSARY_SCHEME } from '../../src/standard/generated/glossary.ts';
import { INDICATORS } from '../../src/standard/generated/indicators.ts';
import { MAPPINGS } from '../../src/standard/generated/mappings.ts';
import { MEASURES } from '../../src/standard/generated/measures.ts';
import { TABLES } from '../../src/standard/generated/tables.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import type { RuleText } from '../../src/standard/rules/rule.ts';
import { SERVICE_RULES } from '../../src/standard/service-rules.ts';
import { STRUCTURAL_RULES } from '../../src/standard/structural-rules.ts';
import { textFaults, textsIn } from './texts-in.ts';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** Places whose Welsh name is also their English one. */
const PLACES = new Set([
  'Blaenau Gwent',
  'Ceredigion',
  'Conwy',
  'Gwynedd',
  'Powys',
  'Rhondda Cynon Taf',
  'Torfaen',
]);

/** A number needs no translation either. */
const isName = (english: string) => PLACES.has(english) || !/\p{L}/u.test(english);

function wordsOf(rules: readonly RuleText[]) {
  return Object.fromEntries(rules.map(({ id, message, why, remedy }) => [id, { message, why, remedy }]));
}

/** Hidden labels are for searching: a term may have them in one language only. */
function textsOfGlossary() {
  return [GLOSSARY_SCHEME, GLOSSARY.map(({ hidden: _, ...shown }) => shown)];
}

/** What every module of a room exports, by file. */
async function exportsOf(room: string): Promise<Record<string, unknown>> {
  const paths = (await readdir(join(SOURCE, room), { recursive: true })).filter((path) =>
    path.endsWith('.ts'),
  );
  const entries = paths.map(async (path) => [path, { ...(await import(join(SOURCE, room, path))) }] as const);
  return Object.fromEntries(await Promise.all(entries));
}

describe.each<[string, unknown, number]>([
  ['the rules of the standard', wordsOf(RULES), 100],
  ['the rules of form', wordsOf(STRUCTURAL_RULES), 60],
  ['the rules of the service', wordsOf(SERVICE_RULES), 15],
  ['what ingest exports', await exportsOf('ingest'), 4],
  ['the catalogue of errors', ERROR_CATALOGUE, 40],
  ['the notes beside answers', [notes, countNotes, [1, 3, 6].map(countNotes.notesOfCounts)], 20],
  ['the code lists', CODE_LISTS, 400],
  ['the tables', TABLES, 50],
  ['the measures', MEASURES, 9],
  ['the glossary', textsOfGlossary(), 300],
  ['the crosswalks', MAPPINGS, 100],
  ['the indicators', INDICATORS, 50],
])('%s', (_, catalogue, least) => {
  const texts = textsIn(catalogue);

  it('is a catalogue of texts', () => {
    expect(texts.length).toBeGreaterThanOrEqual(least);
  });

  it('says everything in English and in Welsh, with the same values filled in', () => {
    expect(texts.flatMap((text) => textFaults(text, isName))).toEqual([]);
  });
});

it('leaves no title empty', () => {
  const titles = textsIn([CODE_LISTS, TABLES, MEASURES, ERROR_CATALOGUE, RULES, STRUCTURAL_RULES]).filter(
    ({ path }) => !path.endsWith('.description'),
  );
  expect(titles.filter(({ text }) => text.en === '').map(({ path }) => path)).toEqual([]);
});

it('says nothing in one language only, in any file of the code', async () => {
  const paths = (await readdir(SOURCE, { recursive: true })).filter((path) => path.endsWith('.ts'));
  const faults: string[] = [];
  let found = 0;
  for (const path of paths.filter((each) => !each.includes('generated') && !each.startsWith('codegen'))) {
    const texts = findTexts(await readFile(join(SOURCE, path), 'utf8'));
    found += texts.length;
    for (const { en, cy } of texts) {
      if (en === cy && !isName(en)) faults.push(`${path} says the same in both languages: ${en}`);
    }
  }
  expect(found).toBeGreaterThan(400);
  expect(faults).toEqual([]);
});

describe('a text that is not whole is caught', () => {
  it.each([
    [{ en: 'Area' }, 'in one language only'],
    [{ cy: 'Ardal' }, 'in one language only'],
    [{ en: 'Area', cy: '' }, 'is empty in one language'],
    [{ en: 'Area', cy: ' ' }, 'is empty in one language'],
    [{ en: 'Area', cy: 'Ardal ' }, 'ends with a space'],
    [{ en: 'Area', cy: 'Area' }, 'says the same in both languages: Area'],
    [{ en: 'Use {list}.', cy: 'Defnyddiwch.' }, 'fills in {list} in English, nothing in Welsh'],
  ])('%j', (text, words) => {
    const [placed] = textsIn({ rules: [{ title: text }] });
    expect(placed?.path).toBe('rules.0.title');
    expect(placed && textFaults(placed, isName)).toContainEqual(expect.stringContaining(words));
  });
});
