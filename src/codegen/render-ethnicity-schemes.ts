import type { Mapping } from '../standard/mapping.ts';
import type { SchemaSet } from './read-schema.ts';
import { GENERATED_NOTICE } from './render-data.ts';

/**
 * The codes of `ethnic_group` that each ethnicity scheme can express, which is where its crosswalk leads.
 *
 * A module apart from the crosswalks: validating needs the codes alone.
 *
 * @throws {Error} If a scheme has no crosswalk `ethnicity_<scheme>`.
 */
export function renderEthnicitySchemes(mappings: readonly Mapping[], schema: SchemaSet): string {
  const codesOf = (list: string) => schema.codeLists.find(({ id }) => id === list)?.codes ?? [];
  const lines = codesOf('ethnicity_scheme').map(({ code: scheme }) => {
    const mapping = mappings.find(({ id }) => id === `ethnicity_${scheme}`);
    if (!mapping) throw new Error(`There is no mappings/ethnicity_${scheme}.csv`);
    const reached = new Set(
      mapping.entries.flatMap(({ to }) =>
        to !== null && 'list' in to && to.list === 'ethnic_group' ? to.code : [],
      ),
    );
    const codes = codesOf('ethnic_group').filter(({ code }) => reached.has(code));
    return `  ${scheme}: ${JSON.stringify(codes.map(({ code }) => code))},\n`;
  });
  return [
    GENERATED_NOTICE,
    "import type { EthnicGroupCode, EthnicitySchemeCode } from './code-lists.ts';\n\n",
    '/** The codes that stand at the end of each scheme’s crosswalk; groups can be sent under any scheme. */\n',
    'export const ETHNICITY_SCHEME_CODES: Readonly<Record<EthnicitySchemeCode, readonly EthnicGroupCode[]>> = {\n',
    ...lines,
    '};\n',
  ].join('');
}
