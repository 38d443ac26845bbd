import loadHighs from 'highs';

/** HiGHS, compiled to WebAssembly, with its types: what a linear or whole-number programme is solved by. */
export type Solver = Awaited<ReturnType<typeof loadHighs.default>>;

let loaded: Promise<Solver> | undefined;

/** Loads the solver, once for a process. */
export function openSolver(): Promise<Solver> {
  // Its types are those of its CommonJS door, where the loader is one step further in.
  const load = loadHighs as unknown as typeof loadHighs.default;
  loaded ??= load();
  return loaded;
}
