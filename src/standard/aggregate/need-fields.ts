import type { ExportField } from './export-field.ts';

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
    ],
  },
  main_need: {
    kind: 'code',
    list: 'need',
    blanks: ['not_known', 'not_stated'],
    title: { en: 'Main need', cy: 'Prif angen' },
    headings: ['main reason', 'primary reason', 'primary need', 'prif reswm'],
  },
  support_tier: {
    kind: 'code',
    list: 'support_tier',
    blanks: ['not_known', 'not_applicable'],
    title: { en: 'Tier of support', cy: 'Haen o gymorth' },
    headings: ['tier', 'level of support', 'haen'],
  },
} as const satisfies Readonly<Record<string, ExportField>>;
