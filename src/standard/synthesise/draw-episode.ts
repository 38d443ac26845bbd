import type { CompletionModeCode, IntervalCode } from '../generated/code-lists.ts';
import { drawMeasurements } from './draw-scores.ts';
import type { Episode } from './episode.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { draw, weightsOf } from './weights.ts';
import type { WelshBoard } from './welsh-boards.ts';

/** Assumed, in a thousand: first conversations that fall in the quarter after the referral. */
const TALKS_NEXT_QUARTER = 280;
/** Assumed, in a thousand: connections made in the quarter after the first conversation. */
const CONNECTED_NEXT_QUARTER = 350;

/** Assumed, in a thousand: quarters from the first conversation to closure. */
const CLOSES_AFTER = weightsOf({ '0q': 250, '1q': 480, '2q': 210, '3q': 60 });

/** Assumed, in a thousand: completed weeks between the scores, by quarters from conversation to closure. */
const INTERVALS = [
  weightsOf<IntervalCode>({ '0_5': 350, '6_10': 650 }),
  weightsOf<IntervalCode>({ '0_5': 30, '6_10': 300, '11_16': 520, '17_30': 150 }),
  weightsOf<IntervalCode>({ '11_16': 150, '17_30': 780, '31_56': 70 }),
  weightsOf<IntervalCode>({ '17_30': 250, '31_56': 750 }),
];

/** Assumed, in a thousand. */
const MODES = weightsOf<CompletionModeCode | 'not_known'>({
  self: 330,
  assisted: 290,
  telephone_or_video: 300,
  mixed: 40,
  not_known: 40,
});

/** Draws what came of a referral. A person not supported is never connected, scored or closed. */
export function drawEpisode(person: Person, referred: number, board: WelshBoard, random: Random): Episode {
  if (!random.chance(board.supported)) {
    const none = { supported: null, connected: null, closed: null, interval: null, completionMode: null };
    return { person, referred, ...none, measured: {} };
  }
  const supported = referred + (random.chance(TALKS_NEXT_QUARTER) ? 1 : 0);
  const length = Number.parseInt(draw(CLOSES_AFTER, random), 10);
  const connectedAfter = random.chance(CONNECTED_NEXT_QUARTER) ? Math.min(1, length) : 0;
  return {
    person,
    referred,
    supported,
    connected: random.chance(board.connected) ? supported + connectedAfter : null,
    closed: supported + length,
    interval: draw(INTERVALS[length] as (typeof INTERVALS)[number], random),
    completionMode: draw(MODES, random),
    measured: drawMeasurements(person, board, random),
  };
}
