/**
 * Writes texts, each one once: in a table of figures the same few codes and words stand in every row.
 *
 * What is remembered lives as long as what is returned; make one for each table that is written.
 */
export function writtenOnce(write: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const written = write(text);
    known.set(text, written);
    return written;
  };
}

/** A number as JSON, or null where there is none. */
export function writtenNumber(value: number | null): string {
  return value === null || !Number.isFinite(value) ? 'null' : String(value);
}
