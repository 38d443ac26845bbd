import { readCells, type StoredCell } from '../support/read-cells.ts';
import type { OracleCell } from './oracle/figures.ts';
import { idOf } from './oracle/places.ts';

const SELECTORS = [
  'population',
  'characteristic',
  'basis',
  'measure',
  'value_set',
  'breakdown',
  'deprivation_index',
];
const OTHERS = ['table', 'figure', 'period', 'area_code', 'value'];

/** A published cell in the form of the oracle's, less what only the oracle knows. */
export type PublishedCell = Omit<OracleCell, 'n'>;

/** The published cells below a folder, by the id that the oracle gives them. */
export async function publishedCells(folder: string): Promise<Map<string, PublishedCell>> {
  const cells = new Map<string, PublishedCell>();
  for (const stored of await readCells(folder)) {
    const cell = asCell(stored);
    const id = idOf(cell);
    if (cells.has(id)) throw new Error(`${id} is published twice`);
    cells.set(id, cell);
  }
  return cells;
}

function asCell(stored: StoredCell): PublishedCell {
  const held = Object.entries(stored).filter(([name, value]) => value !== null && !OTHERS.includes(name));
  const selectors = held.filter(([name]) => SELECTORS.includes(name));
  const dimensions = held.filter(([name]) => !SELECTORS.includes(name));
  return {
    table: stored.table as PublishedCell['table'],
    figure: String(stored.figure),
    period: String(stored.period),
    area: String(stored.area_code),
    selectors: Object.fromEntries(selectors) as Record<string, string>,
    dimensions: Object.fromEntries(dimensions) as Record<string, string>,
    value: stored.value === null ? null : Number(stored.value),
  };
}
