import { dirname, join } from 'node:path/posix';

/** The parts of `disclosure` that say which questions there are; none of them knows a key or noise. */
const LATTICE = ['addresses', 'categories', 'home', 'implied-cells', 'lattice'].map(
  (name) => `disclosure/${name}.ts`,
);

/** What runs a command line, whichever commands there are. */
const COMMAND_LINE = ['portable-commands', 'run-command-line', 'terminal'].map((name) => `cli/${name}.ts`);

/**
 * The data flow, as imports: a room may use only the rooms or files named beside it, and itself.
 *
 * `http` is what lies in that folder directly, its assembly; `http/public` and `http/submitter` are rooms of
 * their own. A name ending in `.ts` is one file; with `(types)` only its types.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  standard: [],
  disclosure: ['standard'],
  store: ['standard'],
  // COPY text is written and read where the rows are.
  validation: ['standard', 'store/copy-text.ts'],
  ingest: ['standard', 'validation', 'store', 'passing-failure.ts'],
  archive: ['standard'],
  release: ['standard', 'store', 'disclosure', 'archive'],
  query: ['standard', 'archive', ...LATTICE],
  formats: [
    'standard',
    'archive/bulk-path.ts',
    'archive/copy-to-parquet.ts',
    'archive/duckdb.ts (types)',
    'archive/manifest.ts (types)',
    'query/answer.ts (types)',
  ],
  http: [
    'standard',
    'validation',
    'http/public',
    'http/submitter',
    'passing-failure.ts',
    'trusted-proxies.ts',
  ],
  'http/public': ['standard', 'validation', 'query', 'formats', 'archive', 'explorer', 'http'],
  'http/submitter': ['standard', 'validation', 'ingest', 'store', 'http'],
  explorer: ['standard'],
  codegen: ['standard', 'http/app.ts'],
  'npm-package': ['standard', ...portableCommands(), ...COMMAND_LINE],
  cli: ['*'],
  'main.ts': ['*'],
  'config.ts': ['standard', 'settings.ts', 'trusted-proxies.ts'],
  'errors.ts': ['standard'],
  'passing-failure.ts': [],
  'settings.ts': ['standard'],
  'trusted-proxies.ts': [],
};

/** Commands that are published with the standard and must run without the rest of the house. */
function portableCommands(): string[] {
  const names = ['validate', 'aggregate', 'template', 'synthesise', 'upgrade', 'diff', 'submit'];
  return names.map((name) => `cli/${name}.ts`);
}

/** What such a command may lead to, over any number of imports. */
const PORTABLE = /^(standard\/|cli\/|npm-package\/client\/)/;

/** Rooms that never throw a `ServiceError`: what they find is returned, and what is broken is an `Error`. */
const WITHOUT_SERVICE_ERRORS = ['standard', 'disclosure'];
/** Everyone else is given values as arguments. */
const READ_THE_CONFIGURATION = ['main.ts', 'cli'];
/** Names its package by the processor it runs on. */
const MAY_COMPUTE_AN_IMPORT = ['store/embedded-binaries.ts'];

