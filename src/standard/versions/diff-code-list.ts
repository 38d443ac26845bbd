import { changeOf, type SchemaChange } from './change.ts';

/** One record of a code list's CSV, by column. */
export type CodeRecord = Readonly<Record<string, string>>;

const WORDS: ReadonlySet<string> = new Set(
  'title_en,title_cy,description_en,description_cy,source,source_status,welsh_status'.split(','),
);
const DATES: ReadonlySet<string> = new Set(['valid_from', 'valid_to']);
/** What a code that changes hands says of itself; looked at with its dates and its deprecation. */
const SUCCESSION: ReadonlySet<string> = new Set(['replaced_by', 'deprecated_in']);

/** Lists of what exists in the world, whose rows may begin and end in any version. */
const REGISTERS: ReadonlySet<string> = new Set(['areas', 'organisations']);

/** Compares the codes of one list. */
export function diffCodeList(
  id: string,
  before: ReadonlyMap<string, CodeRecord>,
  after: ReadonlyMap<string, CodeRecord>,
): SchemaChange[] {
  const isRegister = REGISTERS.has(id);
  const removed = [...before.keys()].filter((code) => !after.has(code));
  return [
    ...removed.map((code) => changeOf('code-removed', `codelists/${id}/${code}`)),
    ...[...after].flatMap(([code, record]) => {
      const at = `codelists/${id}/${code}`;
      const known = before.get(code);
      if (known === undefined) return [changeOf(isRegister ? 'register-row-changed' : 'code-added', at)];
      return diffCode(at, known, record, isRegister);
    }),
  ];
}

function diffCode(at: string, before: CodeRecord, after: CodeRecord, isRegister: boolean): SchemaChange[] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differing = columns.filter((column) => (before[column] ?? '') !== (after[column] ?? ''));
  const words = differing.filter((column) => WORDS.has(column));
  const meaning = differing.filter(
    (column) => !WORDS.has(column) && !DATES.has(column) && !SUCCESSION.has(column),
  );
  return [
    ...(words.length > 0 ? [changeOf('wording-changed', at, { keyword: words.join(', ') })] : []),
    ...diffDates(at, before, after, isRegister),
    ...diffSuccession(at, before, after, differing),
    ...meaning.map((keyword) => changeOf('meaning-changed', at, { keyword })),
  ];
}

function diffDates(at: string, before: CodeRecord, after: CodeRecord, isRegister: boolean): SchemaChange[] {
  const [from, newFrom] = [before.valid_from ?? '', after.valid_from ?? ''];
  const [to, newTo] = [before.valid_to || '9999-12-31', after.valid_to || '9999-12-31'];
  if (from === newFrom && to === newTo) return [];
  if (isRegister) return [changeOf('register-row-changed', at)];
  return [
    ...(newFrom > from || newTo < to ? [changeOf('code-dates-narrowed', at)] : []),
    ...(newFrom < from || newTo > to ? [changeOf('code-dates-widened', at)] : []),
  ];
}

function diffSuccession(
  at: string,
  before: CodeRecord,
  after: CodeRecord,
  differing: readonly string[],
): SchemaChange[] {
  if (!differing.some((column) => SUCCESSION.has(column))) return [];
  if (!before.deprecated_in && after.deprecated_in) {
    const successors = (after.replaced_by ?? '').split(';').filter(Boolean).join(', ') || '—';
    return [changeOf('code-deprecated', at, { successors })];
  }
  return [changeOf('reference-changed', at)];
}
