/** Whether all of it is to be done, which takes half an hour or more: `npm run faults`. */
export const IS_WHOLE = process.env.FAULTS_WHOLE === '1';

export const SEPARATE = { which: 'a separate PostgreSQL', isOwn: false };
export const OWN = { which: 'a PostgreSQL of its own', isOwn: true };

/** Where returns are stored in tests of a fault: both kinds where all of it is done, else the one given. */
export function kindsOfDatabase(usual: typeof OWN): readonly (typeof OWN)[] {
  return IS_WHOLE ? [SEPARATE, OWN] : [usual];
}
