import { CODE_LISTS } from '../generated/code-lists.ts';
import { nationOf } from './reading/organisations.ts';
import { NOTHING_TO_CHECK } from './reading/passes.ts';
import type { Rule } from './rule.ts';

const NATIONS = new Map(CODE_LISTS.deprivation_index.codes.map(({ code, extra }) => [code, extra?.nation]));

/** The indices that rank the small areas of a nation. */
function indicesOf(nation: string): readonly string[] {
  return [...NATIONS].filter(([, of]) => of === nation).map(([index]) => index);
}

export const indexFitsTheNation: Rule = {
  id: 'index-fits-the-nation',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'The deprivation index is that of another nation.',
    cy: 'Mynegai amddifadedd gwlad arall yw hwn.',
  },
  why: {
    en: "An index ranks the small areas of one nation only. Fifths of another nation's index say nothing about the people you serve and would be published among figures they do not belong to.",
    cy: 'Dim ond ardaloedd bach un wlad y mae mynegai yn eu rhestru. Nid yw pumedau mynegai gwlad arall yn dweud dim am y bobl rydych yn eu gwasanaethu, a byddent yn cael eu cyhoeddi ymhlith ffigurau nad ydynt yn perthyn iddynt.',
  },
  remedy: {
    en: 'Name the index of your own nation and send its fifths: wimd in Wales, imd in England, simd in Scotland, nimdm in Northern Ireland. For people who live in another nation send not_applicable.',
    cy: "Enwch fynegai eich gwlad eich hun ac anfonwch ei bumedau: wimd yng Nghymru, imd yn Lloegr, simd yn yr Alban, nimdm yng Ngogledd Iwerddon. Ar gyfer pobl sy'n byw mewn gwlad arall anfonwch not_applicable.",
  },
  source: 'core dataset, deprivation_index; list deprivation_index, nation',
  examples: {
    passes: [
      { header: { deprivation_index: 'wimd_2025' }, tables: {} },
      { header: { submitter: 'QOX', deprivation_index: 'imd_2025' }, tables: {} },
      { header: { submitter: 'S08000016', deprivation_index: 'simd_2020' }, tables: {} },
      { header: { submitter: 'BHSCT', deprivation_index: 'nimdm_2017' }, tables: {} },
      { header: { submitter: 'spcd_evidence', deprivation_index: 'imd_2019' }, tables: {} },
    ],
    fails: [
      { header: { deprivation_index: 'imd_2019' }, tables: {} },
      { header: { submitter: 'QOX', deprivation_index: 'wimd_2025' }, tables: {} },
      { header: { submitter: 'WHSCT', deprivation_index: 'simd_2020' }, tables: {} },
    ],
  },
  start(header, report) {
    const nation = nationOf(header.submitter);
    const value = header.deprivation_index;
    const fitting = nation === undefined ? [] : indicesOf(nation);
    if (fitting.length === 0 || fitting.includes(value)) return NOTHING_TO_CHECK;
    return {
      end() {
        report({ path: ['deprivation_index'], value, suggestion: fitting.join(', ') });
      },
    };
  },
};
