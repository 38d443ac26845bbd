#!/usr/bin/env node
// libuv reads the size of its thread pool once, before any ES module runs: DuckDB queries would
// otherwise hold all four default threads and starve the file system calls beside them.
process.env.UV_THREADPOOL_SIZE ??= '16';

import('tsx/esm/api')
  .then(({ register }) => {
    register();
    return import('../src/main.ts');
  })
  .catch((error) => {
    console.error(error);
    process.exitCode = 2;
  });
