import type { Manifest } from '../../archive/manifest.ts';

/** A release that is named never changes; which one is the latest does. */
export function cachingOf(asked: string, { release }: Manifest): string {
  return asked === release ? 'public, max-age=86400' : 'public, max-age=60';
}
