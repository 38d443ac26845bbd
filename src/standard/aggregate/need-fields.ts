import type { ExportField } from './export-field.ts';
import { USUAL_WORDS } from './usual-words.ts';

/** What a person needs, and how much support that takes. */
export const NEED_FIELDS = {
  needs: {
    kind: 'codes',
    list: 'need',
    blanks: ['not_known', 'not_stated'],
    title: { en: 'Needs', cy: 'Anghenion' },
    headings: [
      'reasons',
      'reasons for referral',
      'referral reasons',
      'issues',
      'presenting issues',
      'rhesymau',
      'need',
      'issue',
      'presenting issue',
    ],
    sharedHeadings: ['reason', 'reasons', 'reason for referral', 'referral reason'],
    words: USUAL_WORDS.needs,
  },
  main_need: {
    kind: 'code',
    list: 'need',
    blanks: ['not_known', 'not_stated'],
    title: { en: 'Main need', cy: 'Prif angen' },
    words: USUAL_WORDS.needs,
    headings: ['main reason', 'primary reason', 'primary need', 'prif reswm', 'main issue', 'main problem'],
  },
  support_tier: {
    kind: 'code',
    list: 'support_tier',
    blanks: ['not_known', 'not_applicable'],
    title: { en: 'Tier of support', cy: 'Haen o gymorth' },
    headings: ['tier', 'level of support', 'haen'],
  },
} as const satisfies Readonly<Record<string, ExportField>>;
