import type { Language, Text } from '../standard/text.ts';

interface DemoQuestion {
  readonly heading: Text;
  readonly path: string;
}

/** Four questions that show what an answer is: two counts, an outcome, and small counts that are not shown. */
const QUESTIONS: readonly DemoQuestion[] = [
  {
    heading: {
      en: 'People referred for the first time in the year, by health board',
      cy: 'Pobl a atgyfeiriwyd am y tro cyntaf yn y flwyddyn, fesul bwrdd iechyd',
    },
    path: '/v1/data/profiles?population=referred&by=area_code.health_board&period=2025-26&release=latest-synthetic',
  },
  {
    heading: {
      en: 'Connections of people in Wales in the year, by kind of activity',
      cy: 'Cysylltiadau pobl yng Nghymru yn y flwyddyn, yn ôl math o weithgaredd',
    },
    path: '/v1/data/connections?by=activity_type&area_code=W92000004&period=2025-26&release=latest-synthetic',
  },
  {
    heading: {
      en: 'Life satisfaction before and after support, in Wales',
      cy: 'Boddhad â bywyd cyn ac ar ôl cymorth, yng Nghymru',
    },
    path: '/v1/outcomes?measure=ons4_satisfaction&area_code=W92000004&period=2025-26&release=latest-synthetic',
  },
  {
    heading: {
      en: 'People supported in Powys in one quarter, by ethnic group: most counts are too small to show',
      cy: "Pobl a gefnogwyd ym Mhowys mewn un chwarter, yn ôl grŵp ethnig: mae'r rhan fwyaf o'r cyfrifon yn rhy fach i'w dangos",
    },
    path: '/v1/data/characteristics?population=supported&characteristic=ethnic_group&by=category.group&area_code=W11000024&period=2026-Q1&release=latest-synthetic',
  },
];

interface AnswerJson {
  readonly columns: readonly { readonly name: string; readonly title: string }[];
  readonly figures: readonly { readonly name: string; readonly title: string }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Asks the running service the demonstration's questions and writes each answer with the line that asks it. */
export async function printDemoAnswers(
  url: string,
  language: Language,
  write: (text: string) => void,
): Promise<void> {
  for (const { heading, path } of QUESTIONS) {
    const address = `${url}${path}${language === 'cy' ? '&lang=cy' : ''}`;
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
    const answer = (await response.json()) as AnswerJson;
    write(`\n${heading[language]}\n  curl '${address}'\n\n${tableOf(answer)}\n`);
  }
}

/** One figure as a table of its rows; several figures as a list, which is easier to read than a wide line. */
function tableOf(answer: AnswerJson): string {
  const shown = (cell: Readonly<Record<string, unknown>>) => String(cell.value ?? `(${String(cell.status)})`);
  const lines: [string, string][] =
    answer.figures.length === 1
      ? answer.rows.map((row) => [rowLabel(answer, row), shown(row)])
      : answer.rows.flatMap((row) =>
          answer.figures.map(({ name, title }): [string, string] => [
            title,
            shown(row[name] as AnswerJson['rows'][0]),
          ]),
        );
  const width = Math.max(...lines.map(([label]) => label.length));
  return lines.map(([label, value]) => `  ${label.padEnd(width)}  ${value.padStart(12)}`).join('\n');
}

/** The words of the last column: the category that tells the rows apart. */
function rowLabel({ columns }: AnswerJson, row: Readonly<Record<string, unknown>>): string {
  return String(row[`${columns.at(-1)?.name}_label`]);
}
