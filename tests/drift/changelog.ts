/** The words under a heading of the section that waits for the next version, without the heading. */
export function unreleased(changelog: string, heading: 'Standard' | 'Service'): string {
  const section = changelog.split(/^## /m).find((part) => part.startsWith('[Unreleased]')) ?? '';
  const part = section.split(/^### /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return part.slice(heading.length).trim();
}

/**
 * What is wrong when the standard changed and the changelog keeps silent: a sentence, or null.
 *
 * @param changed - Paths that differ from the last version.
 */
export function changelogFault(changed: readonly string[], changelog: string): string | null {
  const standard = changed.filter((path) => /^schema\/[^/]+\//.test(path));
  if (standard.length === 0 || unreleased(changelog, 'Standard') !== '') return null;
  const more = standard.length > 1 ? ` and ${standard.length - 1} more` : '';
  return `${standard[0]}${more} changed since the last tag: say how in CHANGELOG.md, under Unreleased, Standard.`;
}
