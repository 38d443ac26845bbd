import type { Text } from './text.ts';

/** Why a release is withdrawn: the only reasons there are. Each title goes on from "The release was withdrawn:". */
export const RELEASE_WITHDRAWAL_REASONS = [
  {
    code: 'says_too_much',
    title: {
      en: 'its figures could tell something about a person',
      cy: 'gallai ei ffigurau ddweud rhywbeth am berson',
    },
  },
  {
    code: 'returns_wrong',
    title: {
      en: 'returns behind it were found to be wrong',
      cy: "canfuwyd bod ffurflenni y tu ôl iddo'n anghywir",
    },
  },
  {
    code: 'processing_wrong',
    title: { en: 'its figures were worked out wrongly', cy: "cyfrifwyd ei ffigurau'n anghywir" },
  },
  {
    code: 'published_in_error',
    title: { en: 'it was published in error', cy: "fe'i cyhoeddwyd mewn camgymeriad" },
  },
  {
    code: 'no_right_to_publish',
    title: { en: 'there was no right to publish it', cy: "nid oedd hawl i'w gyhoeddi" },
  },
] as const satisfies readonly { code: string; title: Text }[];

export type ReleaseWithdrawalReason = (typeof RELEASE_WITHDRAWAL_REASONS)[number]['code'];
