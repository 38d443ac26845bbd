import { CODE_LISTS } from '../generated/code-lists.ts';
import { TABLE_NAMES, type TableName } from '../generated/tables.ts';
import { columnsOf } from '../row.ts';
import { outcome, profile } from './example-rows.ts';
import { hadEndedBefore, isWithin, standsApart } from './reading/areas.ts';
import { areasServedBy } from './reading/organisations.ts';
import { NOTHING_TO_CHECK } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const AREA_COLUMNS = Object.fromEntries(
  TABLE_NAMES.map((table) => [table, columnsOf(table).area_code]),
) as Record<TableName, number>;

export const areaWithinTheSubmittersAreas: Rule = {
  id: 'area-within-the-submitters-areas',
  tier: 'verify',
  since: '1.0',
  tables: [],
  message: {
    en: 'The area is outside those your organisation serves.',
    cy: "Mae'r ardal y tu allan i'r rhai y mae eich sefydliad yn eu gwasanaethu.",
  },
  why: {
    en: 'People who live elsewhere are counted as outside_area, so that a few of them cannot be recognised and rates stay true.',
    cy: "Caiff pobl sy'n byw mewn mannau eraill eu cyfrif fel outside_area, fel na ellir adnabod ychydig ohonynt ac fel bod cyfraddau'n aros yn gywir.",
  },
  remedy: {
    en: 'Correct the code, or count these people as outside_area. Confirm it if your organisation does serve this area.',
    cy: "Cywirwch y cod, neu cyfrifwch y bobl hyn fel outside_area. Cadarnhewch hyn os yw eich sefydliad yn gwasanaethu'r ardal hon.",
  },
  source: 'core dataset, tables; organisations register',
  examples: {
    passes: [
      { tables: { profiles: [profile(), profile({ area_code: 'W11000024' })] } },
      { tables: { profiles: [profile({ area_code: 'outside_area' }), profile({ area_code: 'W92000004' })] } },
      { tables: { profiles: [profile({ area_code: 'W11000027' })] } },
      { header: { submitter: 'spcd_evidence' }, tables: { outcomes: [outcome({ area_code: 'E92000001' })] } },
      {
        header: {
          submitter: 'QRL',
          deprivation_index: 'imd_2019',
          coverage: { services_included: ['links'], areas_complete: ['E54000067'] },
        },
        tables: { outcomes: [outcome({ area_code: 'E54000067' })] },
      },
      {
        header: {
          submitter: 'S08000019',
          deprivation_index: 'simd_2020',
          coverage: { services_included: ['links'], areas_complete: [] },
        },
        tables: { outcomes: [outcome({ area_code: 'S37000013' }), outcome({ area_code: 'S08000019' })] },
      },
    ],
    fails: [
      { tables: { profiles: [profile({ area_code: 'W06000008' })] } },
      { tables: { outcomes: [outcome({ area_code: 'E92000001' })] } },
      {
        header: { submitter: 'BHSCT', coverage: { services_included: ['links'], areas_complete: [] } },
        tables: { outcomes: [outcome({ area_code: 'WHSCT' })] },
      },
      {
        header: { coverage: { services_included: ['connectors'], areas_complete: ['W06000008'] } },
        tables: {},
      },
    ],
  },
  start(header, report) {
    const served = areasServedBy(header.submitter);
    if (served.length === 0 || served.some(standsApart)) return NOTHING_TO_CHECK;
    // A broader area is one that may hold the submitter's own: where in it the person lives is not known.
    // An ended code has a successor, which another rule names; where that lies is asked once it is sent.
    const isServed = (area: string) =>
      standsApart(area) ||
      served.some((own) => isWithin(area, own) || isWithin(own, area)) ||
      hadEndedBefore(area, header.period_start);
    const areas = new Set(CODE_LISTS.areas.codes.map(({ code }) => code).filter(isServed));
    for (const [index, area] of header.coverage.areas_complete.entries()) {
      if (!areas.has(area)) report({ path: ['coverage', 'areas_complete', index], value: area });
    }
    return {
      row(table, values, row) {
        const value = codeAt(values, AREA_COLUMNS[table]);
        if (areas.has(value)) return;
        report({ table, row, path: ['area_code'], value, suggestion: 'outside_area' });
      },
    };
  },
};
