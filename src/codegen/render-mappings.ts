import type { Mapping } from '../standard/mapping.ts';
import { GENERATED_NOTICE } from './render-data.ts';

/** The crosswalks as data, one entry a line. */
export function renderMappings(mappings: readonly Mapping[]): string {
  return [
    GENERATED_NOTICE,
    "import type { Mapping } from '../mapping.ts';\n\n",
    'export const MAPPINGS: readonly Mapping[] = [\n',
    ...mappings.map(({ entries, ...rest }) => {
      const head = JSON.stringify(rest).slice(0, -1);
      return `  ${head},"entries":[\n${entries.map((entry) => `    ${JSON.stringify(entry)},\n`).join('')}  ]},\n`;
    }),
    '];\n',
  ].join('');
}
