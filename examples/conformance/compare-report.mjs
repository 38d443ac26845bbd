/** The places that a finding lists at most. */
const MAXIMUM_LOCATIONS = 10;

/**
 * In what a report differs from what a case expects; nothing when it agrees.
 *
 * The words of findings are not compared, nor the order of findings, nor that of places. Findings of one rule and
 * path are taken together: their words may differ from place to place.
 *
 * @param {readonly object[]} expected - What the list of cases says.
 * @param {unknown} report - What the implementation printed.
 * @returns {string[]} One line for each difference.
 */
export function compareReport(expected, report) {
  if (!Array.isArray(report?.findings)) return ['the report has no list of findings'];
  const wanted = new Map(expected.map((finding) => [keyOf(finding), finding]));
  const found = gather(report.findings);
  const differences = [];
  const result = resultOf(expected);
  if (report.result !== result) differences.push(`result: expected ${result}, found ${report.result}`);
  for (const [key, finding] of wanted) {
    const same = found.get(key);
    if (same === undefined) differences.push(`not found: ${key}`);
    else differences.push(...compareFinding(key, finding, same));
  }
  for (const key of found.keys()) if (!wanted.has(key)) differences.push(`not expected: ${key}`);
  return differences;
}

function keyOf({ rule, tier, path }) {
  return `${rule} (${tier}) at ${path === '' ? 'the file' : path}`;
}

function gather(findings) {
  const found = new Map();
  for (const finding of findings) {
    const key = keyOf(finding);
    const sum = found.get(key) ?? { count: 0, at: [], rows: [] };
    const locations = Array.isArray(finding.locations) ? finding.locations : [];
    sum.count += finding.count;
    sum.at.push(...locations.map(({ pointer }) => pointer));
    sum.rows.push(...locations.map(({ row }) => row).filter((row) => typeof row === 'number'));
    found.set(key, sum);
  }
  return found;
}

function compareFinding(key, expected, found) {
  const differences = [];
  if (found.count !== expected.count) {
    differences.push(`${key}: expected ${expected.count} places, found ${found.count}`);
  }
  const at = found.at.slice(0, MAXIMUM_LOCATIONS);
  if (!isSame(expected.at, at)) differences.push(`${key}: expected ${list(expected.at)}, found ${list(at)}`);
  if (expected.rows !== undefined && !isSame(expected.rows, found.rows)) {
    differences.push(`${key}: expected rows ${list(expected.rows)}, found ${list(found.rows)}`);
  }
  return differences;
}

function isSame(left, right) {
  return list([...left].sort()) === list([...right].sort());
}

function list(values) {
  return values.length === 0 ? 'none' : values.map((value) => (value === '' ? 'the file' : value)).join(', ');
}

/** What the report as a whole must say. */
function resultOf(expected) {
  const tiers = new Set(expected.map(({ tier }) => tier));
  if (tiers.has('error')) return 'invalid';
  return tiers.has('verify') ? 'needs_verification' : 'valid';
}
