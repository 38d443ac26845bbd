import type { Parameters } from './question.ts';

/** The query text of a question with some parameters changed; undefined removes one. */
export function withChanged(asked: Parameters, changes: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, ...changes })) {
    if (value !== undefined) query.append(name, value);
  }
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The text of `by` with one dimension at another level, or without it. */
export function replaceGroup(by: string | undefined, name: string, level?: string): string | undefined {
  const parts = (by ?? '').split(',').flatMap((part) => {
    if (part.trim().split('.')[0] !== name) return part === '' ? [] : [part];
    return level === undefined ? [] : [`${name}.${level}`];
  });
  return parts.join(',') || undefined;
}
