import type { Mapping, MappingEntry, MappingTarget } from '../standard/mapping.ts';
import type { DescribedStandard } from './check-glossary.ts';

const RELATIONS: readonly string[] = ['equal', 'wider', 'narrower', 'approximate', 'none'];

/** What is wrong with the crosswalks: one sentence for each fault. */
export function mappingFaults(mappings: readonly Mapping[], standard: DescribedStandard): string[] {
  return mappings.flatMap(({ id, entries }) => {
    const seen = new Set<string>();
    return entries.flatMap((entry) => {
      const way = `${entry.from_code} ${JSON.stringify(entry.to)}`;
      const faults = seen.has(way) ? ['stands twice'] : [];
      seen.add(way);
      faults.push(...entryFaults(entry), ...targetFaults(entry, standard));
      return faults.map((fault) => `mappings/${id}.csv: ${entry.from_code} ${fault}`);
    });
  });
}

function entryFaults({ from_code, from_title, relation, to, note, source }: MappingEntry): string[] {
  const faults: string[] = [];
  if (from_code === '') faults.push('has no code');
  if (from_title.en === '' || from_title.cy === '') faults.push('lacks a title');
  if (note !== null && (note.en === '' || note.cy === '')) faults.push('has a note in one language only');
  if (source === '') faults.push('has no source');
  if (!RELATIONS.includes(relation)) faults.push(`has the unknown relation ${relation}`);
  if ((relation === 'none') !== (to === null))
    faults.push(`is ${relation} but leads ${to ? 'somewhere' : 'nowhere'}`);
  return faults;
}

function targetFaults({ relation, to }: MappingEntry, standard: DescribedStandard): string[] {
  if (to === null) return [];
  if ('table' in to) return isKnownField(to, standard) ? [] : [`leads to the unknown ${nameOf(to)}`];
  const list = standard.codeLists.find(({ id }) => id === to.list);
  if (!list?.codes.some(({ code }) => code === to.code)) return [`leads to the unknown ${nameOf(to)}`];
  const isGroup = list.codes.some(({ parent }) => parent === to.code);
  // "Wider" means several of our codes: only the code of their group can stand for them.
  return relation === 'wider' && !isGroup ? [`is wider than ${nameOf(to)}, which is no group`] : [];
}

function isKnownField(to: Extract<MappingTarget, { table: string }>, { tables }: DescribedStandard): boolean {
  const table = tables.find(({ name }) => name === to.table);
  return table !== undefined && (to.field === null || table.fields.some(({ name }) => name === to.field));
}

function nameOf(to: MappingTarget): string {
  return 'table' in to ? [to.table, to.field ?? []].flat().join('.') : `${to.list}.${to.code}`;
}
