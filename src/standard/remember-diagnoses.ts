import { type Diagnosis, diagnoseCell } from './diagnose-cell.ts';
import type { Dictionary } from './dictionary.ts';
import type { TableName } from './generated/tables.ts';
import type { FieldPlan } from './plan-rows.ts';
import type { Cell } from './read/cell.ts';

/** More than a packed file can repeat cheaply: deflate looks back 32 KiB. */
const MAXIMUM_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 100;

/** `diagnoseCell` for one table. */
export type DiagnoseCell = (plan: FieldPlan, dictionary: Dictionary | null, cell: Cell) => Diagnosis;

/**
 * Diagnoses the cells of one table, and the same wrong code in the same field once only: a small file can unpack to
 * millions of rows that are wrong in one way, which then cost little more than rows that are right.
 */
export function rememberDiagnoses(table: TableName): DiagnoseCell {
  const known = new Map<FieldPlan, Map<Dictionary, Map<string, Diagnosis>>>();
  let remembered = 0;

  const ofField = (plan: FieldPlan, dictionary: Dictionary): Map<string, Diagnosis> => {
    const dictionaries = known.get(plan) ?? new Map<Dictionary, Map<string, Diagnosis>>();
    const texts = dictionaries.get(dictionary) ?? new Map<string, Diagnosis>();
    known.set(plan, dictionaries.set(dictionary, texts));
    return texts;
  };

  return (plan, dictionary, cell) => {
    // Anything else is told apart at a glance.
    if (dictionary === null || typeof cell !== 'string' || cell.length > LONGEST_REMEMBERED) {
      return diagnoseCell(table, plan, dictionary, cell);
    }
    const before = ofField(plan, dictionary).get(cell);
    if (before !== undefined) return before;
    const diagnosis = diagnoseCell(table, plan, dictionary, cell);
    if (remembered >= MAXIMUM_REMEMBERED) {
      known.clear();
      remembered = 0;
    }
    ofField(plan, dictionary).set(cell, diagnosis);
    remembered += 1;
    return diagnosis;
  };
}
