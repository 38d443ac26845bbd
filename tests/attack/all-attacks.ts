import { readdirSync } from 'node:fs';
import type { Attack } from './attack.ts';

const FOLDER = new URL('attacks/', import.meta.url);

/** Every attack of `attacks/`, by number. */
export async function allAttacks(): Promise<readonly Attack[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  const attacks = await Promise.all(files.map(attackIn));
  return attacks.filter((attack) => attack !== undefined).sort((a, b) => numberOf(a) - numberOf(b));
}

/** Files beside attacks that export none hold what several of them share. */
async function attackIn(file: string): Promise<Attack | undefined> {
  const { attack } = (await import(new URL(file, FOLDER).href)) as { readonly attack?: Attack };
  return attack;
}

function numberOf({ id }: Attack): number {
  const number = /^A(\d+)$/.exec(id)?.[1];
  if (number === undefined) throw new Error(`An attack is called A and a number, not ${id}`);
  return Number(number);
}
