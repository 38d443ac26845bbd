import type { Cell } from './cell.ts';

type Container = Record<string, unknown> | unknown[];

/** Builds the header of a return from what a JSON text holds. Objects have no prototype. */
export interface JsonHeader {
  readonly value: Record<string, unknown>;
  /** Path of the value that is being read. */
  path(): readonly (string | number)[];
  startObject(): void;
  startArray(): void;
  end(): void;
  /** False when the object being read has the key already: its value must then be left out. */
  key(name: string): boolean;
  scalar(value: Cell): void;
  /** Whether nothing but the header's own object is open. */
  readonly isAtRoot: boolean;
  readonly isTooLarge: boolean;
}

const MAXIMUM_VALUES = 20_000;

export function buildHeader(): JsonHeader {
  const value: Record<string, unknown> = Object.create(null);
  const containers: Container[] = [value];
  const keys: string[] = [''];
  let count = 0;

  const put = (item: unknown) => {
    count += 1;
    const container = containers.at(-1) as Container;
    if (Array.isArray(container)) container.push(item);
    else container[keys.at(-1) as string] = item;
  };
  const open = (container: Container) => {
    put(container);
    containers.push(container);
    keys.push('');
  };

  return {
    value,
    path: () =>
      containers.map((container, depth) =>
        Array.isArray(container)
          ? Math.max(0, container.length - (depth === containers.length - 1 ? 0 : 1))
          : (keys[depth] as string),
      ),
    startObject: () => open(Object.create(null)),
    startArray: () => open([]),
    end() {
      containers.pop();
      keys.pop();
    },
    key(name) {
      keys[keys.length - 1] = name;
      return !Object.hasOwn(containers.at(-1) as Container, name);
    },
    scalar: (item) => put(typeof item === 'symbol' ? Number.NaN : item),
    get isAtRoot() {
      return containers.length === 1;
    },
    get isTooLarge() {
      return count > MAXIMUM_VALUES;
    },
  };
}
