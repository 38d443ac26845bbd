import type { ClosureReasonCode, CompletionModeCode, IntervalCode } from '../generated/code-lists.ts';
import type { Board } from './board.ts';
import { type Day, daysWithin } from './days.ts';
import { drawConnections } from './draw-connections.ts';
import { drawNeeds } from './draw-needs.ts';
import { drawMeasurements } from './draw-scores.ts';
import { bandsOf } from './number-bands.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import type { Episode, Support } from './referral.ts';
import { draw, type Weights, weightsOf } from './weights.ts';

/** Assumed waits and lengths, in days and thousandths. */
const TO_FIRST_CONTACT = daysWithin([0, 2, 260], [3, 7, 350], [8, 14, 240], [15, 28, 110], [29, 70, 40]);
const TO_CONVERSATION = daysWithin([0, 0, 460], [1, 7, 290], [8, 21, 200], [22, 49, 50]);
const TO_PLAN = daysWithin([0, 0, 550], [1, 14, 300], [15, 42, 150]);
const TO_REVIEW = daysWithin([35, 56, 450], [57, 98, 550]);
const TO_CLOSURE = daysWithin([14, 41, 210], [42, 98, 380], [99, 182, 270], [183, 300, 110], [301, 400, 30]);
const TO_CLOSURE_UNSUPPORTED = daysWithin([28, 56, 700], [57, 84, 300]);
const BASELINE_AFTER = daysWithin([0, 0, 700], [1, 13, 300]);
const FOLLOW_UP_AFTER_CLOSURE = daysWithin([0, 0, 650], [1, 21, 350]);

/** Assumed, in a thousand. */
const HAS_PLAN = 840;
const HAS_REVIEW = 560;
const CONTACTED_UNSUPPORTED = 450;
/** Assumed: one contact more for about this many days, so that most people have four to twelve. */
const DAYS_PER_CONTACT = 14;

const intervalOf = bandsOf<IntervalCode>('interval');

const MODES = weightsOf<CompletionModeCode | 'not_known'>({
  self: 330,
  assisted: 290,
  telephone_or_video: 300,
  mixed: 40,
  not_known: 40,
});

type Reason = ClosureReasonCode | 'not_known';

const ENDINGS: Readonly<Record<'plan' | 'noPlan' | 'unsupported', Weights<Reason>>> = {
  plan: weightsOf({
    plan_complete: 510,
    goals_met_in_part: 180,
    declined_further_support: 70,
    could_not_contact: 95,
    moved_away: 15,
    referred_to_clinical_care: 35,
    transferred_to_other_service: 30,
    no_suitable_activity: 20,
    service_ended: 5,
    died: 10,
    other: 15,
    not_known: 15,
  }),
  noPlan: weightsOf({
    information_was_enough: 420,
    declined_further_support: 170,
    could_not_contact: 210,
    moved_away: 20,
    referred_to_clinical_care: 60,
    transferred_to_other_service: 40,
    no_suitable_activity: 30,
    waiting_too_long: 10,
    died: 10,
    other: 15,
    not_known: 15,
  }),
  unsupported: weightsOf({
    could_not_contact: 500,
    declined_further_support: 310,
    moved_away: 35,
    referred_to_clinical_care: 40,
    waiting_too_long: 60,
    died: 15,
    other: 20,
    not_known: 20,
  }),
};

interface Accepted {
  readonly person: Person;
  readonly accepted: Day;
  readonly isSupported: boolean;
}

/** Draws what came of a referral that was accepted. Every episode ends, most within half a year. */
export function drawEpisode(
  { person, accepted, isSupported }: Accepted,
  board: Board,
  random: Random,
): Episode {
  if (!isSupported) return drawUnsupported(accepted, random);
  const firstContact = accepted + TO_FIRST_CONTACT(random);
  const conversation = firstContact + TO_CONVERSATION(random);
  const closed = conversation + TO_CLOSURE(random);
  const support = drawSupport(person, { conversation, closed }, board, random);
  const most = 2 + Math.floor((closed - conversation) / DAYS_PER_CONTACT);
  return {
    accepted,
    firstContact,
    support,
    contacts: 1 + random.below(most),
    closed,
    closureReason: draw(support.plan === null ? ENDINGS.noPlan : ENDINGS.plan, random),
  };
}

function drawUnsupported(accepted: Day, random: Random): Episode {
  const contacted = random.chance(CONTACTED_UNSUPPORTED);
  return {
    accepted,
    firstContact: contacted ? accepted + random.below(28) : null,
    support: null,
    contacts: contacted ? 1 + random.below(2) : 0,
    closed: accepted + TO_CLOSURE_UNSUPPORTED(random),
    closureReason: draw(ENDINGS.unsupported, random),
  };
}

interface Span {
  readonly conversation: Day;
  readonly closed: Day;
}

function drawSupport(person: Person, { conversation, closed }: Span, board: Board, random: Random): Support {
  const planned = conversation + TO_PLAN(random);
  const reviewed = conversation + TO_REVIEW(random);
  const plan = random.chance(HAS_PLAN) && planned <= closed ? planned : null;
  const baseline = conversation + BASELINE_AFTER(random);
  const followUp = closed + FOLLOW_UP_AFTER_CLOSURE(random);
  const needs = drawNeeds(person, random);
  return {
    conversation,
    plan,
    review:
      plan !== null && random.chance(HAS_REVIEW) && reviewed <= closed ? Math.max(plan, reviewed) : null,
    needs,
    connections: drawConnections({ needs, conversation, closed }, board, random),
    interval: intervalOf(Math.floor((followUp - baseline) / 7)),
    completionMode: draw(MODES, random),
    measured: drawMeasurements(person, board, random),
  };
}
