import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importFaults, reachableFrom, readImports } from './import-faults.ts';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

async function readSources(): Promise<Record<string, string>> {
  const paths = (await readdir(SOURCE, { recursive: true })).filter((path) => path.endsWith('.ts'));
  const entries = paths.map(async (path) => [path, await readFile(join(SOURCE, path), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(entries));
}

it('lets every room import only the rooms that the architecture allows it', async () => {
  const sources = await readSources();
  expect(Object.keys(sources).length).toBeGreaterThan(50);
  expect(importFaults(sources)).toEqual([]);
});

it.each(['query', 'formats', 'http/public', 'archive', 'explorer'])(
  'keeps %s away from keys, noise, rows and the database, over any number of imports',
  async (room) => {
    const secret = /^(disclosure\/(keys|noise|publish)|release\/|store\/|ingest\/)/;
    const reached = [...reachableFrom(room, await readSources())];
    expect(reached.filter((path) => secret.test(path))).toEqual([]);
  },
);

it('follows imports as far as they lead', () => {
  const sources = {
    'query/question.ts': "import { a } from '../disclosure/lattice.ts';",
    'disclosure/lattice.ts': "export { b } from './noise.ts';",
    'disclosure/noise.ts': '',
  };
  expect(reachableFrom('query', sources)).toContain('disclosure/noise.ts');
});

describe('a wrong import is caught', () => {
  it.each([
    ['standard/row.ts', "import { readFile } from 'node:fs/promises';", 'browser'],
    ['standard/row.ts', "import { ServiceError } from '../errors.ts';", 'returns findings'],
    ['disclosure/noise.ts', "import { ServiceError } from '../errors.ts';", 'RangeError'],
    [
      'query/question.ts',
      "import { acceptSubmission } from '../ingest/accept-submission.ts';",
      'query may import',
    ],
    ['query/question.ts', "import { tables } from '../store/tables.ts';", 'query may import'],
    ['query/question.ts', "import { noiseOf } from '../disclosure/noise.ts';", 'query may import'],
    ['query/question.ts', "export { openKeys } from '../release/keys-on-disk.ts';", 'query may import'],
    ['query/question.ts', "const store = await import('../store/database.ts');", 'query may import'],
    ['query/question.ts', "import '../store/database.ts';", 'query may import'],
    ['query/question.ts', "import type { Database } from '../store/database.ts';", 'query may import'],
    ['query/question.ts', 'import {\n  one,\n  two,\n} from "../store/database.ts";', 'query may import'],
    ['formats/csv.ts', "import { answer } from '../query/answer.ts';", 'formats may import'],
    [
      'http/public/root-routes.ts',
      "import { openDatabase } from '../../store/database.ts';",
      'http/public may import',
    ],
    [
      'http/public/root-routes.ts',
      "import { me } from '../submitter/me-routes.ts';",
      'http/public may import',
    ],
    [
      'http/submitter/me-routes.ts',
      "import { query } from '../../query/question.ts';",
      'http/submitter may import',
    ],
    ['http/app.ts', "import { openKeys } from '../release/keys-on-disk.ts';", 'http may import'],
    ['store/database.ts', "import { readConfig } from '../config.ts';", 'argument'],
    ['cli/serve.ts', "import { renderAll } from '../codegen/generate.ts';", 'which nothing may'],
    ['helpers/strings.ts', '', 'does not know'],
    ['query/question.ts', 'await import(nameOf(store));', 'write the path down'],
    ['query/question.ts', "import { createRequire } from 'node:module';", 'use import'],
    ['query/question.ts', "import * as loading from 'module';", 'use import'],
    ['query/question.ts', "const store = require('../store/database.ts');", 'use import'],
    ['query/question.ts', "process.binding('fs');", 'use import'],
    ['query/question.ts', "process.getBuiltinModule('node:fs');", 'use import'],
  ])('%s: %s', (path, source, words) => {
    expect(importFaults({ [path]: source })).toEqual([expect.stringContaining(words)]);
  });

  it('also where a command that is published leads to the rest of the house by a detour', () => {
    const sources = {
      'cli/validate.ts': "import { show } from './show.ts';",
      'cli/show.ts': "import { openDatabase } from '../store/database.ts';",
      'store/database.ts': '',
    };
    expect(importFaults(sources)).toEqual([
      expect.stringContaining('cli/validate.ts leads to store/database.ts'),
    ]);
  });

  it('and a right one is not', () => {
    expect(
      importFaults({
        'formats/csv.ts': "import type { Answer } from '../query/answer.ts';",
        'formats/json.ts': "import { type Answer } from '../query/answer.ts';",
        'query/question.ts':
          "import { addressOf } from '../disclosure/addresses.ts';\nimport { ServiceError } from '../errors.ts';",
        'cli/serve.ts': "import { readConfig } from '../config.ts';",
        'cli/validate.ts': "import { validateReturn } from '../standard/validate-return.ts';",
        'main.ts': "await import('./cli/serve.ts');",
      }),
    ).toEqual([]);
  });

  it('reads past comments and strings that only look like imports', () => {
    const source =
      "// import { a } from './a.ts';\n/* import './b.ts'; */\nconst words = 'import from here';\n";
    expect(readImports(source)).toEqual({ imports: [], computed: false });
  });
});
