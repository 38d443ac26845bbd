import Papa from 'papaparse';
import { type Attack, atLeast, exactly, firstNoise, headline } from '../attack.ts';
import type { PublicService } from '../country/serve-country.ts';
import { downloadCells } from './downloaded-cells.ts';
import { drawPublished } from './drawn-cells.ts';
import {
  type AnsweredRow,
  type Asked,
  addressOf,
  askedWords,
  fixedPart,
  rowOf,
  rowsOf,
} from './words-of-cells.ts';

export const attack: Attack = {
  id: 'A18',
  title: 'One form against another',
  tried:
    'A second draw or a second rule in another form would be a second look. Whole answers are asked as JSON and as CSV, in both languages and with bare codes, and compared row by row; and the cells they are about are compared with the file of the release that anyone downloads.',
  noise: firstNoise,
  async run({ country, service }) {
    const isSmall = country.plan.size === 'small';
    const drawn = drawPublished(await country.published().cells(), isSmall ? 8 : 120, 181);
    let compared = 0;
    let different = 0;
    for (const cell of drawn) {
      const words = askedWords(cell);
      const asked: Asked = [
        ...fixedPart(cell),
        ['period', cell.place.period],
        ['by', words.map(({ name, level }) => `${name}.${level}`).join(',')],
      ];
      const address = addressOf(cell.place.table, asked);
      const json = await rowsOf(service, address);
      if (json === undefined) continue;
      const forms = await Promise.all(
        ['', '&labels=codes', '&lang=cy'].map((form) => rowsOfCsv(service, address + form)),
      );
      const file = await downloadCells(service, cell.place.table, cell.place.period);
      compared += json.length * forms.length + 1;
      for (const rows of forms) different += differences(json, rows);
      if (rowOf(json, cell)?.value !== file.get(cell.id)) different += 1;
    }
    return [
      atLeast('cells compared', compared, isSmall ? 500 : 10_000),
      headline(exactly('cells that differ between forms', different, 0)),
    ];
  },
};

async function rowsOfCsv(service: PublicService, address: string): Promise<Record<string, string>[]> {
  const { body } = await service.get(address, { accept: 'text/csv' });
  return Papa.parse<Record<string, string>>(body.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

function differences(json: readonly AnsweredRow[], csv: readonly Record<string, string>[]): number {
  if (json.length !== csv.length) return json.length;
  return json.filter(({ value, status }, index) => {
    const row = csv[index] as Record<string, string>;
    return row.value !== (value === null ? '' : String(value)) || row.status !== status;
  }).length;
}
