/**
 * Stands in for what only requests need, such as the database, where an application is built but not run:
 * to write its OpenAPI document.
 *
 * @throws {Error} On any use, since that is a mistake of ours.
 */
export function absent<Thing extends object>(name: string): Thing {
  return new Proxy({} as Thing, {
    get() {
      throw new Error(`${name} is not here: this application was built to be described, not to answer`);
    },
  });
}
