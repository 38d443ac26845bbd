import { defineConfig } from 'vitest/config';

/** Checks against programs of others that npm does not bring: Chromium, R, and Python with jsonschema, pandas and openpyxl. */
export default defineConfig({
  test: { include: ['tests/peers/**/*.peer.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
