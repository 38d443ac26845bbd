import type pg from 'pg';

/** Texts that get a name. The service has fewer than a hundred; each connection keeps the plan of every one it met. */
const NAMED_AT_MOST = 200;

const NAMES = new Map<string, string>();

/**
 * Gives every statement with parameters a name on its connection, so that PostgreSQL reads and plans it once and not
 * each time it is asked: of a question for a few rows that is most of the work.
 *
 * Statements without parameters, COPY among them, are left as they are.
 */
export function nameStatements(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  Object.assign(client, {
    query: (asked: unknown, ...rest: unknown[]) =>
      query(isNameable(asked, rest) ? named(asked) : asked, ...rest),
  });
}

function isNameable(asked: unknown, [values]: readonly unknown[]): asked is pg.QueryConfig {
  if (typeof asked !== 'object' || asked === null || !Array.isArray(values) || values.length === 0)
    return false;
  const { text, name, submit } = asked as { text?: unknown; name?: unknown; submit?: unknown };
  return typeof text === 'string' && name === undefined && submit === undefined;
}

/** Further texts go without: one that is made anew for each question would fill the memory of PostgreSQL. */
function named(asked: pg.QueryConfig): pg.QueryConfig {
  const known = NAMES.get(asked.text);
  if (known !== undefined) return { ...asked, name: known };
  if (NAMES.size === NAMED_AT_MOST) return asked;
  const name = `spcd_${NAMES.size + 1}`;
  NAMES.set(asked.text, name);
  return { ...asked, name };
}
