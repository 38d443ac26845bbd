/** Words that a spreadsheet would work out as a formula stay words. Figures are numbers and are left alone. */
export function asText(words: string): string {
  return /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
}
