import { type AreasCode, CODE_LISTS } from '../generated/code-lists.ts';
import type { Service } from '../generated/types.ts';
import type { Board } from './board.ts';
import { FIRST_DAY } from './first-day.ts';
import { WELSH_BOARDS } from './welsh-boards.ts';

interface ServiceName {
  readonly id: string;
  readonly en: string;
  readonly cy: string;
  readonly areas: readonly [AreasCode, ...AreasCode[]];
}

/** Invented services. No service of these names is known to the writers of this standard. */
const SERVICES: Readonly<Record<string, readonly ServiceName[]>> = {
  '7A1': [
    {
      id: 'synthetic-menai-links',
      en: 'Menai Links',
      cy: 'Dolenni Menai',
      areas: ['W06000001', 'W06000002'],
    },
    {
      id: 'synthetic-clwyd-bridges',
      en: 'Clwyd Bridges',
      cy: 'Pontydd Clwyd',
      areas: ['W06000003', 'W06000004'],
    },
    { id: 'synthetic-dee-paths', en: 'Dee Paths', cy: 'Llwybrau Dyfrdwy', areas: ['W06000005', 'W06000006'] },
  ],
  '7A7': [
    { id: 'synthetic-powys-circles', en: 'Powys Circles', cy: 'Cylchoedd Powys', areas: ['W06000023'] },
    { id: 'synthetic-border-hills', en: 'Border Hills', cy: "Bryniau'r Ffin", areas: ['W06000023'] },
  ],
  '7A2': [
    { id: 'synthetic-teifi-doors', en: 'Teifi Doors', cy: 'Drysau Teifi', areas: ['W06000008'] },
    { id: 'synthetic-cleddau-company', en: 'Cleddau Company', cy: 'Cwmni Cleddau', areas: ['W06000009'] },
    { id: 'synthetic-tywi-steps', en: 'Tywi Steps', cy: 'Camau Tywi', areas: ['W06000010'] },
  ],
  '7A6': [
    {
      id: 'synthetic-rhymney-roots',
      en: 'Rhymney Roots',
      cy: 'Gwreiddiau Rhymni',
      areas: ['W06000018', 'W06000019'],
    },
    { id: 'synthetic-usk-welcome', en: 'Usk Welcome', cy: 'Croeso Wysg', areas: ['W06000020', 'W06000021'] },
    {
      id: 'synthetic-newport-neighbours',
      en: 'Newport Neighbours',
      cy: 'Cymdogion Casnewydd',
      areas: ['W06000022'],
    },
  ],
  '7A4': [
    { id: 'synthetic-taff-tables', en: 'Taff Tables', cy: 'Byrddau Taf', areas: ['W06000015'] },
    { id: 'synthetic-vale-gardens', en: 'Vale Gardens', cy: "Gerddi'r Fro", areas: ['W06000014'] },
  ],
  '7A5': [
    { id: 'synthetic-ogmore-open', en: 'Ogmore Open', cy: 'Ogwr Agored', areas: ['W06000013'] },
    { id: 'synthetic-cynon-choirs', en: 'Cynon Choirs', cy: 'Corau Cynon', areas: ['W06000016'] },
    { id: 'synthetic-merthyr-makers', en: 'Merthyr Makers', cy: 'Crefftwyr Merthyr', areas: ['W06000024'] },
  ],
  '7A3': [
    { id: 'synthetic-bay-benches', en: 'Bay Benches', cy: "Meinciau'r Bae", areas: ['W06000011'] },
    { id: 'synthetic-neath-nets', en: 'Neath Nets', cy: 'Rhwydi Nedd', areas: ['W06000012'] },
  ],
};

/** The services register that goes with the synthetic returns: every name says that the service is invented. */
export function syntheticServices(boards: readonly Board[] = WELSH_BOARDS): Service[] {
  return boards.flatMap(servicesOf);
}

export function servicesOf(board: Board): Service[] {
  return namesOf(board).map(({ id, en, cy, areas }) => ({
    id,
    name: { en: `${en} (invented service)`, cy: `${cy} (gwasanaeth dychmygol)` },
    submitter: board.submitter,
    areas: [...areas],
    valid_from: FIRST_DAY,
    programme: 'Synthetic data',
    contact_role: 'Data manager',
    contact_address: `https://example.org/${id}`,
  }));
}

/** The services named above; one service for the whole of any other board. */
function namesOf({ submitter, area_code, authorities }: Board): readonly ServiceName[] {
  const named = SERVICES[submitter];
  if (named !== undefined) return named;
  const title = CODE_LISTS.areas.codes.find(({ code }) => code === area_code)?.title;
  if (title === undefined) throw new Error(`The area ${area_code} is not on the list of areas`);
  const areas = Object.keys(authorities) as [AreasCode, ...AreasCode[]];
  const id = `synthetic-${submitter.toLowerCase()}-links`;
  return [{ id, en: `Links of ${title.en}`, cy: `Dolenni ${title.cy}`, areas }];
}
