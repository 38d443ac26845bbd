import type { Aggregated } from '../standard/aggregate/aggregate-records.ts';
import type { ExportProblem, ProblemValue } from '../standard/aggregate/export-problems.ts';
import type { SystemRecords } from '../standard/aggregate/system-records.ts';
import type { Language, Text } from '../standard/text.ts';

const TIERS: Readonly<Record<ExportProblem['tier'], Text>> = {
  error: { en: 'To mend', cy: "I'w gywiro" },
  unmapped: { en: 'Not mapped', cy: 'Heb ei fapio' },
  note: { en: 'Note', cy: 'Sylw' },
};

/** What is wrong with the exports, by row and column; never what stood there about a person. */
export function renderProblems(
  problems: readonly ExportProblem[],
  isUnmappedAllowed: boolean,
  language: Language,
): string {
  const blocks = mergeUnread(problems).map((problem) => renderProblem(problem, language));
  const stops = problems.some(({ tier }) => tier === 'error');
  const unmapped = problems.filter(({ tier }) => tier === 'unmapped');
  if (stops || (unmapped.length > 0 && !isUnmappedAllowed)) blocks.push(NOTHING_WRITTEN[language]);
  else if (unmapped.length > 0) {
    const cells = unmapped.reduce((sum, { count }) => sum + count, 0);
    blocks.push(
      {
        en: `${cells} values or rows that could not be read were left out or counted as not known, as you allowed.`,
        cy: `Cafodd ${cells} o werthoedd neu resi na ellid eu darllen eu gadael allan neu eu cyfrif fel anhysbys, fel y caniatawyd gennych.`,
      }[language],
    );
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n\n`;
}

const NOTHING_WRITTEN: Text = {
  en: 'Nothing was written.',
  cy: 'Ni ysgrifennwyd dim.',
};

/** Columns that nobody mapped are one thing to read, not one each. */
function mergeUnread(problems: readonly ExportProblem[]): ExportProblem[] {
  const merged: ExportProblem[] = [];
  for (const problem of problems) {
    const at = merged.findIndex(
      ({ id, system, file }) =>
        id === 'column-read' && id === problem.id && system === problem.system && file === problem.file,
    );
    const known = merged[at];
    if (known === undefined) merged.push(problem);
    else
      merged[at] = {
        ...known,
        column: `${known.column}, ${problem.column}`,
        count: known.count + problem.count,
      };
  }
  return merged;
}

function renderProblem(problem: ExportProblem, language: Language): string {
  const say = (text: Text) => text[language];
  const { tier, system, file, column, count, rows, values, moreValues, detail } = problem;
  const place = [system, file, column].filter((part) => part !== null).join(' · ');
  const lines = [`${say(TIERS[tier])} · ${place} · ${count}`, `  ${say(problem.message)}`];
  if (detail) lines.push(`  ${say(detail)}`);
  for (const value of values) lines.push(`    ${renderValue(value, language)}`);
  if (moreValues > 0) {
    const listed = values.length > 0;
    lines.push(
      `    ${say({
        en: listed
          ? `and different values that are near no code, not repeated here: ${moreValues}`
          : `different values, not repeated here as they may be about people: ${moreValues}`,
        cy: listed
          ? `a gwahanol werthoedd nad ydynt yn agos at unrhyw god, heb eu hailadrodd yma: ${moreValues}`
          : `gwahanol werthoedd, heb eu hailadrodd yma am y gallent fod am bobl: ${moreValues}`,
      })}`,
    );
  }
  if (rows.length > 0) {
    const list = rows.join(', ') + (count > rows.length ? ', …' : '');
    lines.push(`  ${say({ en: `Rows ${list}`, cy: `Rhesi ${list}` })}`);
  }
  lines.push(`  ${say(problem.remedy)}`);
  return lines.join('\n');
}

function renderValue({ value, count, suggestion }: ProblemValue, language: Language): string {
  const meant =
    suggestion === null
      ? ''
      : { en: `: did you mean ${suggestion}?`, cy: `: ai ${suggestion} oedd gennych mewn golwg?` }[language];
  return `"${value}" × ${count}${meant}`;
}

/** How many of what were read, merged, left out and dropped. */
export function renderSummary(aggregated: Aggregated, records: SystemRecords, language: Language): string {
  const lines: (readonly [number, Text])[] = [
    [records.casesRead, { en: 'cases read', cy: 'achos a ddarllenwyd' }],
    [
      records.casesLeftOut,
      {
        en: 'cases left out (no person, no date, or broken rows)',
        cy: "achos a adawyd allan (dim unigolyn, dim dyddiad, neu resi wedi'u torri)",
      },
    ],
    [
      aggregated.casesMerged,
      {
        en: 'cases merged into another (repeated, or reopened within 28 days)',
        cy: "achos a unwyd ag un arall (wedi'i ailadrodd, neu wedi'i ailagor o fewn 28 diwrnod)",
      },
    ],
    [aggregated.episodes, { en: 'referrals and episodes', cy: 'atgyfeiriad a chyfnod cymorth' }],
    [aggregated.people, { en: 'people', cy: 'unigolyn' }],
    [
      aggregated.peopleOutside,
      {
        en: "people of the quarter counted as outside_area: their area is beyond the submitter's",
        cy: "unigolyn y chwarter a gyfrifwyd fel outside_area: mae eu hardal y tu hwnt i rai'r anfonwr",
      },
    ],
    [
      aggregated.acceptanceAssumed,
      {
        en: 'episodes with support and no day of acceptance: taken from the first support',
        cy: "cyfnod â chymorth a dim diwrnod derbyn: fe'i cymerwyd o'r cymorth cyntaf",
      },
    ],
    [
      aggregated.closedBeforeAcceptance,
      {
        en: 'episodes closed before they were accepted: counted as accepted that day',
        cy: "cyfnod a gaewyd cyn ei dderbyn: fe'i cyfrifwyd fel un a dderbyniwyd y diwrnod hwnnw",
      },
    ],
    [records.connectionsRead, { en: 'connections read', cy: 'cysylltiad a ddarllenwyd' }],
    [
      records.connectionsLeftOut + aggregated.connectionsWithoutEpisode,
      {
        en: 'connections left out (no date, or no case they belong to)',
        cy: 'cysylltiad a adawyd allan (dim dyddiad, neu ddim achos y maent yn perthyn iddo)',
      },
    ],
    [
      aggregated.connectionsRepeated,
      { en: 'connections that were the same one again', cy: 'cysylltiad a oedd yr un un eto' },
    ],
    [
      aggregated.connectionsLeftOut,
      {
        en: 'connections of the quarter beyond three a person in a quarter and six in a year: left out',
        cy: 'cysylltiad y chwarter y tu hwnt i dri i bob unigolyn mewn chwarter a chwech mewn blwyddyn: gadawyd allan',
      },
    ],
    [records.scoresRead, { en: 'scores read', cy: 'sgôr a ddarllenwyd' }],
    [
      records.scoresLeftOut + aggregated.scoresWithoutEpisode,
      {
        en: 'scores left out (no date, not possible, or no case they belong to)',
        cy: 'sgôr a adawyd allan (dim dyddiad, amhosibl, neu ddim achos y maent yn perthyn iddo)',
      },
    ],
  ];
  const said = lines.filter(([count], index) => count > 0 || index === 0);
  return [
    ...said.map(([count, text]) => `${String(count).padStart(8)}  ${text[language]}`),
    '',
    DROPPED[language],
    '',
    '',
  ].join('\n');
}

const DROPPED: Text = {
  en: 'Dropped, and nowhere in the return: numbers of people and providers, dates of birth, postcodes, every date of a case, and the columns that are not mapped.',
  cy: "Gollyngwyd, ac nid ydynt yn unman yn y ffurflen: rhifau pobl a darparwyr, dyddiadau geni, codau post, pob dyddiad mewn achos, a'r colofnau nas mapiwyd.",
};
