import type { TableName } from '../../generated/tables.ts';
import type { ReturnHeader } from '../../row.ts';
import type { ReportPlace, RulePass } from '../rule.ts';
import { eachAnswer, TABLES_OF_ANSWERS } from './answers.ts';

/** An answer that is missing. `not_applicable` is none: nobody could have answered. */
const MISSING: ReadonlySet<string> = new Set(['not_stated', 'not_known', 'not_collected']);

/** The people supported of one item, and those of them without an answer. */
interface Share {
  readonly table: TableName;
  readonly item: string;
  readonly field: string;
  /** The first row with a blank. */
  row: number | null;
  blank: number;
  people: number;
}

/**
 * A pass that reports each item of people supported whose share of blanks is above one limit and not above
 * another; shares run from 0 to 1. Items that the coverage names as not collected are left out.
 */
export function reportBlankShares(
  header: ReturnHeader,
  report: ReportPlace,
  limits: { readonly above: number; readonly notAbove: number },
): RulePass {
  const shares = new Map<string, Share>();
  const isDeclared = ({ table, item }: Share) =>
    header.coverage.tables?.[table]?.not_collected?.includes(item) ?? false;
  return {
    reads: TABLES_OF_ANSWERS,
    row(table, values, row) {
      eachAnswer(table, values, ({ population, item, field, code, people }) => {
        if (population !== 'supported' || code === 'not_applicable') return;
        const share = shares.get(item) ?? { table, item, field, row: null, blank: 0, people: 0 };
        shares.set(item, share);
        share.people += people;
        if (!MISSING.has(code)) return;
        share.blank += people;
        share.row ??= row;
      });
    },
    end() {
      for (const each of shares.values()) {
        const share = each.people > 0 ? each.blank / each.people : 0;
        if (each.row === null || share <= limits.above || share > limits.notAbove || isDeclared(each))
          continue;
        const { table, item, row, field } = each;
        report({ table, row, path: [field], value: `${item}: ${inPercent(share)}` });
      }
    },
  };
}

/** Rounded up at the first decimal, so that a share above two in five is never shown as 40%. */
function inPercent(share: number): string {
  return `${Math.ceil(share * 1_000 - 1e-9) / 10}%`;
}
