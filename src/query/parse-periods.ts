import type { Manifest } from '../archive/manifest.ts';
import { periodLevelOf } from '../disclosure/lattice.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { PeriodLevel } from '../standard/table-description.ts';
import type { Parameters } from './question.ts';
import { replaceGroup, withChanged } from './question-text.ts';
import { refuseMissing, refuseQuestion } from './refuse.ts';

export interface AskedPeriods {
  readonly periods: readonly string[];
  readonly level: PeriodLevel;
  readonly grouped: boolean;
}

/**
 * The periods of a question, which are always filtered or grouped: never all of time at once.
 *
 * @param groupLevel - The level named in `by=period.<level>`, empty for `by=period`, undefined when absent.
 */
export function parsePeriods(
  release: Manifest,
  table: TableName,
  asked: Parameters,
  groupLevel: string | undefined,
): AskedPeriods {
  const { quarters = [], financial_years: years = [] } = release.tables[table] ?? {};
  const offered = [...quarters, ...years];
  const given = asked.period;
  const latest = years.at(-1) ?? quarters.at(-1);
  if (given === undefined && groupLevel === undefined) {
    throw refuseMissing('period', offered, withChanged(asked, { period: latest }));
  }
  if (groupLevel !== undefined && !['', 'quarter', 'financial_year'].includes(groupLevel)) {
    throw refuseQuestion(
      'by',
      {
        en: `period has no level ${groupLevel.slice(0, 40)}.`,
        cy: `Nid oes gan period lefel ${groupLevel.slice(0, 40)}.`,
      },
      {
        choices: ['period.quarter', 'period.financial_year'],
        nearest: withChanged(asked, { by: replaceGroup(asked.by, 'period'), period: latest }),
      },
    );
  }
  if (given === undefined) {
    const level = groupLevel === 'financial_year' ? 'financial_year' : 'quarter';
    const periods = level === 'quarter' ? quarters : years;
    if (periods.length > 0) return { periods, level, grouped: true };
    throw refuseQuestion(
      'by',
      {
        en: `This release has no ${level} of ${table}.`,
        cy: `Nid oes gan y datganiad hwn ${level} o ${table}.`,
      },
      {
        choices: offered,
        nearest: withChanged(asked, { by: replaceGroup(asked.by, 'period'), period: latest }),
      },
    );
  }
  const isQuarterLike = groupLevel === 'quarter' || (!groupLevel && given.includes('Q'));
  const alike = isQuarterLike ? quarters.at(-1) : years.at(-1);
  const nearest =
    alike === undefined
      ? withChanged(asked, { by: replaceGroup(asked.by, 'period'), period: latest })
      : withChanged(asked, { period: alike });
  return { ...namedPeriods(given, offered, nearest, groupLevel), grouped: groupLevel !== undefined };
}

function namedPeriods(
  given: string,
  offered: readonly string[],
  nearest: string,
  groupLevel: string | undefined,
) {
  const periods = [...new Set(given.split(','))].sort();
  const unknown = periods.find((period) => !offered.includes(period));
  if (unknown !== undefined) {
    throw refuseQuestion(
      'period',
      {
        en: `This release has no period "${unknown.slice(0, 20)}" of this table. A period is a quarter such as 2026-Q1, or a financial year such as 2025-26 once its four quarters are in.`,
        cy: `Nid oes gan y datganiad hwn gyfnod "${unknown.slice(0, 20)}" o'r tabl hwn. Chwarter fel 2026-Q1 yw cyfnod, neu flwyddyn ariannol fel 2025-26 pan fydd ei phedwar chwarter i mewn.`,
      },
      { choices: offered, nearest },
    );
  }
  const levels = new Set(periods.map(periodLevelOf));
  const [level] = levels;
  if (levels.size !== 1 || (groupLevel && groupLevel !== level)) {
    throw refuseQuestion(
      'period',
      {
        en: 'Name quarters or financial years, not both: they count different things.',
        cy: 'Enwch chwarteri neu flynyddoedd ariannol, nid y ddau: maent yn cyfrif pethau gwahanol.',
      },
      { choices: offered, nearest },
    );
  }
  return { periods, level: level as PeriodLevel };
}
