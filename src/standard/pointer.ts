import { safeValue } from './safe-value.ts';

/**
 * A JSON Pointer (RFC 6901) to a place in a return. Names that are not the standard's own are repeated only
 * where they are safe to repeat.
 */
export function pointerTo(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(segment)}`).join('');
}

/** The pointer with `{row}` for the number of a row of a table and `{item}` for a position in a list. */
export function pathTemplate(segments: readonly (string | number)[]): string {
  return segments
    .map((segment, index) => {
      if (typeof segment === 'string') return `/${escapeSegment(segment)}`;
      return index === 2 && segments[0] === 'tables' ? '/{row}' : '/{item}';
    })
    .join('');
}

function escapeSegment(segment: string | number): string {
  if (typeof segment === 'number') return String(segment);
  return safeValue(segment).replaceAll('~', '~0').replaceAll('/', '~1');
}
