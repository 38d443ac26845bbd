#!/usr/bin/env node
const { join } = require('node:path');
const { isBuilt } = require('./source-stamp.cjs');

// libuv reads the size of its thread pool once, before any ES module runs: DuckDB queries would
// otherwise hold all four default threads and starve the file system calls beside them.
process.env.UV_THREADPOOL_SIZE ??= '16';

// For threads that start from now on, megabytes that each lets grow what it made just now: the one that reads TypeScript
// would otherwise keep tens of them for ever. This thread has its own already: see docs/operations.md, "Memory".
require('node:v8').setFlagsFromString('--max-semi-space-size=2');

const started = isBuilt(join(__dirname, '..'))
  ? import('../build/main.js')
  : import('tsx/esm/api').then(({ register }) => {
      register();
      return import('../src/main.ts');
    });

started.catch((error) => {
  console.error(error);
  process.exitCode = 2;
});
