type Band = readonly [from: number, code: string];

const WAIT_BANDS: readonly Band[] = [
  [85, '85_plus'],
  [57, '57_84'],
  [29, '29_56'],
  [15, '15_28'],
  [8, '8_14'],
  [0, '0_7'],
];

const DURATION_BANDS: readonly Band[] = [
  [366, '366_plus'],
  [183, '183_365'],
  [85, '85_182'],
  [29, '29_84'],
  [0, '0_28'],
];

const CONTACTS_BANDS: readonly Band[] = [
  [13, '13_plus'],
  [7, '7_12'],
  [4, '4_6'],
  [2, '2_3'],
  [1, '1'],
  [0, '0'],
];

const INTERVALS: readonly Band[] = [
  [57, '57_plus'],
  [31, '31_56'],
  [17, '17_30'],
  [11, '11_16'],
  [6, '6_10'],
  [0, '0_5'],
];

/** Dates that lie the wrong way round have no wait: a negative number is not known. */
function bandOf(bands: readonly Band[], value: number | null): string {
  if (value === null) return 'not_known';
  return bands.find(([from]) => value >= from)?.[1] ?? 'not_known';
}

/** @param days - Whole days from receipt of the referral to the stage. */
export function waitBandOf(days: number): string {
  return bandOf(WAIT_BANDS, days);
}

/** @param days - Whole days from acceptance to closing. */
export function durationBandOf(days: number | null): string {
  return bandOf(DURATION_BANDS, days);
}

export function contactsBandOf(contacts: number | null): string {
  return bandOf(CONTACTS_BANDS, contacts);
}

/** @param days - Whole days from baseline to follow-up, counted in completed weeks. */
export function intervalOf(days: number): string {
  return bandOf(INTERVALS, Math.floor(days / 7));
}