/** Ways round `import`, through which any room could reach any other. */
const LOADS_BY_ANOTHER_WAY =
  /(?<![\w.'"`])require\s*\(|\bcreateRequire\b|\b(?:from|import)\s*\(?\s*['"`](?:node:)?module['"`]|\bprocess\s*\.\s*(?:binding|dlopen|mainModule)\b|\bgetBuiltinModule\b/;

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/**
 * Every import between the given files that the table does not allow, one sentence each.
 *
 * @param sources - Source text by path below `src/`.
 */
export function importFaults(sources: Readonly<Record<string, string>>): string[] {
  const portable = portableCommands().flatMap((command) =>
    [...reachableFrom(command, sources)]
      .filter((reached) => !PORTABLE.test(reached))
      .map(
        (reached) =>
          `${command} leads to ${reached}, but it must run with the standard and the client alone.`,
      ),
  );
  const direct = Object.entries(sources).flatMap(([path, source]) => {
    const { imports, computed } = readImports(source);
    const faults = imports.flatMap((each) => faultOf(path, each) ?? []);
    if (computed && !MAY_COMPUTE_AN_IMPORT.includes(path)) {
      faults.push(`${path} works out at run time what it imports; write the path down.`);
    }
    if (LOADS_BY_ANOTHER_WAY.test(codeOf(source))) {
      faults.push(`${path} loads modules by another way than import, so nobody can see which; use import.`);
    }
    if (MAY_IMPORT[roomOf(path)] === undefined) {
      faults.push(`${path} is in a room that the table of imports does not know.`);
    }
    return faults;
  });
  return [...direct, ...portable];
}

/** Every file that a file, or the files of a room, lead to, over any number of imports. */
export function reachableFrom(start: string, sources: Readonly<Record<string, string>>): Set<string> {
  const reached = new Set<string>();
  const follow = (path: string): void => {
    const source = sources[path];
    if (source === undefined || reached.has(path)) return;
    reached.add(path);
    for (const { specifier, typeOnly } of readImports(source).imports) {
      if (specifier.startsWith('.') && !typeOnly) follow(join(dirname(path), specifier));
    }
  };
  for (const path of Object.keys(sources)) if (path === start || roomOf(path) === start) follow(path);
  return reached;
}

/** All static and dynamic imports and `export … from` of a module. */
export function readImports(source: string): { imports: Import[]; computed: boolean } {
  const code = codeOf(source);
  const imports: Import[] = [];
  for (const [, clause = '', specifier = ''] of code.matchAll(
    /^\s*(?:import|export)\s+([^'"`;]*?)\s*from\s*['"]([^'"]+)['"]/gm,
  )) {
    imports.push({ specifier, typeOnly: isTypeOnly(clause) });
  }
  for (const [, specifier = ''] of code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm)) {
    imports.push({ specifier, typeOnly: false });
  }
  let computed = false;
  for (const [, , specifier] of code.matchAll(/(?<![\w.'"`])import\s*\(\s*(?:(['"`])([^'"`$]+)\1)?/g)) {
    if (specifier === undefined) computed = true;
    else imports.push({ specifier, typeOnly: false });
  }
  return { imports, computed };
}

/** A source without its comments. */
function codeOf(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function isTypeOnly(clause: string): boolean {
  if (/^type\b/.test(clause)) return true;
  const names = /^\{([^}]*)\}$/
    .exec(clause)?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return names !== undefined && names.length > 0 && names.every((name) => name.startsWith('type '));
}

function faultOf(path: string, { specifier, typeOnly }: Import): string | undefined {
  const room = roomOf(path);
  if (!specifier.startsWith('.')) {
    if (room === 'standard' && specifier.startsWith('node:')) {
      return `${path} imports ${specifier}, but the standard also runs in a browser.`;
    }
    return undefined;
  }
  const target = join(dirname(path), specifier);
  if (target.startsWith('..')) return undefined;
  const targetRoom = roomOf(target);
  if (targetRoom === 'errors.ts') {
    return WITHOUT_SERVICE_ERRORS.includes(room)
      ? `${path} imports errors.ts, but ${room} returns findings or throws RangeError.`
      : undefined;
  }
  if (targetRoom === 'config.ts') {
    return READ_THE_CONFIGURATION.includes(room)
      ? undefined
      : `${path} imports config.ts; take the value as an argument.`;
  }
  if (targetRoom === 'codegen' && room !== 'codegen') return `${path} imports codegen, which nothing may.`;
  if (room === targetRoom) return undefined;
  const allowed = MAY_IMPORT[room] ?? [];
  const fits = allowed.some(
    (each) =>
      each === '*' || each === targetRoom || each === target || (typeOnly && each === `${target} (types)`),
  );
  if (fits) return undefined;
  const list = allowed.length === 0 ? 'nothing of ours' : allowed.join(', ');
  return `${path} imports ${target}, but ${room} may import ${list}.`;
}

function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'http' && ['public', 'submitter'].includes(second) ? `http/${second}` : first;
}
