/**
 * A record whose members are made when they are first read, each once.
 *
 * The standard's lists and tables are large, and whoever checks one table needs few of them: what nobody reads is
 * never made. To its readers it is a record like any other.
 */
export function onDemand<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  const record = {} as Record<Name, Value>;
  for (const name of names) {
    Object.defineProperty(record, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make(name);
        Object.defineProperty(record, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return record;
}

/**
 * The same, of members that are written as JSON, which engines read several times faster than the same data
 * written as code.
 */
export function parsedOnDemand<Name extends string, Value>(
  texts: Readonly<Record<Name, string>>,
): Readonly<Record<Name, Value>> {
  return onDemand(Object.keys(texts) as Name[], (name) => JSON.parse(texts[name]) as Value);
}
