import type { WithdrawalNotice } from '../archive/withdrawal.ts';
import type { Language, Text } from '../standard/text.ts';
import { renderColumns } from './render-columns.ts';

/** One release as it is listed: published, or built and waiting. */
export interface ListedRelease {
  readonly release: string;
  readonly collection: string;
  /** When it was built, as ISO 8601. */
  readonly built_at: string;
  /** When it was published, as ISO 8601; null while it waits. */
  readonly published_at: string | null;
  /** The version of the standard that it was built at. */
  readonly schema_version: string;
  /** Whether that was a draft, so that it is never published. */
  readonly is_trial?: true;
  /** Of one that waits for its moment, that moment as ISO 8601. */
  readonly scheduled_for?: string;
}

const HEADINGS: readonly Text[] = [
  { en: 'RELEASE', cy: 'DATGANIAD' },
  { en: 'COLLECTION', cy: 'CASGLIAD' },
  { en: 'BUILT', cy: 'ADEILADWYD' },
  { en: 'PUBLISHED', cy: 'CYHOEDDWYD' },
];
const WAITING: Text = { en: 'built, not published', cy: "wedi'i adeiladu, heb ei gyhoeddi" };

function trialAt(version: string): Text {
  return { en: `never: a trial of the draft ${version}`, cy: `byth: treial o'r drafft ${version}` };
}

function isWithdrawn(each: ListedRelease | WithdrawalNotice): each is WithdrawalNotice {
  return 'withdrawn_at' in each;
}

function withdrawnAt({ withdrawn_at, reason }: WithdrawalNotice): Text {
  const facts = [withdrawn_at, reason].filter((fact) => fact !== null).join(', ');
  return { en: `withdrawn (${facts})`, cy: `tynnwyd yn ôl (${facts})` };
}

function scheduledFor(at: string): Text {
  return { en: `scheduled for ${at}`, cy: `wedi'i amserlennu ar gyfer ${at}` };
}

/** Lists releases as a table in columns, with a heading; each line ends in a line feed. */
export function renderReleases(
  releases: readonly (ListedRelease | WithdrawalNotice)[],
  language: Language,
): string {
  const rows = releases.map((each): string[] => {
    if (isWithdrawn(each)) return [each.release, each.collection ?? '', '', withdrawnAt(each)[language]];
    const { release, collection, built_at, published_at, schema_version, is_trial, scheduled_for } = each;
    if (scheduled_for !== undefined) {
      return [release, collection, built_at, scheduledFor(scheduled_for)[language]];
    }
    const waits = is_trial ? trialAt(schema_version) : WAITING;
    return [release, collection, built_at, published_at ?? waits[language]];
  });
  return renderColumns(
    HEADINGS.map((heading) => heading[language]),
    rows,
  );
}
