import { columnsOf, type RowValues } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { boardOf } from './reading/areas.ts';
import { codesAtLevel, codesById } from './reading/code-hierarchy.ts';
import { isNamedNotCollected } from './reading/coverage.ts';
import { cellKey, NOTHING_TO_CHECK, overRowsOf } from './reading/passes.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('pathway');
const SECTORS = codesAtLevel('referral_source', 'sector');
const BLANKS = codesById('blank');

/** What each stage adds to what should be open at the end, less what is. */
const EFFECTS: ReadonlyMap<string, number> = new Map([
  ['open_at_start', 1],
  ['referral_accepted', 1],
  ['closed', -1],
  ['open_at_end', -1],
]);

/** The dimensions whose parts are compared, each at the level at which an episode seldom changes. */
const PARTS = [
  ['area_code', boardOf],
  ['referral_source', (code: string) => SECTORS.get(code) ?? code],
  ['deprivation_quintile', (code: string) => code],
  ['support_tier', (code: string) => code],
] as const;

interface Balance {
  readonly row: number;
  readonly field: string;
  readonly part: string;
  episodes: number;
}

function addToParts(balances: Map<string, Balance>, values: RowValues, row: number, episodes: number): void {
  for (const [field, partOf] of PARTS) {
    const part = partOf(codeAt(values, COLUMNS[field]));
    if (BLANKS.has(part)) continue;
    const key = cellKey(field, part);
    const balance = balances.get(key);
    if (balance === undefined) balances.set(key, { row, field, part, episodes });
    else balance.episodes += episodes;
  }
}

const open = (stage: 'open_at_start' | 'open_at_end', episodes: number) =>
  exampleRow('pathway', { stage, wait_band: 'not_applicable', episodes });

export const stockFollowsFromFlowInEachPart: Rule = {
  id: 'stock-follows-from-flow-in-each-part',
  tier: 'advice',
  since: '1.0',
  tables: ['pathway'],
  message: {
    en: 'In one part of the return, what is open at the end does not follow from what was open at the start, accepted and closed, though it does for the whole.',
    cy: "Mewn un rhan o'r ffurflen, nid yw'r hyn sydd ar agor ar y diwedd yn dilyn o'r hyn a oedd ar agor ar y dechrau, a dderbyniwyd ac a gaewyd, er ei fod ar gyfer y cyfan.",
  },
  why: {
    en: 'A person who moves, or whose tier changes, explains a small difference. A large one means that open episodes are sorted by something else than new ones.',
    cy: "Mae person sy'n symud, neu y mae ei haen yn newid, yn egluro gwahaniaeth bach. Mae un mawr yn golygu bod cyfnodau cymorth agored yn cael eu trefnu yn ôl rhywbeth gwahanol i rai newydd.",
  },
  remedy: {
    en: 'Check that the stages of this area, sector, deprivation fifth or tier are taken from the same fields of the system.',
    cy: "Gwiriwch fod camau'r ardal, y sector, y pumed amddifadedd neu'r haen hon yn cael eu cymryd o'r un meysydd yn y system.",
  },
  source: 'core dataset, pathway; counting rules, section 6',
  examples: {
    passes: [
      { tables: { pathway: [open('open_at_start', 30), open('open_at_end', 30)] } },
      {
        tables: {
          pathway: [open('open_at_start', 30), { ...open('open_at_end', 31), referral_source: 'self' }],
        },
      },
      {
        tables: {
          pathway: [
            open('open_at_start', 30),
            { ...open('open_at_end', 30), referral_source: 'not_known' },
          ].map((row) => ({ ...row, referral_source: 'not_known' as const })),
        },
      },
    ],
    fails: [
      {
        tables: {
          pathway: [open('open_at_start', 30), { ...open('open_at_end', 30), referral_source: 'self' }],
        },
      },
      {
        tables: {
          pathway: [open('open_at_start', 30), { ...open('open_at_end', 30), area_code: 'outside_area' }],
        },
      },
    ],
  },
  start(header, report) {
    if ([...EFFECTS.keys()].some((stage) => isNamedNotCollected(header, 'pathway', stage))) {
      return NOTHING_TO_CHECK;
    }
    const balances = new Map<string, Balance>();
    let whole = 0;
    return {
      ...overRowsOf('pathway', (values, row) => {
        const effect = EFFECTS.get(codeAt(values, COLUMNS.stage));
        if (effect === undefined || codeAt(values, COLUMNS.basis) !== 'event') return;
        const episodes = effect * (numberAt(values, COLUMNS.episodes) ?? 0);
        whole += episodes;
        addToParts(balances, values, row, episodes);
      }),
      end() {
        // Where the whole is wrong, another rule says so, and every part would repeat it.
        if (whole !== 0) return;
        for (const { row, field, part, episodes } of balances.values()) {
          if (episodes !== 0) report({ table: 'pathway', row, path: [field], value: part });
        }
      },
    };
  },
};
