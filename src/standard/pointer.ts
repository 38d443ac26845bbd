import { isNameOfTheStandard } from './names-of-the-standard.ts';
import { WITHHELD } from './safe-value.ts';

/**
 * A JSON Pointer (RFC 6901) to a place in a return. A name that is not the standard's own stands in it as
 * `[withheld]`: it may be data, and what is unknown is gathered in one finding.
 */
export function pointerTo(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${nameOf(segment)}`).join('');
}

/** The pointer with `{row}` for the number of a row of a table and `{item}` for a position in a list. */
export function pathTemplate(segments: readonly (string | number)[]): string {
  return segments
    .map((segment, index) => {
      if (typeof segment === 'string') return `/${nameOf(segment)}`;
      return index === 2 && segments[0] === 'tables' ? '/{row}' : '/{item}';
    })
    .join('');
}

/** No name of the standard has a character that a pointer escapes. */
function nameOf(segment: string | number): string | number {
  return typeof segment === 'number' || isNameOfTheStandard(segment) ? segment : WITHHELD;
}
