import type { Manifest } from '../../src/archive/manifest.ts';
import type { describeDimensions } from '../../src/query/describe-dimensions.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';

type Description = ReturnType<typeof describeDimensions>;
type Dimension = Description['dimensions'][number];
type Asked = Record<string, string>;

/**
 * Asks a question about each code that the description of a table names, with whatever else it says is required.
 *
 * @throws {ServiceError} If one of them is refused.
 * @returns How many were asked.
 */
export function askEveryCode(release: Manifest, table: TableName, description: Description): number {
  const { quarters, financial_years: years } = description.periods;
  const selectors = Object.fromEntries(
    description.selectors.map(({ name, codes }) => [
      name,
      codes.find(({ code }) => code !== 'all')?.code as string,
    ]),
  );
  const period = quarters.at(-1) ?? (years.at(-1) as string);
  let asked = 0;
  for (const dimension of description.dimensions) {
    for (const { when, levels, populations, below_board: belowBoard } of dimension.choices) {
      const population = populations ? { population: populations[0] as string } : {};
      const fixed: Asked = { ...selectors, value_set: 'not_applicable', period, ...population, ...when };
      const required = requiredBeside(description, dimension, fixed);
      for (const { id, codes } of levels) {
        const isGroup = id !== levels.at(-1)?.id;
        if (isGroup && dimension.by_code_only_for.length > 0) continue;
        if (id === 'local_authority' && !belowBoard) continue;
        for (const { code } of codes) {
          const question: Asked = { ...fixed, ...required, ...dimension.implies, [dimension.name]: code };
          if (
            /quintile/.test(Object.keys(question).join() + (question.by ?? '') + (question.breakdown ?? ''))
          ) {
            question.deprivation_index = 'wimd_2019';
          }
          const { value_set: set, ...others } = question;
          parseQuestion(
            release,
            table,
            selectors.value_set === undefined ? others : { ...others, value_set: set },
          );
          asked += 1;
        }
      }
    }
  }
  return asked;
}

/** The other dimensions that every question under these selectors must group by. */
function requiredBeside({ dimensions }: Description, asked: Dimension, selectors: Asked): Asked {
  const others = dimensions.flatMap((other) => {
    const choice = other.choices.find(({ when }) =>
      Object.entries(when).every(([selector, code]) => selectors[selector] === code),
    );
    if (!other.required || other.name === asked.name || choice === undefined) return [];
    return [`${other.name}.${choice.levels.at(-1)?.id}`];
  });
  return others.length > 0 ? { by: others.join(',') } : {};
}
