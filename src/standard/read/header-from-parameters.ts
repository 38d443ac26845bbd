import { SCHEMA_VERSION, TABLE_NAMES } from '../generated/tables.ts';
import { datesOf, isQuarter } from '../period.ts';

type Header = Record<string, unknown>;
type Kind = 'text' | 'list' | 'boolean';

interface Parameter {
  readonly path: readonly string[];
  readonly kind: Kind;
}

/** Parameters that do not stand at the top of the header under their own name. */
const PARAMETERS: ReadonlyMap<string, Parameter> = new Map<string, Parameter>([
  ['services_included', { path: ['coverage', 'services_included'], kind: 'list' }],
  ['areas_complete', { path: ['coverage', 'areas_complete'], kind: 'list' }],
  ...['name', 'version', 'extracted_at'].map(textBelow('source_system')),
  ...['en', 'cy'].map(textBelow('notes')),
  ...['en', 'cy'].map(textBelow('basis_note')),
  ...TABLE_NAMES.flatMap((table): [string, Parameter][] => {
    const path = ['coverage', 'tables', table];
    return [
      [`${table}_nil`, { path: [...path, 'nil'], kind: 'boolean' }],
      [`${table}_not_collected`, { path: [...path, 'not_collected'], kind: 'list' }],
      [`${table}_reason_code`, { path: [...path, 'reason_code'], kind: 'text' }],
      [`${table}_reason_en`, { path: [...path, 'reason', 'en'], kind: 'text' }],
      [`${table}_reason_cy`, { path: [...path, 'reason', 'cy'], kind: 'text' }],
    ];
  }),
]);

/**
 * The header of a return whose fields came as flat text, such as the query of an upload.
 *
 * Lists are separated by commas: `areas_complete=W06000023,W06000008`; an empty text is an empty list. Fields
 * below another are joined by an underscore: `source_system_name`, `notes_en`, `profiles_nil`. The standard,
 * its version and the dates of the period are filled in when they are left out. A name or value that means
 * nothing is kept as it is, so that validation reports it.
 *
 * @param base - A header to add to; what the parameters give replaces what it has.
 * @returns A header with no prototype, to be validated like any other.
 * @example
 * headerFromParameters({ period: '2026-Q2' });
 * // { standard: 'spcd', schema_version: '1.0', period: '2026-Q2', period_start: '2026-04-01', period_end: '2026-06-30' }
 */
export function headerFromParameters(
  parameters: Readonly<Record<string, string>>,
  base: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const header = copyOf(base);
  for (const [name, text] of Object.entries(parameters)) {
    const { path, kind } = PARAMETERS.get(name) ?? { path: [name], kind: 'text' };
    put(header, path, parse(text, kind));
  }
  header.standard ??= 'spcd';
  header.schema_version ??= SCHEMA_VERSION;
  if (typeof header.period === 'string' && isQuarter(header.period)) {
    const { start, end } = datesOf(header.period);
    header.period_start ??= start;
    header.period_end ??= end;
  }
  return header;
}

function textBelow(parent: string): (name: string) => [string, Parameter] {
  return (name) => [`${parent}_${name}`, { path: [parent, name], kind: 'text' }];
}

function parse(text: string, kind: Kind): unknown {
  if (kind === 'list') return text === '' ? [] : text.split(',').map((item) => item.trim());
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function put(header: Header, path: readonly string[], value: unknown): void {
  let parent = header;
  for (const name of path.slice(0, -1)) {
    const child = parent[name];
    parent[name] = isObject(child) ? copyOf(child) : copyOf({});
    parent = parent[name] as Header;
  }
  parent[path.at(-1) as string] = value;
}

function copyOf(object: Readonly<Header>): Header {
  return Object.assign(Object.create(null), object);
}

function isObject(value: unknown): value is Header {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
