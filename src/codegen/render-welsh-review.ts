import type { WelshFile, WelshText } from './read-welsh.ts';

const INTRODUCTION = `<!-- Written by \`npm run generate\`. Mend the words in the file that a heading names, never here. -->

# Welsh to review

The Welsh below was written by the people who wrote the code, or its source marks it as proposed. A terminologist
or translator has not yet confirmed it. Each heading is a file; mend the words there and run
\`npm run generate\`.

Listed are: the titles of codes that are marked \`needs_review\` or \`proposed\` in their list; the descriptions
of all codes; every Welsh label, other name, plural and text of a glossary term whose translation is not approved;
the words of the crosswalks, schemas, measures and indicators; and what the code says to people (rules, errors,
notes, the API's description, commands). Not listed are titles of codes marked \`official\` or \`in_use\`.

\`{name}\` and \`\${name}\` stand for a value that is filled in; words in \`backticks\` are not translated.
`;

/** The page for whoever reviews the Welsh: every text with its English, file by file. */
export function renderWelshReview(files: readonly WelshFile[]): string {
  const total = files.reduce((sum, file) => sum + file.texts.length, 0);
  const contents = files.map((file) => `- \`${file.path}\`: ${file.texts.length}`);
  return [
    INTRODUCTION,
    `Texts: ${total}, in ${files.length} files.\n`,
    `${contents.join('\n')}\n`,
    ...files.map(renderFile),
  ].join('\n');
}

function renderFile({ path, texts }: WelshFile): string {
  const hasPlaces = texts.some((text) => text.place !== '');
  const head = hasPlaces
    ? ['| What | English | Cymraeg |', '|---|---|---|']
    : ['| English | Cymraeg |', '|---|---|'];
  const rows = texts.map((text) => `| ${cellsOf(text, hasPlaces).map(cell).join(' | ')} |`);
  return `## \`${path}\`\n\n${[...head, ...rows].join('\n')}\n`;
}

function cellsOf({ place, en, cy }: WelshText, hasPlaces: boolean): string[] {
  const english = en === '' ? '(worked out when the program runs)' : en;
  return hasPlaces ? [place, english, cy] : [english, cy];
}

/** A text as one cell of a Markdown table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}
