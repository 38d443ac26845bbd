import { codesById } from './code-hierarchy.ts';

const ORGANISATIONS = codesById('organisations');
const WALES = 'W92000004';

/** The area an organisation serves, if the register says. */
export function areaServedBy(organisation: string): string | undefined {
  return ORGANISATIONS.get(organisation)?.extra?.area_code || undefined;
}

export function isWelshOrganisation(organisation: string): boolean {
  return ORGANISATIONS.get(organisation)?.extra?.nation === WALES;
}
