export { type Code, type CodeList, type CodeListLevel, isValidThroughout } from '../../standard/code-list.ts';
export { codesInsteadOf } from '../../standard/codes-instead-of.ts';
export type * from '../../standard/generated/code-lists.ts';
export { CODE_LISTS } from '../../standard/generated/code-lists.ts';
