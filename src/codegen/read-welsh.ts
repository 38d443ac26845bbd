import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Code } from '../standard/code-list.ts';
import type { Text } from '../standard/text.ts';
import { findTexts } from './find-texts.ts';
import { glossaryWelsh, mappingsWelsh } from './read-registry-welsh.ts';
import type { SchemaSet } from './read-schema.ts';
import type { Registries } from './render-registries.ts';

/** One text whose Welsh is to be reviewed. */
export interface WelshText extends Text {
  /** What it is: a field's path, or a code and which of its words. Empty where the file says no more. */
  readonly place: string;
}

/** The texts of one file, by its path in the repository. */
export interface WelshFile {
  readonly path: string;
  readonly texts: readonly WelshText[];
}

/** A code's Welsh title is listed while its source says this; a title in official or general use is not. */
const TO_REVIEW: readonly string[] = ['needs_review', 'proposed'];

/**
 * `generated` repeats what is listed from `schema/`; `codegen` speaks to developers, in English only, but for the
 * cases of the conformance kit.
 */
const NOT_FOR_PEOPLE: readonly string[] = ['generated', 'codegen'];

/** Its terms are listed by what they say of their own Welsh. */
const GLOSSARY = '/glossary/';

/**
 * Reads every Welsh text that is this project's own, or that its source asks to have reviewed: code lists,
 * the glossary, crosswalks, schemas, measures and indicators, then what the code says to people.
 */
export async function readWelsh(
  schema: SchemaSet,
  registries: Registries,
  root: string,
): Promise<WelshFile[]> {
  const standard = `schema/${schema.version}`;
  const lists = schema.codeLists.map(({ id, codes }) => ({
    path: `${standard}/codelists/${id}.csv`,
    texts: codes.flatMap(textsOfCode),
  }));
  const documents = await readFiles(root, standard, '.json', (source) => textsInJson(JSON.parse(source), ''));
  const sources = await readFiles(root, 'src', '.ts', (source) =>
    findTexts(source).map((text) => ({ ...text, place: '' })),
  );
  const cases = await readFiles(root, 'src/codegen/conformance', '.ts', (source) =>
    findTexts(source).map((text) => ({ ...text, place: '' })),
  );
  const terms = glossaryWelsh(registries.glossary, `${standard}/glossary`);
  const crosswalks = mappingsWelsh(registries.mappings, `${standard}/mappings`);
  const others = documents.filter(({ path }) => !path.includes(GLOSSARY) || path.endsWith('/scheme.json'));
  return [...lists, ...terms, ...crosswalks, ...others, ...sources, ...cases].filter(
    (file) => file.texts.length > 0,
  );
}

function textsOfCode({ code, title, description, welsh_status }: Code): WelshText[] {
  const isToReview = TO_REVIEW.includes(welsh_status);
  return [
    ...(isToReview ? [{ ...title, place: `${code} title (${welsh_status})` }] : []),
    ...(description.en === '' ? [] : [{ ...description, place: `${code} description` }]),
  ];
}

async function readFiles(
  root: string,
  folder: string,
  extension: string,
  textsIn: (source: string) => WelshText[],
): Promise<WelshFile[]> {
  const names = (await readdir(join(root, folder), { recursive: true })).sort();
  const paths = names
    .filter(
      (name) => name.endsWith(extension) && !name.split('/').some((part) => NOT_FOR_PEOPLE.includes(part)),
    )
    .map((name) => `${folder}/${name}`);
  return Promise.all(
    paths.map(async (path) => ({ path, texts: textsIn(await readFile(join(root, path), 'utf8')) })),
  );
}

/** English words with their Welsh in an `x-cy` beside them, and objects of `en` and `cy`. */
function textsInJson(node: unknown, path: string): WelshText[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = isText(node) ? [{ en: node.en, cy: node.cy, place: path }] : annotationsOf(node, path);
  const below = Object.entries(node)
    .filter(([key]) => key !== 'x-cy')
    .flatMap(([key, child]) => textsInJson(child, path === '' ? key : `${path}/${key}`));
  return [...own, ...below];
}

function annotationsOf(node: object, path: string): WelshText[] {
  const words = node as Record<string, unknown>;
  const welsh = words['x-cy'];
  const pairs = typeof welsh === 'string' ? [['title', welsh]] : Object.entries(welsh ?? {});
  return pairs.map(([key, cy]) => {
    // A table's `title` is the name of its type; what people read is `x-title`.
    const en = (key === 'title' && words['x-title']) || words[key as string];
    return { en: String(en), cy: String(cy), place: `${path} ${key}`.trim() };
  });
}

function isText(node: object): node is Text {
  return 'en' in node && 'cy' in node && typeof node.en === 'string' && typeof node.cy === 'string';
}
