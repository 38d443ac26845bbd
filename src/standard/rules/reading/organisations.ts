import { codesById } from './code-hierarchy.ts';

const ORGANISATIONS = codesById('organisations');
const WALES = 'W92000004';

/** The areas an organisation serves, or served under an earlier code; none if the register does not say. */
export function areasServedBy(organisation: string): readonly string[] {
  return (ORGANISATIONS.get(organisation)?.extra?.area_code ?? '').split(';').filter((area) => area !== '');
}

/** The nation of an organisation; undefined for one of no nation, or one that is not on the register. */
export function nationOf(organisation: string): string | undefined {
  return ORGANISATIONS.get(organisation)?.extra?.nation || undefined;
}

export function isWelshOrganisation(organisation: string): boolean {
  return nationOf(organisation) === WALES;
}
