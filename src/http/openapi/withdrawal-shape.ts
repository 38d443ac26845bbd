import { Type } from 'typebox';
import { RELEASE_WITHDRAWAL_REASONS } from '../../standard/release-withdrawal-reasons.ts';
import { TEXT_SHAPE } from './text-shape.ts';
import { described } from './words.ts';

const TextOrNull = { type: ['string', 'null'] };

/** The notice of a release that was withdrawn. */
export const WITHDRAWAL_SHAPE = Type.Object(
  {
    release: Type.String(),
    collection: Type.Unsafe<string | null>(TextOrNull),
    published_at: Type.Unsafe<string | null>(TextOrNull),
    withdrawn_at: Type.Unsafe<string | null>(TextOrNull),
    reason: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      enum: [...RELEASE_WITHDRAWAL_REASONS.map(({ code }) => code), null],
    }),
    text: TEXT_SHAPE,
  },
  described({
    en: 'That a release was withdrawn, when and why. Null where its notice cannot be read here.',
    cy: "Bod datganiad wedi'i dynnu'n ôl, pryd a pham. Null lle na ellir darllen ei hysbysiad yma.",
  }),
);
