import type { Country } from './country/open-country.ts';
import type { CountryPlan } from './country/plan.ts';
import type { PublicService } from './country/serve-country.ts';

/** What an attack is let loose on. */
export interface Scene {
  readonly country: Country;
  /** The public interface over the country's first release, on a socket. */
  readonly service: PublicService;
  /** Address of a PostgreSQL server, for attacks that need releases of their own. */
  readonly server: string;
}

/** One number that an attack came to, and what it may be at most. */
export interface Measurement {
  readonly metric: string;
  /** In words; null where a number is reported and nothing depends on it. */
  readonly gate: string | null;
  readonly measured: string;
  readonly passed: boolean;
  /** For the summary: what the attack is judged by, or the same attack where nothing is protected. */
  readonly role?: 'headline' | 'unprotected';
}

/** One attack: a file in `attacks/` that exports it as `attack`. */
export interface Attack {
  /** Such as `A4`; the suite runs in this order. */
  readonly id: string;
  readonly title: string;
  /** What is tried, in a few sentences, for the report. */
  readonly tried: string;
  /** The draws of the noise it looks at; none where it makes cells or releases of its own. */
  readonly noise: (plan: CountryPlan) => readonly number[];
  run(scene: Scene): Promise<readonly Measurement[]>;
}

/** A number that must not be larger than its gate. */
export function atMost(metric: string, measured: number, gate: number): Measurement {
  return { metric, gate: `at most ${gate}`, measured: inWords(measured), passed: measured <= gate };
}

/** A number that must not be smaller than its gate: such as how much was tried. */
export function atLeast(metric: string, measured: number, gate: number): Measurement {
  return { metric, gate: `at least ${gate}`, measured: inWords(measured), passed: measured >= gate };
}

/** A number that can only be this. */
export function exactly(metric: string, measured: number, gate: number): Measurement {
  return { metric, gate: String(gate), measured: inWords(measured), passed: measured === gate };
}

/** A number that is told and decides nothing. */
export function reported(metric: string, measured: number | string): Measurement {
  return {
    metric,
    gate: null,
    measured: typeof measured === 'string' ? measured : inWords(measured),
    passed: true,
  };
}

/** A number that the summary of all attacks gives. */
export function headline(measurement: Measurement): Measurement {
  return { ...measurement, role: 'headline' };
}

/** The number that the same attack comes to where nothing, or little, is protected. */
export function unprotected(measurement: Measurement): Measurement {
  return { ...measurement, role: 'unprotected' };
}

export function everyNoise({ noiseSeeds }: CountryPlan): readonly number[] {
  return noiseSeeds;
}

export function firstNoise({ noiseSeeds }: CountryPlan): readonly number[] {
  return noiseSeeds.slice(0, 1);
}

/** Of an attack on cells or releases that it makes itself. */
export function ownNoise(): readonly number[] {
  return [];
}

function inWords(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en-GB') : String(Number(value.toPrecision(3)));
}
