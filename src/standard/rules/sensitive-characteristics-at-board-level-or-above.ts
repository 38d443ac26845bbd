import { columnsOf } from '../row.ts';
import { characteristic } from './example-rows.ts';
import { boardOf } from './reading/areas.ts';
import { isBoardOnly } from './reading/characteristics.ts';
import { overRowsOf } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('characteristics');

const RELIGION = { characteristic: 'religion', category: 'muslim' } as const;

export const sensitiveCharacteristicsAtBoardLevelOrAbove: Rule = {
  id: 'sensitive-characteristics-at-board-level-or-above',
  tier: 'error',
  since: '1.0',
  tables: ['characteristics'],
  message: {
    en: 'A sensitive characteristic is sent for an area smaller than a health board.',
    cy: 'Anfonir nodwedd sensitif ar gyfer ardal lai na bwrdd iechyd.',
  },
  why: {
    en: 'In a small area few people share a religion, an orientation or a gender identity, and they could be recognised. Such figures never leave you below board level.',
    cy: "Mewn ardal fach, ychydig o bobl sy'n rhannu crefydd, cyfeiriadedd neu hunaniaeth o ran rhywedd, a gellid eu hadnabod. Nid yw ffigurau o'r fath byth yn eich gadael islaw lefel bwrdd.",
  },
  remedy: {
    en: "Add the authorities up, and send the health board's own code, even where the board has only one authority.",
    cy: 'Adiwch yr awdurdodau at ei gilydd, ac anfonwch god y bwrdd iechyd ei hun, hyd yn oed os mai un awdurdod yn unig sydd gan y bwrdd.',
  },
  source: 'core dataset, principle 10 and characteristics',
  examples: {
    passes: [
      { tables: { characteristics: [characteristic({ ...RELIGION, area_code: 'W11000024' })] } },
      { tables: { characteristics: [characteristic({ ...RELIGION, area_code: 'outside_area' })] } },
      { tables: { characteristics: [characteristic({ area_code: 'W06000023' })] } },
    ],
    fails: [
      { tables: { characteristics: [characteristic({ ...RELIGION, area_code: 'W06000023' })] } },
      {
        header: { submitter: '7A2' },
        tables: {
          characteristics: [
            characteristic({ characteristic: 'armed_forces', category: 'served', area_code: 'W06000008' }),
          ],
        },
      },
    ],
  },
  start(_header, report) {
    return overRowsOf('characteristics', (values, row) => {
      if (!isBoardOnly(codeAt(values, COLUMNS.characteristic))) return;
      const value = codeAt(values, COLUMNS.area_code);
      const suggestion = boardOf(value);
      if (suggestion === value) return;
      report({ table: 'characteristics', row, path: ['area_code'], value, suggestion });
    });
  },
};
