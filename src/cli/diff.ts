import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language, Text } from '../standard/text.ts';
import { CHANGE_LEVELS, type ChangeLevel, type SchemaChange, stepOf } from '../standard/versions/change.ts';
import { diffSchemas } from '../standard/versions/diff-schemas.ts';
import type { FilesByPath } from '../standard/versions/layer-versions.ts';
import { CannotRun } from './cannot-run.ts';
import { readCommandLine } from './read-command-line.ts';
import { notInOrder, readSchemaFolder } from './read-schema-folder.ts';

const USAGE: Text = {
  en: `Usage: spcd diff BEFORE AFTER [options]

Says how two versions of the standard differ. BEFORE and AFTER are folders such as schema/1.0 and schema/1.1. Each
difference is major (a return that passed may fail), minor (more may be sent) or patch (words), with the reason.

  --fail-on LEVEL      end with 1 when there is a difference of this level or further: major, minor or patch
  --json               the differences as JSON, in both languages
  --lang en|cy         language of the words
  --help               these words

Ends with 0, with 1 where --fail-on says so, or with 2 when a folder could not be read.`,
  cy: `Defnydd: spcd diff CYN AR-ÔL [opsiynau]

Dweud sut mae dwy fersiwn o'r safon yn wahanol. Ffolderi megis schema/1.0 a schema/1.1 yw CYN ac AR-ÔL. Mae pob
gwahaniaeth yn fawr (major: gall ffurflen a basiodd fethu), yn fach (minor: gellir anfon mwy) neu'n glwt (patch: geiriau),
gyda'r rheswm.

  --fail-on LEFEL      gorffen â 1 pan fydd gwahaniaeth o'r lefel hon neu bellach: major (mawr), minor (bach)
                       neu patch (clwt)
  --json               y gwahaniaethau fel JSON, yn y ddwy iaith
  --lang en|cy         iaith y geiriau
  --help               y geiriau hyn

Mae'n gorffen â 0, â 1 lle mae --fail-on yn dweud hynny, neu â 2 pan na ellid darllen ffolder.`,
};

/** What the command is given: where it speaks, in which language, and where relative folders start. */
export interface DiffContext {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly language: Language;
  readonly workingFolder: string;
}

/**
 * `spcd diff`: the differences between two versions of the standard, labelled by rule.
 *
 * @returns The exit code: 0 done, 1 when `--fail-on` says so, 2 could not run.
 */
export async function diffCommand(argv: readonly string[], context: DiffContext): Promise<number> {
  let { language } = context;
  try {
    const { values, positionals } = parseCommandLine(argv);
    if (values.lang === 'en' || values.lang === 'cy') language = values.lang;
    if (values.help) {
      context.stdout.write(`${USAGE[language]}\n`);
      return 0;
    }
    const [before, after, ...others] = positionals;
    if (before === undefined || after === undefined || others.length > 0) {
      throw new CannotRun({
        en: `Name two folders.\n\n${USAGE.en}`,
        cy: `Enwch ddau ffolder.\n\n${USAGE.cy}`,
      });
    }
    const failOn = readLevel(values['fail-on']);
    const changes = await compare(
      resolve(context.workingFolder, before),
      resolve(context.workingFolder, after),
    );
    context.stdout.write(values.json ? asJson(changes) : asText(changes, language));
    return failOn !== null && changes.some(({ level }) => reaches(level, failOn)) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    context.stderr.write(`${error.text[language]}\n`);
    return 2;
  }
}

async function compare(before: string, after: string): Promise<SchemaChange[]> {
  const [one, other]: FilesByPath[] = [await readSchemaFolder(before), await readSchemaFolder(after)];
  try {
    return diffSchemas(one as FilesByPath, other as FilesByPath);
  } catch (error) {
    if (error instanceof SyntaxError) throw notInOrder(`${before}, ${after}`, error);
    throw error;
  }
}

function reaches(level: ChangeLevel, least: ChangeLevel): boolean {
  return CHANGE_LEVELS.indexOf(level) <= CHANGE_LEVELS.indexOf(least);
}

function asJson(changes: readonly SchemaChange[]): string {
  return `${JSON.stringify({ step: stepOf(changes), changes }, null, 2)}\n`;
}

const LEVEL_NAMES: Readonly<Record<ChangeLevel, Text>> = {
  major: { en: 'Major', cy: 'Mawr' },
  minor: { en: 'Minor', cy: 'Bach' },
  patch: { en: 'Patch', cy: 'Clwt' },
};

function asText(changes: readonly SchemaChange[], language: Language): string {
  const step = stepOf(changes);
  if (step === null) return `${NO_DIFFERENCE[language]}\n`;
  const blocks = CHANGE_LEVELS.flatMap((level) => {
    const own = changes.filter((change) => change.level === level);
    if (own.length === 0) return [];
    const lines = own.map(({ at, rule, message }) => `  ${at} (${rule})\n    ${message[language]}`);
    return [`${LEVEL_NAMES[level][language]}: ${own.length}\n${lines.join('\n')}`];
  });
  return `${stepInWords(step)[language]}\n\n${blocks.join('\n\n')}\n`;
}

const NO_DIFFERENCE: Text = { en: 'No difference.', cy: 'Dim gwahaniaeth.' };

function stepInWords(step: ChangeLevel): Text {
  const { en, cy } = LEVEL_NAMES[step];
  return { en: `The step is ${en.toLowerCase()}.`, cy: `Maint y cam: ${cy.toLowerCase()}.` };
}

function readLevel(given: string | undefined): ChangeLevel | null {
  if (given === undefined) return null;
  const level = CHANGE_LEVELS.find((each) => each === given);
  if (level) return level;
  throw new CannotRun({
    en: `--fail-on is major, minor or patch, not ${given}.`,
    cy: `Un o major (mawr), minor (bach) a patch (clwt) yw --fail-on, nid ${given}.`,
  });
}

function parseCommandLine(argv: readonly string[]) {
  return readCommandLine(USAGE, () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'fail-on': { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }),
  );
}
