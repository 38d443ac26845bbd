import type { CodeList } from '../standard/code-list.ts';
import type { Indicator, IndicatorQuestion } from '../standard/indicators/indicator.ts';
import type { FieldDescription, PeriodLevel, TableDescription } from '../standard/table-description.ts';
import type { DescribedStandard } from './check-glossary.ts';

/** What is wrong with the indicators' questions: one sentence for each fault. */
export function indicatorFaults(indicators: readonly Indicator[], standard: DescribedStandard): string[] {
  return indicators.flatMap(({ id, numerator, denominator, period_levels }) => {
    const parts = [
      ['numerator', numerator],
      ['denominator', denominator],
    ] as const;
    const faults = parts.flatMap(([name, part]) =>
      part === null ? [] : questionFaults(part.question, standard).map((fault) => `${name} ${fault}`),
    );
    if (period_levels.length === 0) faults.push('can be asked for no kind of period');
    if (denominator !== null && denominator.question.by.length > 0) faults.push('denominator is split');
    const chosen = [numerator, denominator ?? numerator].map(({ question }) => question.choose.join());
    if (chosen[0] !== chosen[1]) faults.push('lets the asker choose differently for its two parts');
    return faults.map((fault) => `indicators/${id}.json: ${fault}`);
  });
}

function questionFaults(question: IndicatorQuestion, standard: DescribedStandard): string[] {
  const table = standard.tables.find(({ name }) => name === question.table);
  if (table === undefined) return [`asks the unknown table ${question.table}`];
  return [
    ...selectorFaults(question, table, standard.codeLists),
    ...filterFaults(question, table, standard.codeLists),
    ...groupFaults(question, table, standard.codeLists),
    ...figureFaults(question, table),
  ];
}

type Lists = readonly CodeList[];

function selectorFaults(
  { selectors, choose }: IndicatorQuestion,
  table: TableDescription,
  lists: Lists,
): string[] {
  const fields = table.fields.filter(({ role }) => role === 'selector');
  const named = [...Object.keys(selectors), ...choose];
  return [
    ...fields.filter(({ name }) => !named.includes(name)).map(({ name }) => `does not choose ${name}`),
    ...named
      .filter((name) => !fields.some((field) => field.name === name))
      .map((name) => `chooses ${name}, which ${table.name} does not have`),
    ...Object.entries(selectors).flatMap(([name, code]) => {
      const field = fields.find((each) => each.name === name);
      return field === undefined || hasCode(field, code, selectors, lists)
        ? []
        : [`asks ${name} for ${code}`];
    }),
  ];
}

function filterFaults(
  { filters, selectors, choose }: IndicatorQuestion,
  table: TableDescription,
  lists: Lists,
): string[] {
  return Object.entries(filters).flatMap(([name, code]) => {
    const field = table.fields.find((each) => each.name === name && each.role === 'dimension');
    if (field === undefined) return [`filters by ${name}, which ${table.name} does not have`];
    const isChosen = field.chosen_by !== null && choose.includes(field.chosen_by.field);
    return isChosen || hasCode(field, code, selectors, lists) ? [] : [`filters ${name} by ${code}`];
  });
}

function groupFaults({ by, filters }: IndicatorQuestion, table: TableDescription, lists: Lists): string[] {
  return by.flatMap((group) => {
    const [name, level] = group.split('.');
    const field = table.fields.find((each) => each.name === name && each.role === 'dimension');
    const list = lists.find(({ id }) => id === field?.list);
    if (list === undefined || !list.levels.some(({ id }) => id === level)) return [`groups by ${group}`];
    return name !== undefined && name in filters ? [`groups by ${name} and filters it`] : [];
  });
}

function figureFaults({ figures }: IndicatorQuestion, table: TableDescription): string[] {
  return Object.entries(figures).flatMap(([level, name]) => {
    const field = table.fields.find((each) => each.name === name && each.role === 'measure');
    return field?.periods.includes(level as PeriodLevel) ? [] : [`asks ${name} by ${level}`];
  });
}

/** Whether a code is on the list that a field takes, here chosen by the selectors where they choose it. */
function hasCode(
  field: FieldDescription,
  code: string,
  selectors: Readonly<Record<string, string>>,
  lists: Lists,
): boolean {
  const chooser = field.chosen_by;
  const id = chooser === null ? field.list : chooser.lists[selectors[chooser.field] ?? '']?.list;
  const list = lists.find((each) => each.id === id);
  return list?.codes.some((each) => each.code === code) === true && (field.codes?.includes(code) ?? true);
}
