import { CODE_LISTS, type CodeListId } from '../generated/code-lists.ts';

interface Band {
  readonly code: string;
  readonly from: number;
}

/**
 * The bands of a list by where they start: `8_14` starts at 8, `85_plus` at 85. Codes that are not bands of
 * numbers, such as groups of bands, are passed over.
 */
export function bandsOf<Code extends string>(list: CodeListId): (value: number) => Code {
  const bands: Band[] = CODE_LISTS[list].codes
    .flatMap(({ code }) => (/^\d/.test(code) ? [{ code, from: Number.parseInt(code, 10) }] : []))
    .sort((one, other) => other.from - one.from);
  return (value) => {
    const band = bands.find(({ from }) => value >= from);
    if (band === undefined) throw new RangeError(`No band of ${list} holds ${value}`);
    return band.code as Code;
  };
}
