import { columnsOf, type RowValues } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { areaAsRead } from './reading/areas.ts';
import { cellKey, overTables } from './reading/passes.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const PATHWAY = columnsOf('pathway');
const CLOSURES = columnsOf('closures');

/** The episodes of one area and source that were closed, and the first row of each table. */
interface Closed {
  closures: number;
  pathway: number;
  closuresRow: number | null;
  pathwayRow: number | null;
}

function cellOf(values: RowValues, columns: typeof PATHWAY | typeof CLOSURES): string {
  return cellKey(areaAsRead(codeAt(values, columns.area_code)), codeAt(values, columns.referral_source));
}

const closed = (episodes: number) =>
  exampleRow('pathway', { stage: 'closed', wait_band: 'not_known', episodes });
const openAtStart = (episodes: number) =>
  exampleRow('pathway', { stage: 'open_at_start', wait_band: 'not_applicable', episodes });
const closure = (episodes: number) => exampleRow('closures', { episodes });

export const closuresAddUpToPathway: Rule = {
  id: 'closures-add-up-to-pathway',
  tier: 'error',
  since: '1.0',
  tables: ['pathway', 'closures'],
  message: {
    en: 'Closures do not add up to the episodes closed in pathway.',
    cy: "Nid yw closures yn adio i'r cyfnodau cymorth a gaewyd yn pathway.",
  },
  why: {
    en: 'Both tables count the episodes closed in the period, and one figure is published for both.',
    cy: "Mae'r ddau dabl yn cyfrif y cyfnodau cymorth a gaewyd yn y cyfnod, a chyhoeddir un ffigur ar gyfer y ddau.",
  },
  remedy: {
    en: 'For this area and referral source, make closures add up to pathway, basis event, stage closed. Send a closure without a reason as not_known.',
    cy: "Ar gyfer yr ardal a'r ffynhonnell atgyfeirio hyn, gwnewch i closures adio i pathway, sail event, cam closed. Anfonwch gau heb reswm fel not_known.",
  },
  source: 'core dataset, closures',
  examples: {
    passes: [
      {
        tables: {
          pathway: [closed(14), openAtStart(14)],
          closures: [closure(9), { ...closure(5), closure_reason: 'not_known' }],
        },
      },
      {
        tables: {
          pathway: [
            { ...closed(14), area_code: 'W11000024' },
            { ...openAtStart(14), area_code: 'W11000024' },
          ],
          closures: [closure(14)],
        },
      },
    ],
    fails: [
      { tables: { pathway: [closed(14)], closures: [closure(13)] } },
      { tables: { pathway: [closed(14)], closures: [{ ...closure(14), referral_source: 'self' }] } },
      {
        tables: {
          pathway: [closed(14), { ...closed(1), area_code: 'outside_area' }],
          closures: [closure(14)],
        },
      },
      { tables: { pathway: [{ ...closed(14), basis: 'cohort' }], closures: [closure(14)] } },
    ],
  },
  start(_header, report) {
    const cells = new Map<string, Closed>();
    const at = (cell: string): Closed => {
      const known = cells.get(cell) ?? { closures: 0, pathway: 0, closuresRow: null, pathwayRow: null };
      cells.set(cell, known);
      return known;
    };
    return overTables(
      {
        pathway(values, row) {
          if (codeAt(values, PATHWAY.basis) !== 'event' || codeAt(values, PATHWAY.stage) !== 'closed') return;
          const cell = at(cellOf(values, PATHWAY));
          cell.pathway += numberAt(values, PATHWAY.episodes) ?? 0;
          cell.pathwayRow ??= row;
        },
        closures(values, row) {
          const cell = at(cellOf(values, CLOSURES));
          cell.closures += numberAt(values, CLOSURES.episodes) ?? 0;
          cell.closuresRow ??= row;
        },
      },
      () => {
        for (const { closures, pathway, closuresRow, pathwayRow } of cells.values()) {
          if (closures === pathway) continue;
          const place = { path: ['episodes'], value: closures, suggestion: String(pathway) };
          if (closuresRow !== null) report({ table: 'closures', row: closuresRow, ...place });
          else if (pathwayRow !== null) report({ table: 'pathway', row: pathwayRow, ...place });
        }
      },
    );
  },
};
