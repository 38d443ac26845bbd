import { describe, expect, it } from 'vitest';
import { synthesiseWales } from '../../../src/standard/synthesise/synthesise-wales.ts';
import { writeDocument } from '../../../src/standard/synthesise/write-document.ts';
import { validateReturn } from '../../../src/standard/validate-return.ts';

/** What a realistic country is told: small groups, follow-up below half, and items often left blank. */
const EXPECTED_ADVICE = new Set([
  'blanks-at-most-one-in-five',
  'few-pairs-are-said',
  'follow-up-below-half-is-said',
]);

describe('every synthetic return', () => {
  it.each([
    { seed: 1, quarters: 8 },
    { seed: 999_999, quarters: 1 },
  ])('of seed $seed is valid, has nothing to verify and draws only expected advice', (request) => {
    const encoder = new TextEncoder();
    let validated = 0;
    for (const { name, document } of synthesiseWales({ ...request, until: '2026-Q3' })) {
      const { report } = validateReturn(encoder.encode(writeDocument(document)), { format: 'json' });
      expect(report.result, name).toBe('valid');
      const unexpected = report.findings.filter((finding) => !EXPECTED_ADVICE.has(finding.rule));
      expect(unexpected, name).toEqual([]);
      validated += 1;
    }
    expect(validated).toBe(7 * request.quarters);
  });
});
